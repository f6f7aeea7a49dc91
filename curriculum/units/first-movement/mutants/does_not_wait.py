# Drives off before the button is pressed.
from rover import Rover

rover = Rover()

rover.drive.straight(400)
rover.drive.turn(90)
rover.drive.straight(370)
