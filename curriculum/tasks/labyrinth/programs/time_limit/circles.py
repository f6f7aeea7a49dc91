# Turns on the spot until the time is up.
from time import sleep_ms

from rover import Rover

rover = Rover()
rover.button.wait_pressed()
rover.drive.drive(0, 90)
while True:
    sleep_ms(1000)
