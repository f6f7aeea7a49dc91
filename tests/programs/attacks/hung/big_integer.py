"""Work out a number with more digits than there is time for."""

exponent = 3000000
print(7**exponent % 10)
