# The other one in the ring: it looks the other way round, and pushes more slowly.
from math import atan2, degrees

from rover import Rover, StopWatch

MIDDLE_MM = 180  # the ring's middle is so far ahead of the start
SEEN_MM = 450
EDGE = 25_000  # white reads low
PUSH_MM_S = 300

rover = Rover()
drive = rover.drive
drive.reset_pose()
watch = StopWatch()

while watch.time() < 60_000:
    if min(rover.line.read()) < EDGE:
        drive.straight(-60)
        x, y, _ = drive.pose()
        drive.turn_to(degrees(atan2(-y, MIDDLE_MM - x)))
        drive.straight(100)
    distance = rover.range.distance()
    if distance is not None and distance < SEEN_MM:
        drive.drive(PUSH_MM_S)
    else:
        drive.drive(40, -150)
drive.stop()
