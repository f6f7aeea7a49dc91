# Kegelring: push all eight pins out of the ring, as fast as you can. Come back before five seconds have passed outside.
from time import sleep_ms

from rover import Rover

BORDER = 30_000  # dark reads high
OVER_MM = 60  # beyond the border's inner edge, so that a whole pin is over it

rover = Rover()


def push():
    """Drive to the black border and a little over it, and come back."""
    begin = rover.drive.distance()
    rover.drive.drive(200)
    while max(rover.line.read()) < BORDER:
        sleep_ms(5)
    rover.drive.straight(OVER_MM)
    rover.drive.straight(begin - rover.drive.distance())


# The robot stands in the middle of the ring and waits for its button.
rover.button.wait_pressed()

# It pushes whatever stands in six directions. Where are the other pins? Some words the robot knows:
#
#   rover.range.distance()              how far it is to what stands ahead, in mm; None when there is nothing
#   rover.drive.turn(90)                turn left by 90 degrees
#   rover.drive.drive(0, 60)            turn left at 60 degrees a second, until it is told something else
#   rover.drive.brake()                 stop
for direction in range(6):
    push()
    rover.drive.turn(60)
