# Steers by a rule of its own: the further the line is off the middle, the more it turns. It takes almost a whole turn of
# the robot for the end of the lap, and stops before the finish, which lies on the straight that follows.
from time import sleep_ms

from rover import Rover

SPEED = 200  # mm/s, in bends as on straights
ROUND_DEG = 330  # wheels slip a little: never ask for all 360
GAIN = 0.4  # deg/s of turn for each tenth of a mm that the line is off the middle

rover = Rover()
drive = rover.drive

rover.button.wait_pressed()
rover.line.calibrate(drive)

drive.reset()
while abs(drive.angle()) < ROUND_DEG:
    drive.drive(SPEED, GAIN * rover.line.position())
    sleep_ms(10)
drive.stop()
