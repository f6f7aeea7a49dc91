# Does not wait for the five seconds after the press.
from rover import Rover

rover = Rover()
rover.button.wait_pressed()
rover.drive.straight(100)
