# Tells by a beep that it starts; this robot has no buzzer.
from rover import Rover

rover = Rover()
rover.button.wait_pressed()
rover.buzzer.beep()
rover.drive.straight(300)
