"""Write down a number that the compiler works out before anything runs."""

print(7**3000000 % 10)
