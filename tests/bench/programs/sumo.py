# Fights in a black ring with a white edge for a minute: looks for the other one, pushes, and turns to the middle at the
# edge.
from math import atan2, degrees

from rover import Rover, StopWatch

MIDDLE_MM = 180  # the ring's middle is so far ahead of the start
SEEN_MM = 450
EDGE = 25_000  # white reads low
PUSH_MM_S = 400

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
        drive.drive(80, 120)
drive.stop()
