"""Two motors that drive as one: straight on, turning, along an arc, or on and on."""

from micropython import const

from .check import number, one_of
from .control import PERIOD_MS, loop_of
from .motor import THEN

_PI = 3.141592653589793
_PERIOD_S = PERIOD_MS / 1000
_IDLE = const(0)
_DRIVE = const(1)
_WAY = const(2)
_SETTLE = const(3)
# A finished move has both wheels this near to their place (1/1024 count: 4 counts, 1 mm) …
_NEAR = const(4 << 10)
_FAR = const(16 << 10)
# … for so many periods, and waits so long for it.
_SETTLED = const(3)
_SETTLE_MOST = const(40)
# Wheels that slip on the floor turn on, but against its grip. Where both trail by so much more than those of a free
# robot (1/1024 count, of 2 % of the power each), and for so long, the robot pushes against something.
_PUSHES = const(4 << 10)
_PUSHES_PERIODS = const(6)
_UNKNOWN = const(2)
# To gather speed takes force, too: so much more is allowed for each unit of the ramp.
_INERTIA = const(6)


class DriveBase:
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
        self._left = left
        self._right = right
        self._left_control = left.control
        self._right_control = right.control
        self.max_speed = max_speed
        self.max_turn_rate = max_turn_rate
        counts = left.counts_per_turn / (_PI * wheel_diameter)
        self._counts_per_mm = counts
        self._counts_per_deg = counts * axle_track * _PI / 360  # of each wheel, one forward and one back
        # Inside, lengths and speeds are motor units: 1/1024 count, and that per period.
        self._unit_per_mm = counts * 1024
        self._unit_per_deg = self._counts_per_deg * 1024
        self._most = left.most_step  # of a wheel
        self._forward = 0
        self._turn = 0
        self._forward_goal = 0
        self._turn_goal = 0
        self._mode = _IDLE
        self._way = None
        self._turns = False  # the way is one of turning; the other axis follows it by this share (of 16384)
        self._share = 0
        self._share_rest = 0
        self._then = "brake"
        self._motion = None
        self._periods_left = 0
        self._near = 0
        self._turns_back = False
        self._pushes = 0
        self._push_more = 0  # allowed while the robot gathers speed
        # How far the wheels of the free robot trail at a speed; none known while the speed is 0
        self._free_trail = 0
        self._free_speed = 0
        self._learned = False
        self._imu_of = imu
        self._gyro = self._imu = None
        self._gyro_scale = int(self._unit_per_deg)
        self._gyro_turn = 0  # 1/1024 count of each wheel, by the gyro
        self._gyro_rest = 0
        self._gyro_zero = 0
        self._wheels = 0
        self._gyro_job = self._look
        self._job = self._tick
        self._loop = loop_of(timer)
        self.settings(250, 600, 150, 1000)
        self._left_zero = self._right_zero = 0
        self._odometry = None
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
        self.steer(self.forward_steps(speed), self.turn_steps(turn_rate))

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
        self.let_go()
        self._left.stop()
        self._right.stop()

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
        return self._mode < _WAY

    def stalled(self):
        """Whether a wheel cannot turn, or the robot pushes against something.

        Returns (bool)
        """
        return self._left.stalled() or self._right.stalled() or self._pushes >= _PUSHES_PERIODS

    # What parts on top of the drive base call

    def odometry(self):
        """The odometry that follows the robot's way from now on (Odometry)."""
        if self._odometry is None:
            from .odometry import Odometry

            self._odometry = Odometry(self._counts_per_mm, self._counts_per_deg, self.turned_twice, self.gone_twice)
        self._go_on_watching()
        return self._odometry

    def gone_twice(self):
        """Twice the way of the robot's middle since power-on, in encoder counts."""
        return self._left.count() + self._right.count()

    def turned_twice(self):
        """Twice the turn since power-on, in encoder counts of a wheel; by the gyro while it is used."""
        if self._gyro is not None:
            return self._gyro_turn >> 9
        return self._right.count() - self._left.count()

    def engage(self):
        """Take the motors and be ready for `steer`. A move that was under way ends as "stopped"."""
        if self._mode != _DRIVE:
            self._take()
            self._tell("stopped")

    def engaged(self):
        """True from `engage` until something else takes the motors."""
        return self._mode == _DRIVE

    def forward_steps(self, speed):
        """A speed (mm/s) in motor units, for `steer`."""
        return int(speed * self._unit_per_mm * _PERIOD_S)

    def turn_steps(self, turn_rate):
        """A turn rate (deg/s) in motor units, for `steer`."""
        return int(turn_rate * self._unit_per_deg * _PERIOD_S)

    def steer(self, forward, turn):
        """`drive` in motor units, unchecked, for a controller that calls it every period: allocates nothing."""
        free = self._most - (turn if turn > 0 else -turn)
        if forward > free:
            forward = free if free > 0 else 0
        elif forward < -free:
            forward = -free if free > 0 else 0
        self._forward_goal = forward
        self._turn_goal = turn

    def let_go(self):
        """End control of the motors as they are; they go on with what they were last told."""
        if self._mode != _IDLE:
            self._end("stopped")

    # Inside

    def _turned(self):
        """The turn since `reset` in encoder counts of a wheel."""
        if self._gyro is not None:
            return (self._gyro_turn - self._gyro_zero) / 1024
        return (self._right.count() - self._right_zero - self._left.count() + self._left_zero) / 2

    def _take(self):
        mode = self._mode
        self._mode = _DRIVE  # first of all: from here on no tick ends the move that is replaced
        self._pushes = 0
        if self._left.owner is not self:  # nothing was under way, or a tick has just ended it
            self._forward = self._turn = 0
            self._turns_back = _UNKNOWN
            self._left.take(self)
            self._right.take(self)
            self._loop.start(self._job)
            self._go_on_watching()
        elif mode == _WAY:  # what comes now begins at the speed of the move that it replaces
            velocity = self._way.velocity * self._way.sign
            share = velocity * self._share >> 14
            self._forward += share if self._turns else velocity
            self._turn += velocity if self._turns else share

    def _go_on_watching(self):
        """Gyro and odometry have ended with the program before, where this one is typed at the prompt."""
        if self._odometry is not None:
            self._loop.start(self._odometry.job, watch=True)
        if self._gyro is not None:
            self._imu.prepare()
            self._loop.start(self._gyro_job, watch=True)

    def _move(self, name, forward, turn, then, wait):
        """Drive by so much (motor units), both in step."""
        one_of("then", then, THEN)
        if self._motion is not None:
            self._motion.make_way()
        from .motion import Motion

        way = self._way
        if way is None:
            from .trajectory import Trajectory

            way = self._way = Trajectory()
        forward = int(forward)
        turn = int(turn)
        turns = abs(turn) > abs(forward)
        length, other = (turn, forward) if turns else (forward, turn)
        if turns:
            top, up, down = self._turn_rate, self._turn_up, self._turn_down
            if forward:
                top = min(top, self._straight_speed * abs(turn) // abs(forward))
        else:
            top, up, down = self._straight_speed, self._forward_up, self._forward_down
            if turn:
                top = min(top, self._turn_rate * abs(forward) // abs(turn))
        share = other * 16384 // length if length else 0
        # The outer wheel goes faster than the robot's middle.
        top = max(1, min(top, self._most * 16384 // (16384 + abs(share))))
        self._take()
        self._tell("stopped")
        self._forward_goal = self._turn_goal = 0
        way.start(length, self._turn if turns else self._forward, top, up, down)
        # What moves already on the axis that follows goes over into its share.
        if turns:
            self._turn = 0
            self._forward -= way.velocity * way.sign * share >> 14
        else:
            self._forward = 0
            self._turn -= way.velocity * way.sign * share >> 14
        self._turns = turns
        self._share = share
        self._share_rest = 0
        self._then = then
        self._push_more = up * _INERTIA
        self._learned = False
        if self._turns_back and self._turns_back != _UNKNOWN:
            self._turns_back = False
        self._left.mark()
        self._right.mark()
        # Twice the time it should take, and two seconds.
        self._periods_left = 2 * way.periods() + 2000 // PERIOD_MS
        self._near = 0
        motion = self._motion = Motion(name, self._loop, self.stop)
        self._mode = _WAY
        return motion.finish(wait)

    def _tell(self, result):
        """Tell who waits for the present move how it has ended."""
        motion = self._motion
        if motion is not None and motion.result is None:
            motion.result = result

    def _end(self, result):
        self._mode = _IDLE
        self._loop.stop(self._job)
        self._left.give_back()
        self._right.give_back()
        self._tell(result)

    def _finish(self, result):
        then = self._then
        if then == "hold" and result == "done":
            self._mode = _DRIVE
            self._forward = self._turn = self._forward_goal = self._turn_goal = 0
            self._tell(result)
            return
        self._end(result)
        if then == "stop":
            self._left.release()
            self._right.release()
        else:
            self._left.short()
            self._right.short()

    def _tick(self, periods):
        forward = self._forward
        if forward != self._forward_goal:
            forward = self._forward = _toward(
                forward, self._forward_goal, self._forward_up * periods, self._forward_down * periods
            )
        turn = self._turn
        if turn != self._turn_goal:
            turn = self._turn = _toward(turn, self._turn_goal, self._turn_up * periods, self._turn_down * periods)
        mode = self._mode
        if mode == _WAY:
            step = self._way.step(periods)
            share = step * self._share + self._share_rest
            self._share_rest = share & 16383
            if self._turns:
                turn += step
                forward += share >> 14
            else:
                forward += step
                turn += share >> 14
        left = self._left_control(forward - turn, periods)
        right = self._right_control(forward + turn, periods)
        if left or right:
            self._strain(mode)
        if mode > _DRIVE:
            self._watch(left, right, periods)

    def _watch(self, left, right, periods):
        """See whether the move has ended, or cannot."""
        self._periods_left -= periods
        if self._left.stalled() or self._right.stalled():
            self._finish("stalled")
        elif self._mode == _SETTLE:
            # Both wheels have stood at their place for a while, or will not get there.
            if self._left.at_rest(_NEAR) and self._right.at_rest(_NEAR):
                self._near += periods
                if self._near >= _SETTLED:
                    self._finish("done")
            elif self._periods_left < 0:
                self._finish("done" if self._left.at_rest(_FAR) and self._right.at_rest(_FAR) else "stalled")
        elif self._periods_left < 0:
            self._finish("timed out")
        elif self._way.ended():
            self._mode = _SETTLE
            self._forward = self._turn = 0
            self._periods_left = _SETTLE_MOST
        else:
            if left or right:
                self._slip(left, right)
            elif not (self._left.strained() or self._right.strained()):
                self._feel(periods)

    def _feel(self, periods):
        """Find out whether the robot pushes against something: both wheels then trail as those of a free one do not.

        How far those trail depends on the battery, and is learned where the robot goes on at full speed.
        """
        if self._turns_back:
            # Wheels that turned when this began, the other way perhaps, have first to be caught.
            if self._turns_back == _UNKNOWN:
                self._turns_back = self._left.fast() or self._right.fast()
            return
        way = self._way
        left, right = self._left.error, self._right.error
        trail = (right - left if self._turns else right + left) * way.sign >> 1
        cruises = way.cruises()
        if cruises and not self._learned:
            self._learned = True
            self._free_trail = self._free_at(way.velocity, trail)
            self._free_speed = way.velocity
        trail -= self._free_at(way.velocity, trail)
        if trail < _PUSHES + (0 if cruises else self._push_more):
            self._pushes = 0
            if cruises:
                self._free_trail += trail >> 5
        else:
            self._pushes += periods
            if self._pushes >= _PUSHES_PERIODS:
                self._finish("stalled")

    def _free_at(self, speed, trail):
        """How far the wheels of a free robot trail at that speed; `trail` where nothing near it is known."""
        known = self._free_speed
        if known == 0 or speed > 2 * known:
            return trail
        return self._free_trail * speed // known

    def _strain(self, mode):
        """A wheel is held back. Where its encoder is silent or counts the wrong way, driving on makes it only worse."""
        for motor, other in ((self._left, self._right), (self._right, self._left)):
            if motor.stalled():
                if motor.against():
                    code = "R18"
                elif (
                    not other.stalled()
                    and not other.silent()
                    and (motor.frozen() if mode == _DRIVE else motor.silent())
                ):
                    code = "R17"
                else:
                    continue
                from .errors import RoverError

                self._then = "brake"
                self._finish("stalled")
                self._loop.fail(RoverError(code, "Motor " + motor.name, motor.port))
                return

    def _slip(self, left, right):
        """A wheel is held back: let the whole move wait for it, so that the robot keeps its path."""
        way = self._way
        sign = way.sign
        left_sign = -sign if self._turns else sign
        left *= left_sign
        right *= sign
        back = left if left > right else right
        if back < 0:
            back = left if left < right else right
        way.delay(back * sign)
        self._left.shift((left - back) * left_sign)
        self._right.shift((right - back) * sign)

    def _look(self, periods):
        """Take in what the gyro says of the turn, and let the motors make good what the wheels said wrongly."""
        turned = self._gyro() * self._gyro_scale + self._gyro_rest
        self._gyro_rest = turned & 1023
        turned >>= 10
        self._gyro_turn += turned
        wheels = self._right.count() - self._left.count()
        wrong = ((wheels - self._wheels) << 9) - turned
        self._wheels = wheels
        if self._mode != _IDLE:
            self._left.shift(-wrong)
            self._right.shift(wrong)


def _toward(value, goal, up, down):
    """`value` moved toward `goal`: by at most `up` away from 0 and by at most `down` back to it."""
    if value < goal:
        value += up if value >= 0 else down
        return value if value < goal else goal
    value -= up if value <= 0 else down
    return value if value > goal else goal


def _ramps(name, given, most, unit, scale):
    """Both ramps of an acceleration or of a pair of them, in motor units per period and period."""
    pair = given if type(given) is tuple and len(given) == 2 else (given, given)
    for value in pair:
        number(name, value, 50, most, unit)
    return [max(1, int(value * scale * _PERIOD_S * _PERIOD_S)) for value in pair]
