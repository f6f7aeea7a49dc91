# Pushes pins out of a ring for a minute: turns until the sonar sees one, drives at it to the black border, comes back.
from time import sleep_ms

from rover import Rover, StopWatch

SEEN_MM = 330  # from the sensor; the border begins 415 mm from it
HALF_DEG = 10  # a pin is seen that far from the sonar's middle
BORDER = 30_000
END_MS = 60_000

rover = Rover()
drive = rover.drive
watch = StopWatch()


def find():
    drive.drive(0, 60)
    while watch.time() < END_MS:
        distance = rover.range.distance()
        if distance is not None and distance < SEEN_MM:
            drive.brake()
            drive.turn(HALF_DEG)
            return True
    return False


while find():
    drive.reset()
    drive.drive(250)
    while max(rover.line.read()) < BORDER and drive.distance() < 600:
        sleep_ms(10)
    drive.brake()
    drive.straight(-drive.distance())
drive.stop()
