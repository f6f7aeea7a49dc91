# One lap along the black line, as fast as the robot can hold it.
# Works on any track: it measures where the line is and counts nothing by time.
from rover import Rover, StopWatch

SPEED = 400  # mm/s where the line is straight; the follower is slower in curves by itself
KP = 18  # deg/s of turn for each mm that the line is off the middle
KD = 0.2  # deg/s of turn for each mm/s that the line moves aside: calms the robot down

rover = Rover()
last_curve = 0  # mm driven when the robot had almost turned once around


def finished():
    """True when the lap is over.

    A lap turns the robot once around, by 360 degrees, to either side. The finish lies on the straight that follows, at
    most a metre away; but a track may turn that far in its middle, too, and back again.
    """
    global last_curve
    if abs(rover.drive.angle()) < 340:
        last_curve = rover.drive.distance()
    return rover.drive.distance() - last_curve > 2000


# The robot stands over the line. The button starts it.
rover.button.wait_pressed()
rover.led.on()

# Turn left and right over the line: every sensor learns what white and what black is here, in today's light.
rover.line.calibrate(rover.drive)

watch = StopWatch()
rover.drive.reset()
rover.follower.settings(kp=KP, kd=KD)
ended = rover.follower.follow(SPEED, until=finished)

rover.led.off()
print("Lap:", ended, "after", watch.time(), "ms")
