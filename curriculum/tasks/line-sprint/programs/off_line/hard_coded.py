# Drives by the clock, with a share of the battery's power and no sensor: made for another mat, and for another battery.
from time import sleep_ms

from rover import Rover

rover = Rover()
rover.button.wait_pressed()


def power(left, right, ms):
    rover.left_motor.dc(left)
    rover.right_motor.dc(right)
    sleep_ms(ms)


power(40, 40, 1300)  # along the first side
power(-25, 25, 570)  # to the left
power(40, 40, 530)  # along the second side
rover.left_motor.brake()
rover.right_motor.brake()

# Here the finish should be.
while True:
    rover.led.toggle()
    sleep_ms(500)
