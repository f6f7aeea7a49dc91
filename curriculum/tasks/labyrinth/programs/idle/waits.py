# Waits until something comes near, and nothing does.
from rover import Rover

rover = Rover()
rover.button.wait_pressed()
rover.range.wait_closer_than(40)
rover.drive.straight(300)
