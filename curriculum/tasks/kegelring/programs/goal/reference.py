# Pushes all pins out of the ring: turns until the range finder sees one, pushes it over the black border, comes back.
from time import sleep_ms

from rover import Rover, StopWatch

SEEN_MM = 370  # from the sensor; the border begins 415 mm from it
HALF_DEG = 9  # the sonar sees a pin so long before it looks at its middle
LOOK_DEG_S = 70  # how fast it turns while it looks around
PUSH_MM_S = 300
BORDER = 30_000  # dark reads high
OVER_MM = 60  # beyond the border's inner edge, so that the whole pin is over it
FARTHEST_MM = 560

rover = Rover()
drive = rover.drive


def find():
    """Turn until a pin is straight ahead. False when a whole turn has shown none."""
    begin = drive.angle()
    drive.drive(0, LOOK_DEG_S)
    while drive.angle() - begin < 400:
        distance = rover.range.distance()
        if distance is not None and distance < SEEN_MM:
            drive.brake()
            drive.turn(HALF_DEG)
            return True
    drive.brake()
    return False


def push():
    """Drive to the border and a little over it, and come back to the middle."""
    begin = drive.distance()
    drive.drive(PUSH_MM_S)
    while max(rover.line.read()) < BORDER and drive.distance() - begin < FARTHEST_MM:
        sleep_ms(5)
    drive.straight(OVER_MM)
    drive.straight(begin - drive.distance())


rover.button.wait_pressed()
watch = StopWatch()
while find():
    push()
print("done after", watch.time(), "ms")
