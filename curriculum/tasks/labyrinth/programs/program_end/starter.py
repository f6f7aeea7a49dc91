# Drives to the wall ahead, turns to where it is open, and goes on so until a dead end.
from rover import Rover

AHEAD_MM = 65  # from the front sensor to a wall, in the middle of a cell
OPEN_MM = 160

rover = Rover()
drive = rover.drive
drive.use_gyro()
rover.button.wait_pressed()

while True:
    drive.drive(200)
    rover.range.wait_closer_than(AHEAD_MM + 15)
    drive.brake()
    drive.turn(90)
    if rover.range.closer_than(OPEN_MM):
        drive.turn(180)
        if rover.range.closer_than(OPEN_MM):
            break
print("a dead end")
