# Takes the short way, through the puddle.
from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.drive.turn(43)
rover.drive.straight(530)
