# Drives straight to the edge, pushing what stands there, and goes back to where the middle may be.
from time import sleep, sleep_ms

from rover import Rover

EDGE = 20_000  # white reads low

rover = Rover()
drive = rover.drive
rover.button.wait_pressed()
sleep(5.1)
drive.drive(120)
while min(rover.line.read()) > EDGE:
    sleep_ms(5)
drive.brake()
drive.straight(-260)
