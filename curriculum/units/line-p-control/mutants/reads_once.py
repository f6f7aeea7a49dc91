# Reads the sensors once, before the loop: the robot never learns that the line has moved.
from time import sleep_ms

from rover import Rover

SPEED = 400  # mm/s
KP = 1.0  # deg/s of turn for each 1/10 mm of error

rover = Rover()

rover.button.wait_pressed()
rover.line.calibrate(rover.drive)

error = rover.line.position()  # above 0: the line is to the left
while True:
    turn_rate = KP * error
    rover.drive.drive(SPEED, turn_rate)
    sleep_ms(10)
