"""Where the robot is, by what its wheels have done (and the gyro, where the drive base steers by it)."""

from array import array
from math import pi, sin

from micropython import const

# A whole turn is 2**28; the sine is looked up every 2**20 and between them taken along a straight line.
_TURN = const(1 << 28)
_MASK = const((1 << 28) - 1)
_QUARTER = const(64)  # steps of the table


class Odometry:
    """Follows the robot's way every 10 ms in whole numbers.

    x points ahead of where the robot stood when it began, y to its left, and angles are counter-clockwise.

    Arguments:
        counts_per_mm (Number, counts/mm): encoder counts for a mm of the robot's way.
        counts_per_deg (Number, counts/deg): encoder counts of each wheel for a degree of turning on the spot.
        turned_twice, gone_twice (function): twice the turn and twice the way since power-on, in encoder counts.

    Example:
        rover.drive.reset_pose()
        rover.drive.curve(150, 90)
        x, y, angle = rover.odometry.pose()
        print(x, y, angle)
    """

    def __init__(self, counts_per_mm, counts_per_deg, turned_twice, gone_twice):
        self._per_mm = 2 * counts_per_mm
        self._turned_twice = turned_twice
        self._gone_twice = gone_twice
        self._phase_per_count = int(_TURN / (720 * counts_per_deg) + 0.5)
        # For what is asked in the control loop, in whole numbers
        self._per_mm_256 = int(512 * counts_per_mm + 0.5)
        self._per_deg_256 = int(512 * counts_per_deg + 0.5)
        self._sine = array("h", [round(32767 * sin(2 * pi * i / 256)) for i in range(256 + _QUARTER + 1)])
        self.job = self._tick
        self.reset(0, 0, 0)

    def reset(self, x=0, y=0, angle=0):
        """Say where the robot is.

        Arguments:
            x (Number, mm): -20000 to 20000.
            y (Number, mm): -20000 to 20000.
            angle (Number, deg): where it looks; 0 is along x, positive counter-clockwise. -3600 to 3600.
        """
        from .check import number

        number("x", x, -20000, 20000, "mm")
        number("y", y, -20000, 20000, "mm")
        number("angle", angle, -3600, 3600, "deg")
        self._turned = self._first = self._turned_twice()
        self._gone = self._gone_twice()
        self._angle = angle
        self._angle_zero = round(angle)
        # Twice the way in counts, and what is left of it, times 32767
        self._x = int(x * self._per_mm)
        self._y = int(y * self._per_mm)
        self._x_rest = self._y_rest = 0
        self._phase = int(angle % 360 / 360 * _TURN) & _MASK

    def pose(self):
        """Where the robot is now.

        Returns (tuple): x (int, mm), y (int, mm), angle (int, deg); the angle counts whole turns on.
        """
        x, y, angle = self.exact()
        return round(x), round(y), round(angle)

    def x(self):
        """How far along x it was at the last tick of the control loop. For telemetry: takes no heap.

        Returns (int, mm)
        """
        return ((self._x << 8) + (self._per_mm_256 >> 1)) // self._per_mm_256

    def y(self):
        """How far along y it was at the last tick of the control loop. For telemetry: takes no heap.

        Returns (int, mm)
        """
        return ((self._y << 8) + (self._per_mm_256 >> 1)) // self._per_mm_256

    def angle(self):
        """Where it looked at the last tick of the control loop. For telemetry: takes no heap.

        Returns (int, deg): counter-clockwise; whole turns count on.
        """
        turned = (self._turned - self._first) << 8
        return self._angle_zero + (turned + (self._per_deg_256 >> 1)) // self._per_deg_256

    def exact(self):
        """As `pose`, with fractions.

        Returns (tuple): x (float, mm), y (float, mm), angle (float, deg).
        """
        self._tick(1)
        per_deg = _TURN / 360 / self._phase_per_count
        return self._x / self._per_mm, self._y / self._per_mm, self._angle + (self._turned - self._first) / per_deg

    def _tick(self, periods):
        turned = self._turned_twice()
        turn = (turned - self._turned) * self._phase_per_count
        self._turned = turned
        gone = self._gone_twice()
        way = gone - self._gone
        self._gone = gone
        phase = self._phase
        self._phase = (phase + turn) & _MASK
        if way:
            # The way goes along the direction in the middle of the turn.
            phase = (phase + (turn >> 1)) & _MASK
            at = phase >> 20
            part = phase >> 12 & 255
            sine = self._sine
            value = sine[at]
            ahead = way * (value + ((sine[at + 1] - value) * part >> 8)) + self._y_rest
            self._y += ahead >> 15
            self._y_rest = ahead & 32767
            at += _QUARTER
            value = sine[at]
            ahead = way * (value + ((sine[at + 1] - value) * part >> 8)) + self._x_rest
            self._x += ahead >> 15
            self._x_rest = ahead & 32767
