# Turns by half of a right angle.
from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.drive.straight(400)
rover.drive.turn(45)
rover.drive.straight(370)
