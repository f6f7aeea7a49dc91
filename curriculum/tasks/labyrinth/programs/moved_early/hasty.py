# Drives off at once: nobody has pressed the button yet.
from rover import Rover

rover = Rover()
rover.drive.straight(300)
