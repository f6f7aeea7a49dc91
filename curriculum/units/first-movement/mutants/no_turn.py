# Forgets to turn.
from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.drive.straight(400)
rover.drive.straight(370)
