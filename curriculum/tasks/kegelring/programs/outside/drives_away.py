# Pushes one pin out, and does not come back: nothing tells it where the ring ends.
from time import sleep

from rover import Rover

rover = Rover()
rover.button.wait_pressed()
rover.drive.straight(640)
sleep(20)
