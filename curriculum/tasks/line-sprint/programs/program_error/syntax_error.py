# The colon after `while True` is missing.
from rover import Rover

rover = Rover()
rover.button.wait_pressed()

while True
    rover.drive.drive(200)
