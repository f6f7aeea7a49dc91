# Stops half in the garage.
from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.drive.straight(400)
rover.drive.turn(90)
rover.drive.straight(230)
