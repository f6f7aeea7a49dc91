# Creeps: half a minute is not enough.
from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.drive.settings(straight_speed=20)
rover.drive.straight(400)
rover.drive.turn(90)
rover.drive.straight(370)
