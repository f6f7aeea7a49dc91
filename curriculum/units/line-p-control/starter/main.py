# Follow the line: the farther the line is from the middle, the harder the robot turns to it.
from time import sleep_ms

from rover import Rover

SPEED = 400  # mm/s

rover = Rover()

rover.button.wait_pressed()
rover.line.calibrate(rover.drive)

while True:
    error = rover.line.position()  # 0: in the middle, above 0: the line is to the left, in 1/10 mm
    turn_rate = 0  # Think: how should the turn depend on `error`?
    rover.drive.drive(SPEED, turn_rate)
    sleep_ms(10)
