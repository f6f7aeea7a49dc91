# Counts for ever; the line that drives is never reached.
from rover import Rover

rover = Rover()
rover.button.wait_pressed()

steps = 0
while steps >= 0:
    steps += 1

rover.drive.drive(200)
