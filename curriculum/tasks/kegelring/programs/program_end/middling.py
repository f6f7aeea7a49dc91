# Looks for no pin: drives out in ten directions, one after the other, and pushes what stands there.
from time import sleep_ms

from rover import Rover

DIRECTIONS = 10
BORDER = 30_000  # dark reads high
OVER_MM = 60  # beyond the border's inner edge, so that a whole pin is over it
FARTHEST_MM = 560

rover = Rover()
drive = rover.drive

rover.button.wait_pressed()
for number in range(DIRECTIONS):
    begin = drive.distance()
    drive.drive(200)
    while max(rover.line.read()) < BORDER and drive.distance() - begin < FARTHEST_MM:
        sleep_ms(5)
    drive.straight(OVER_MM)
    drive.straight(begin - drive.distance())
    drive.turn(360 / DIRECTIONS)
