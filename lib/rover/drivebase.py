"""Two motors that drive as one: straight on, turning, along an arc, or on and on."""

from .check import number, one_of
from .control import PERIOD_MS
from .drive_control import DriveControl

_PI = 3.141592653589793
_PERIOD_S = PERIOD_MS / 1000


class DriveBase(DriveControl):
    """A robot with a driven wheel on either side.

    Turning to the left (counter-clockwise, seen from above) is positive, as in mathematics; Pybricks has it the other
    way round. A move that begins while another is under way takes over from its speed.

    Arguments:
        left, right (Motor): the motors.
        wheel_diameter (Number, mm): diameter of the wheels; 10 to 200.
        axle_track (Number, mm): distance between the points where the wheels touch the floor; 20 to 500.
        max_speed (Number, mm/s): fastest speed a program may ask for.
        max_turn_rate (Number, deg/s): fastest turn a program may ask for.
        timer (int): the hardware timer of the control loop.
        imu (function): gives the IMU that `use_gyro` steers by.

    Example:
        rover.drive.straight(200)
        rover.drive.turn(90)
        print(rover.drive.distance(), rover.drive.angle())
    """

    def __init__(self, left, right, wheel_diameter, axle_track, max_speed=600, max_turn_rate=400, timer=0, imu=None):
        number("wheel_diameter", wheel_diameter, 10, 200, "mm")
        number("axle_track", axle_track, 20, 500, "mm")
        counts = left.counts_per_turn / (_PI * wheel_diameter)
        super().__init__(left, right, counts, counts * axle_track * _PI / 360, timer)
        self.max_speed = max_speed
        self.max_turn_rate = max_turn_rate
        self._imu_of = imu
        self.settings(250, 600, 150, 1000)
        self._left_zero = self._right_zero = self._gyro_zero = 0
        self.reset()

    # What a program calls

    def settings(self, straight_speed=None, straight_acceleration=None, turn_rate=None, turn_acceleration=None):
        """Choose how fast the next moves are. What is left out stays as it is.

        An acceleration may be a pair: how fast the robot gathers speed, and how fast it loses speed.

        Arguments:
            straight_speed (Number, mm/s): of `straight` and the arcs; 10 to the robot's fastest.
            straight_acceleration (Number or pair, mm/s²): of every motion ahead; 50 to 5000.
            turn_rate (Number, deg/s): of `turn`, and the most in an arc; 5 to the robot's fastest.
            turn_acceleration (Number or pair, deg/s²): of every turn; 50 to 10000.
        """
        if straight_speed is not None:
            number("straight_speed", straight_speed, 10, self.max_speed, "mm/s")
            self._straight_speed = self.forward_steps(straight_speed)
        if straight_acceleration is not None:
            self._forward_up, self._forward_down = _ramps(
                "straight_acceleration", straight_acceleration, 5000, "mm/s²", self._unit_per_mm
            )
        if turn_rate is not None:
            number("turn_rate", turn_rate, 5, self.max_turn_rate, "deg/s")
            self._turn_rate = self.turn_steps(turn_rate)
        if turn_acceleration is not None:
            self._turn_up, self._turn_down = _ramps(
                "turn_acceleration", turn_acceleration, 10000, "deg/s²", self._unit_per_deg
            )

    def straight(self, distance, then="brake", wait=True):
        """Drive straight on and stop.

        Arguments:
            distance (Number, mm): how far; negative is backward. -20000 to 20000.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended: "done", "stalled" (a wheel could not turn, or something is in the way) or
            "timed out".
        """
        number("distance", distance, -20000, 20000, "mm")
        return self._move("straight()", distance * self._unit_per_mm, 0, then, wait)

    def turn(self, angle, then="brake", wait=True):
        """Turn on the spot and stop.

        Arguments:
            angle (Number, deg): how far; positive is to the left (counter-clockwise). -3600 to 3600.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended, as of `straight`.
        """
        number("angle", angle, -3600, 3600, "deg")
        return self._move("turn()", 0, angle * self._unit_per_deg, then, wait)

    def turn_to(self, angle, then="brake", wait=True):
        """Turn on the spot, the shorter way, until `angle()` would be that angle, give or take whole turns.

        Arguments:
            angle (Number, deg): where to look; 0 is where the robot looked at the start or `reset`. -3600 to 3600.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended, as of `straight`.
        """
        number("angle", angle, -3600, 3600, "deg")
        way = (angle - self._turned() / self._counts_per_deg + 180) % 360 - 180
        return self._move("turn_to()", 0, way * self._unit_per_deg, then, wait)

    def curve(self, radius, angle, then="brake", wait=True):
        """Drive along a circle until the robot has turned by an angle.

        Arguments:
            radius (Number, mm): of the circle on which the robot's middle goes; negative drives backward. -5000 to
                5000; with 0 it turns on the spot.
            angle (Number, deg): how far the robot turns; positive is to the left (counter-clockwise). -3600 to 3600.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended, as of `straight`.
        """
        number("radius", radius, -5000, 5000, "mm")
        number("angle", angle, -3600, 3600, "deg")
        length = number("the way", radius * abs(angle) * _PI / 180, -20000, 20000, "mm")
        return self._move("curve()", length * self._unit_per_mm, angle * self._unit_per_deg, then, wait)

    def arc(self, radius, angle=None, distance=None, then="brake", wait=True):
        """Drive along a circle for an angle of it, or for a distance.

        Arguments:
            radius (Number, mm): positive has the circle's middle to the left, negative to the right; 1 to 5000 or -1 to
                -5000.
            angle (Number, deg): how much of the circle; negative is backward. -3600 to 3600.
            distance (Number, mm): how far, in place of `angle`; negative is backward. In both cases -20000 to 20000.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended, as of `straight`.
        """
        number("radius", radius, -5000, 5000, "mm")
        if -1 < radius < 1:
            number("radius", radius, 1, 5000, "mm, or negative")
        if distance is None:
            distance = number("angle", angle, -3600, 3600, "deg") * abs(radius) * _PI / 180
        elif angle is not None:
            one_of("arc()", "both", ("angle", "distance"))
        number("distance", distance, -20000, 20000, "mm")
        angle = distance / radius * 180 / _PI
        return self._move("arc()", distance * self._unit_per_mm, angle * self._unit_per_deg, then, wait)

    def drive(self, speed, turn_rate=0):
        """Drive on at a speed, turning at a rate, until told otherwise.

        Where both together are more than a wheel can do, the turn is kept and the speed lowered.

        Arguments:
            speed (Number, mm/s): negative is backward.
            turn_rate (Number, deg/s): positive is to the left (counter-clockwise).
        """
        number("speed", speed, -self.max_speed, self.max_speed, "mm/s")
        number("turn_rate", turn_rate, -self.max_turn_rate, self.max_turn_rate, "deg/s")
        self.engage()
        forward = self.forward_steps(speed)
        if self._push.found() and forward * self._forward <= 0:
            self._forward = 0  # the robot stands, whatever its wheels do
        self.steer(forward, self.turn_steps(turn_rate))

    def set_effort(self, left, right):
        """Give each motor a share of the battery's voltage, uncontrolled.

        Arguments:
            left, right (Number, %): -100 (full backward) to 100 (full forward).
        """
        number("right", right, -100, 100, "%")
        self._left.dc(left)
        self._right.dc(right)

    def arcade(self, forward, turn):
        """As `set_effort`, by how much the robot shall drive ahead and how much turn, as with a joystick.

        Arguments:
            forward (Number, %): -100 to 100.
            turn (Number, %): positive is to the left (counter-clockwise). -100 to 100. Where both together are more
                than a motor can do, both are lowered.
        """
        number("forward", forward, -100, 100, "%")
        number("turn", turn, -100, 100, "%")
        most = abs(forward) + abs(turn)
        scale = 100 / most if most > 100 else 1
        self.set_effort((forward - turn) * scale, (forward + turn) * scale)

    def stop(self):
        """Switch both motors off: the robot rolls out."""
        self._off()

    def brake(self):
        """Brake both motors."""
        self.let_go()
        self._left.brake()
        self._right.brake()

    def distance(self):
        """How far the robot has driven since the start or `reset`, backward counted negative.

        Returns (int, mm)
        """
        left = self._left.count() - self._left_zero
        right = self._right.count() - self._right_zero
        return round((left + right) / (2 * self._counts_per_mm))

    def angle(self):
        """How far the robot has turned since the start or `reset`: by its wheels, or by the gyro after `use_gyro`.

        Returns (int, deg): positive is to the left (counter-clockwise).
        """
        return round(self._turned() / self._counts_per_deg)

    def reset(self):
        """Let `distance` and `angle` count from here."""
        self._left_zero = self._left.count()
        self._right_zero = self._right.count()
        self._gyro_zero = self._gyro_turn

    def pose(self):
        """Where the robot is, seen from where it stood at the start or `reset_pose`.

        Call `reset_pose` before the robot drives: from then on its way is followed.

        Returns (tuple): x (int, mm) ahead, y (int, mm) to the left, angle (int, deg) counter-clockwise.
        """
        if self._odometry is None and (self._left.count() or self._right.count()):
            from .errors import RoverError

            raise RoverError("R19", "pose()")
        return self.odometry().pose()

    def reset_pose(self, x=0, y=0, angle=0):
        """Say where the robot is, and follow its way from here.

        Arguments:
            x (Number, mm): -20000 to 20000.
            y (Number, mm): -20000 to 20000.
            angle (Number, deg): where it looks; 0 is along x, positive counter-clockwise. -3600 to 3600.
        """
        self.odometry().reset(x, y, angle)

    def use_gyro(self, use=True):
        """Steer by the gyro (or by the wheels again): moves then keep their direction though the wheels slip.

        The robot has to stand still for a second when it is switched on.

        Arguments:
            use (bool): whether to.
        """
        self._loop.stop(self._gyro_job)
        self._gyro = None
        if use:
            imu = self._imu = self._imu_of and self._imu_of()
            if imu is None:
                from .errors import RoverError

                raise RoverError("R11", "gyro", "IMU")
            imu.prepare()  # this calibrates it, if nobody has
            self._gyro = imu.turned
            self._gyro_rest = 0
            self._wheels = self._right.count() - self._left.count()
            self._loop.start(self._gyro_job, watch=True)
        self.reset()

    def done(self):
        """Whether no move is under way.

        Returns (bool)
        """
        motion = self._motion
        return motion is None or motion.result is not None

    def stalled(self):
        """Whether a wheel cannot turn, or the robot pushes against something.

        A push is felt in moves, under `drive` and the line follower, where the robot has driven freely before; not
        under `set_effort` and `arcade`, and not while it turns on the spot under `drive`.

        Returns (bool)
        """
        return self._left.stalled() or self._right.stalled() or self._push.found()

    # Inside

    def _turned(self):
        """The turn since `reset` in encoder counts of a wheel."""
        if self._gyro is not None:
            return (self._gyro_turn - self._gyro_zero) / 1024
        return (self._right.count() - self._right_zero - self._left.count() + self._left_zero) / 2


def _ramps(name, given, most, unit, scale):
    """Both ramps of an acceleration or of a pair of them, in motor units per period and period."""
    pair = given if type(given) is tuple and len(given) == 2 else (given, given)
    for value in pair:
        number(name, value, 50, most, unit)
    return [max(1, int(value * scale * _PERIOD_S * _PERIOD_S)) for value in pair]
