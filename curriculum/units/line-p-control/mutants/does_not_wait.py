# Drives off at once: it does not wait for the button.
from time import sleep_ms

from rover import Rover

SPEED = 400  # mm/s
KP = 1.0  # deg/s of turn for each 1/10 mm of error

rover = Rover()

while True:
    error = rover.line.position()  # above 0: the line is to the left
    turn_rate = KP * error
    rover.drive.drive(SPEED, turn_rate)
    sleep_ms(10)
