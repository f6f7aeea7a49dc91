"""Feels that the robot pushes against something, though its wheels turn: tyres that slip turn against the floor's grip.

Then both wheels trail their reference further than those of a free robot. How far those trail depends on the battery,
and is learned where the robot goes on at an even speed (docs/decisions/stall.md).
"""

from micropython import const

# So much further (1/1024 count, of 2 % of the power each), and for so many periods.
_FURTHER = const(4 << 10)
_PERIODS = const(6)
_UNKNOWN = const(2)
# What is known of the free robot follows each even period by 1/32.
_SLOWEST = const(5)
# To gather speed takes force, too: so much more is allowed for each unit of the ramp.
_INERTIA = const(6)


class Push:
    """Told each period how far the wheels trail. Lengths and speeds are motor units, see DriveControl."""

    def __init__(self):
        self._periods = 0
        self._turns_back = 0  # 1: wheels that turned before, the other way perhaps, have first to be caught
        self._more = 0  # allowed while the robot gathers speed
        # How far the wheels of the free robot trail at a speed; none known while the speed is 0
        self._free_trail = 0
        self._free_speed = 0
        self._learned = False
        self._seen = 0  # even periods since then
        self._shift = 1

    def found(self):
        """True when the robot pushes."""
        return self._periods >= _PERIODS

    def stand(self):
        """The motors are off or taken anew; nobody knows how their wheels turn."""
        self._periods = 0
        self._turns_back = _UNKNOWN

    def begin(self, ramp):
        """A move or a drive begins, that gathers speed by `ramp` a period."""
        self._periods = 0
        self._more = ramp * _INERTIA
        self._learned = False
        if self._turns_back == 1:
            self._turns_back = 0

    def feel(self, speed, trail, cruises, left, right):
        """Both wheels (Wheel) trail by `trail` on average, at `speed`, both positive as the robot goes.

        `cruises`: the speed does not change.
        """
        if self._turns_back:
            if self._turns_back == _UNKNOWN:
                self._turns_back = 1 if left.fast() or right.fast() else 0
            return
        if left.strained() or right.strained():
            return
        if speed == 0:
            self._periods = 0
            return
        known = self._free_speed
        unknown = known == 0 or speed > 2 * known
        free = trail if unknown else self._free_trail * speed // known
        if cruises and (unknown or not self._learned):
            if unknown:
                self._seen = 0
                self._shift = 1
            self._learned = True
            self._free_trail = free
            self._free_speed = speed
        further = trail - free
        if further >= _FURTHER + (0 if cruises else self._more):
            if self._periods < _PERIODS:
                self._periods += 1
        elif self._periods:
            self._periods -= 1
        elif cruises:
            self._learn(further)

    def _learn(self, further):
        # The first even periods hold something of the ramp's force, so downwards it is their mean. Upwards it stays
        # slow: a wall that is met soon is no free robot.
        self._free_trail += further >> (self._shift if further < 0 else _SLOWEST)
        if self._shift < _SLOWEST:
            self._seen += 1
            if self._seen >> self._shift:
                self._shift += 1
