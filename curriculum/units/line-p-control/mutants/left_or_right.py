# Knows only "left" and "right" and not "how far": at this speed the robot sways off the line.
from time import sleep_ms

from rover import Rover

SPEED = 400  # mm/s

rover = Rover()

rover.button.wait_pressed()
rover.line.calibrate(rover.drive)

while True:
    error = rover.line.position()  # above 0: the line is to the left
    turn_rate = 200 if error > 0 else -200
    rover.drive.drive(SPEED, turn_rate)
    sleep_ms(10)
