# Counts millimetres: right for one street, wrong for the other.
from rover import Rover

rover = Rover()

rover.button.wait_pressed()
rover.line.calibrate(rover.drive)

rover.follower.follow_until(distance=950, speed=200)
rover.drive.turn(90)
rover.follower.follow_until(event="end", speed=200)
