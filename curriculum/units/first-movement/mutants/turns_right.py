# Turns right: the sign is wrong.
from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.drive.straight(400)
rover.drive.turn(-90)
rover.drive.straight(370)
