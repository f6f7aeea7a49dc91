# The line of an error in the condition of a `while`: the board names the last line of the loop's body.
led = 0
while undefined:
    led = 1
    led = 2
