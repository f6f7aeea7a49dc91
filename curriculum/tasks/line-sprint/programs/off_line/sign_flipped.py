# Turns away from the line instead of toward it: the sign of the correction is wrong.
from time import sleep_ms

from rover import Rover

rover = Rover()
rover.button.wait_pressed()
rover.line.calibrate(rover.drive)

while True:
    position = rover.line.position()  # above 0: the line is to the left
    rover.drive.drive(45, -position / 10)  # should be +position: turning left is positive, too
    sleep_ms(10)
