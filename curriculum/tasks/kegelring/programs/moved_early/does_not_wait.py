# Drives at once: it does not wait for its button.
from rover import Rover

rover = Rover()
rover.drive.straight(400)
