"""What keeps both wheels of a drive base in step, every 10 ms: ways, their ends, and what holds a robot back."""

from micropython import const

from .check import one_of
from .control import PERIOD_MS, loop_of
from .motor import THEN
from .push import Push
from .wheel import FAR, NEAR, SETTLE_MOST, SETTLED

_PERIOD_S = PERIOD_MS / 1000
_IDLE = const(0)
_DRIVE = const(1)
_WAY = const(2)
_SETTLE = const(3)


class DriveControl:
    """The inside of DriveBase. Lengths and speeds are motor units: 1/1024 count, and that per period.

    Arguments:
        left, right (Motor): the motors.
        counts_per_mm (Number): encoder counts for a mm of the robot's way.
        counts_per_deg (Number): encoder counts of each wheel for a degree of turning on the spot.
        timer (int): the hardware timer of the control loop.
    """

    def __init__(self, left, right, counts_per_mm, counts_per_deg, timer):
        self._left = left
        self._right = right
        self._left_control = left.control
        self._right_control = right.control
        self._counts_per_mm = counts_per_mm
        self._counts_per_deg = counts_per_deg  # of each wheel, one forward and one back
        self._unit_per_mm = counts_per_mm * 1024
        self._unit_per_deg = counts_per_deg * 1024
        self._most = left.most_step  # of a wheel
        # Of moves, see DriveBase.settings
        self._straight_speed = self._turn_rate = 1
        self._forward_up = self._forward_down = self._turn_up = self._turn_down = 1
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
        self._push = Push()
        self._gyro = self._imu = None
        self._gyro_scale = int(self._unit_per_deg)
        self._gyro_turn = 0  # 1/1024 count of each wheel, by the gyro
        self._gyro_rest = 0
        self._wheels = 0
        self._gyro_job = self._look
        self._odometry = None
        self._job = self._tick
        self._loop = loop_of(timer)

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
            self._push.begin(self._forward_up)
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
        self._push.stand()
        if self._mode != _IDLE:
            self._end("stopped")

    # Inside

    def _off(self):
        self.let_go()
        self._left.stop()
        self._right.stop()

    def _take(self):
        mode = self._mode
        self._mode = _DRIVE  # first of all: from here on no tick ends the move that is replaced
        if self._left.owner is not self:  # nothing was under way, or a tick has just ended it
            self._forward = self._turn = 0
            self._push.stand()
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
        if self._push.found():
            self._forward = self._turn = 0  # the robot stands, whatever its wheels do
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
        self._push.begin(up)
        self._left.mark()
        self._right.mark()
        # Twice the time it should take, and two seconds.
        self._periods_left = 2 * way.periods() + 2000 // PERIOD_MS
        self._near = 0
        motion = self._motion = Motion(name, self._loop, self._off)
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
        elif not (left or right):
            self._feel_drive(forward)

    def _watch(self, left, right, periods):
        """See whether the move has ended, or cannot."""
        self._periods_left -= periods
        if self._left.held() or self._right.held():
            self._finish("stalled")
        elif self._mode == _SETTLE:
            # Both wheels have stood at their place for a while, or will not get there.
            if self._left.at_rest(NEAR) and self._right.at_rest(NEAR):
                self._near += periods
                if self._near >= SETTLED:
                    self._finish("done")
            elif self._periods_left < 0:
                self._finish("done" if self._left.at_rest(FAR) and self._right.at_rest(FAR) else "stalled")
        elif self._periods_left < 0:
            self._finish("timed out")
        elif self._way.ended():
            self._mode = _SETTLE
            self._forward = self._turn = 0
            self._periods_left = SETTLE_MOST
        else:
            if left or right:
                self._slip(left, right)
            else:
                self._feel()

    def _feel(self):
        """Find out in a move whether the robot pushes against something."""
        way = self._way
        left, right = self._left, self._right
        trail = (right.error - left.error if self._turns else right.error + left.error) * way.sign >> 1
        self._push.feel(way.velocity, trail, way.cruises(), left, right)
        if self._push.found():
            self._finish("stalled")

    def _feel_drive(self, forward):
        """The same while the robot drives on; nothing ends it."""
        left, right = self._left, self._right
        trail = right.error + left.error >> 1
        cruises = forward == self._forward_goal
        if forward < 0:
            forward = -forward
            trail = -trail
        self._push.feel(forward, trail, cruises, left, right)

    def _strain(self, mode):
        """A wheel is held back. Where its encoder is silent or counts the wrong way, driving on makes it only worse."""
        for motor, other in ((self._left, self._right), (self._right, self._left)):
            if motor.held():
                if motor.against():
                    code = "R18"
                elif not other.held() and not other.silent() and (motor.frozen() if mode == _DRIVE else motor.silent()):
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
