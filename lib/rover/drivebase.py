"""Two motors that drive as one: straight on, turning, and both at once."""

from micropython import const

from .check import number
from .control import PERIOD_MS, loop_of

_PI = 3.141592653589793
_PERIOD_S = PERIOD_MS / 1000
_IDLE = const(0)
_DRIVE = const(1)
_STRAIGHT = const(2)
_TURN = const(3)
_SETTLE = const(4)
# A finished move has both wheels this near to their place (1/1024 count: 4 counts, 1 mm) …
_NEAR = const(4 << 10)
_FAR = const(16 << 10)
# … for so many periods, and waits so long for it.
_SETTLED = const(3)
_SETTLE_MOST = const(40)
# A wheel that is held and stands for so many periods is stalled.
_STALLED = const(50)


class DriveBase:
    """A robot with a driven wheel on either side.

    Turning to the left (counter-clockwise, seen from above) is positive, as in mathematics; Pybricks has it the other
    way round.

    Arguments:
        left, right (Motor): the motors.
        wheel_diameter (Number, mm): diameter of the wheels.
        axle_track (Number, mm): distance between the points where the wheels touch the floor.
        max_speed (Number, mm/s): fastest speed a program may ask for.
        max_turn_rate (Number, deg/s): fastest turn a program may ask for.
        timer (int): the hardware timer of the control loop.
    """

    def __init__(self, left, right, wheel_diameter, axle_track, max_speed=600, max_turn_rate=400, timer=0):
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
        self._result = "done"
        self._remaining = 0
        self._sign = 1
        self._move_speed = 0
        self._move_ramp = 1
        self._velocity = 0
        self._periods_left = 0
        self._near = 0
        self._held = 0
        self._job = self._tick
        self._loop = loop_of(timer)
        self.settings(250, 600, 150, 1000)
        self._left_zero = self._right_zero = 0
        self.reset()

    # What a program calls

    def settings(self, straight_speed=None, straight_acceleration=None, turn_rate=None, turn_acceleration=None):
        """Choose how fast the next moves are. What is left out stays as it is.

        Arguments:
            straight_speed (Number, mm/s): of `straight`; 10 to the robot's fastest.
            straight_acceleration (Number, mm/s²): of every motion ahead; 50 to 5000.
            turn_rate (Number, deg/s): of `turn`; 5 to the robot's fastest.
            turn_acceleration (Number, deg/s²): of every turn; 50 to 10000.
        """
        if straight_speed is not None:
            number("straight_speed", straight_speed, 10, self.max_speed, "mm/s")
            self._straight_speed = self.forward_steps(straight_speed)
        if straight_acceleration is not None:
            number("straight_acceleration", straight_acceleration, 50, 5000, "mm/s²")
            self._forward_ramp = max(1, int(straight_acceleration * self._unit_per_mm * _PERIOD_S * _PERIOD_S))
        if turn_rate is not None:
            number("turn_rate", turn_rate, 5, self.max_turn_rate, "deg/s")
            self._turn_rate = self.turn_steps(turn_rate)
        if turn_acceleration is not None:
            number("turn_acceleration", turn_acceleration, 50, 10000, "deg/s²")
            self._turn_ramp = max(1, int(turn_acceleration * self._unit_per_deg * _PERIOD_S * _PERIOD_S))

    def straight(self, distance, wait=True):
        """Drive straight on and stop.

        Arguments:
            distance (Number, mm): how far; negative is backward. -20000 to 20000.
            wait (bool): False returns at once; `done()` tells when it has ended.

        Returns (str): how it ended: "done", "stalled" (a wheel could not turn) or "timed out".
        """
        number("distance", distance, -20000, 20000, "mm")
        return self._move(_STRAIGHT, distance * self._unit_per_mm, self._straight_speed, self._forward_ramp, wait)

    def turn(self, angle, wait=True):
        """Turn on the spot and stop.

        Arguments:
            angle (Number, deg): how far; positive is to the left (counter-clockwise). -3600 to 3600.
            wait (bool): False returns at once; `done()` tells when it has ended.

        Returns (str): how it ended: "done", "stalled" (a wheel could not turn) or "timed out".
        """
        number("angle", angle, -3600, 3600, "deg")
        return self._move(_TURN, angle * self._unit_per_deg, self._turn_rate, self._turn_ramp, wait)

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
        """How far the robot has turned since the start or `reset`, by its wheels.

        Returns (int, deg): positive is to the left (counter-clockwise).
        """
        left = self._left.count() - self._left_zero
        right = self._right.count() - self._right_zero
        return round((right - left) / (2 * self._counts_per_deg))

    def reset(self):
        """Let `distance` and `angle` count from here."""
        self._left_zero = self._left.count()
        self._right_zero = self._right.count()

    def done(self):
        """True when no `straight` or `turn` is under way."""
        return self._mode < _STRAIGHT

    # What parts on top of the drive base call

    def engage(self):
        """Take the motors and be ready for `steer`. A move that was under way ends as "stopped"."""
        if self._mode != _DRIVE:
            self._take()
            self._result = "stopped"

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

    def _take(self):
        idle = self._mode == _IDLE
        self._mode = _DRIVE  # first of all: from here on no tick ends the move that is replaced
        if idle:
            self._forward = self._turn = 0
            self._left.take(self)
            self._right.take(self)
            self._loop.start(self._job)

    def _move(self, mode, length, speed, ramp, wait):
        self._take()
        length = int(length)
        moving = self._forward if mode == _STRAIGHT else self._turn
        self._sign = -1 if length < 0 else 1
        self._forward_goal = self._turn_goal = 0
        self._remaining = length * self._sign
        self._velocity = moving * self._sign
        self._move_speed = speed
        self._move_ramp = ramp
        # Twice the time it should take, and two seconds.
        self._periods_left = 2 * (self._remaining // speed + speed // ramp) + 2000 // PERIOD_MS
        self._held = 0
        self._result = None
        self._mode = mode
        return self._wait() if wait else None

    def _wait(self):
        try:
            while self._result is None:
                self._loop.wait()
        finally:
            if self._result is None:  # the program was stopped, by Ctrl-C for instance
                self.stop()
        return self._result

    def _end(self, result):
        self._mode = _IDLE
        self._loop.stop(self._job)
        self._left.give_back()
        self._right.give_back()
        if self._result is None:
            self._result = result

    def _finish(self, result):
        self._end(result)
        self._left.short()
        self._right.short()

    def _tick(self, periods):
        mode = self._mode
        if mode == _STRAIGHT:
            forward = self._forward = self._plan(periods)
        else:
            forward = self._forward
            if forward != self._forward_goal:
                forward = self._forward = _toward(forward, self._forward_goal, self._forward_ramp * periods)
        if mode == _TURN:
            turn = self._turn = self._plan(periods)
        else:
            turn = self._turn
            if turn != self._turn_goal:
                turn = self._turn = _toward(turn, self._turn_goal, self._turn_ramp * periods)
        left = self._left_control(forward - turn, periods)
        right = self._right_control(forward + turn, periods)
        if mode > _DRIVE:
            if mode == _SETTLE:
                self._settle(periods)
            else:
                if left or right:
                    self._slip(left, right, periods)
                elif self._held:
                    self._held = 0
                self._periods_left -= periods
                if self._periods_left < 0:
                    self._finish("timed out")

    def _plan(self, periods):
        """The step of the moving axis for this tick: up to speed, along, and down again to end at the right place."""
        remaining = self._remaining
        ramp = self._move_ramp
        velocity = self._velocity + ramp * periods
        if velocity > self._move_speed:
            velocity = self._move_speed
        for _ in range(2):
            half = velocity >> 1
            if velocity > 0 and half * half // ramp * 2 + half > remaining:
                velocity -= ramp * periods
        if velocity < ramp and self._velocity >= 0:
            velocity = ramp
        self._velocity = velocity
        if velocity * periods >= remaining:
            velocity = remaining // periods
            remaining = 0
            self._forward_goal = self._turn_goal = self._near = self._held = 0
            self._mode = _SETTLE
        else:
            remaining -= velocity * periods
        self._remaining = remaining
        return velocity * self._sign

    def _settle(self, periods):
        """End the move when both wheels have stood at their place for a while, or will not get there."""
        self._forward = self._turn = 0
        self._held += periods
        if self._left.at_rest(_NEAR) and self._right.at_rest(_NEAR):
            self._near += 1
            if self._near >= _SETTLED:
                self._finish("done")
        elif self._held > _SETTLE_MOST:
            self._finish("done" if self._left.at_rest(_FAR) and self._right.at_rest(_FAR) else "stalled")

    def _slip(self, left, right, periods):
        """A wheel is held back: let the whole move wait for it, so that the robot keeps its path."""
        sign = self._sign
        left_sign = -sign if self._mode == _TURN else sign
        left *= left_sign
        right *= sign
        back = left if left > right else right
        if back < 0:
            back = left if left < right else right
        self._remaining += back
        self._left.shift((left - back) * left_sign)
        self._right.shift((right - back) * sign)
        if (left and self._left.stands()) or (right and self._right.stands()):
            self._held += periods
            if self._held > _STALLED:
                self._finish("stalled")


def _toward(value, goal, most):
    """`value` moved toward `goal` by at most `most`."""
    if value < goal:
        value += most
        return value if value < goal else goal
    value -= most
    return value if value > goal else goal
