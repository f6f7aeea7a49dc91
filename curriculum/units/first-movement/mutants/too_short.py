# Stops before the letter box.
from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.drive.straight(320)
rover.drive.turn(90)
rover.drive.straight(370)
