"""A row of reflectance sensors under the robot's front."""

from time import sleep_ms

from micropython import const

from .check import number
from .pins import analog_in

# A calibrated value up to this is the mat's own grain and not the line.
_GRAIN = const(120)
# So much of the line (sum over the sensors) must be seen to be on it.
_SEEN = const(150)
# Black and white must be so far apart (of 65535).
_CONTRAST = const(6000)
_SCALE = const(16384)
# In one look every sensor is read so often; only what all readings agree on widens the calibration.
_LOOKS = const(4)


class LineSensors:
    """Reflectance sensors in a row across the robot, over a dark line on a light floor.

    Arguments:
        numbers (tuple of int): their pins, from the robot's left to its right.
        spacing (Number, mm): from one to the next.
        white, black (int): readings over the floor and over the line until `calibrate` has been called; 0 to 65535.
    """

    def __init__(self, numbers, spacing, white=8000, black=50000):
        number("spacing", spacing, 2, 100, "mm")
        number("white", white, 0, 65535 - _CONTRAST, "")
        number("black", black, white + _CONTRAST, 65535, "")
        count = len(numbers)
        reads = []
        for i in range(count):
            reads.append(analog_in("LineSensors", "sensor " + str(i + 1), numbers[i]).read_u16)
        self._reads = reads
        self._count = count
        self._raw = [0] * count
        self._values = [0] * count
        self._low = [white] * count
        self._high = [black] * count
        self._gain = [0] * count
        # Where each sensor sits, in 1/10 mm to the left of the robot's middle.
        self._places = [int((count - 1 - 2 * i) * spacing * 5) for i in range(count)]
        self.reach = self._places[0]  # of the outermost sensor, 1/10 mm
        self._beyond = self.reach + int(spacing * 5)
        self._position = 0
        self._seen = 0
        self._set_gains()

    def read(self):
        """What the sensors measure now.

        Returns (list of int): 0 to 65535 each, from left to right; dark is high. The same list each time.
        """
        raw = self._raw
        reads = self._reads
        for i in range(self._count):
            raw[i] = reads[i]()
        return raw

    def read_calibrated(self):
        """How dark it is under each sensor now.

        Returns (list of int): 0 (as light as the floor) to 1000 (as dark as the line) each, from left to right. The
        same list each time.
        """
        self.position()
        return self._values

    def position(self):
        """Where the line is now.

        A line that has left the row over one end is remembered: the answer is a little beyond that end until the line
        is seen again. A line that vanishes under the middle (a gap) leaves the last place.

        Returns (int, 1/10 mm): 0 when the line is under the robot's middle, positive when it is to the left.
        """
        values = self._values
        reads = self._reads
        low = self._low
        gain = self._gain
        places = self._places
        total = 0
        moment = 0
        for i in range(self._count):
            value = ((reads[i]() - low[i]) * gain[i]) >> 14
            if value <= 0:
                values[i] = 0
                continue
            if value > 1000:
                value = 1000
            values[i] = value
            value -= _GRAIN
            if value > 0:
                total += value
                moment += value * places[i]
        self._seen = total
        if total >= _SEEN:
            position = self._position = moment // total
            return position
        position = self._position
        if position > self.reach >> 1:
            position = self._position = self._beyond
        elif position < -(self.reach >> 1):
            position = self._position = -self._beyond
        return position

    def on_line(self):
        """True when the last reading saw the line."""
        return self._seen >= _SEEN

    def calibrate(self, drive, angle=40):
        """Learn how light the floor and how dark the line is under each sensor.

        Put the robot on the line: it turns left and right over it and ends as it stood. What counts is what several
        readings at a time agree on, so that a single wild one spoils nothing.

        Arguments:
            drive (DriveBase): turns the robot.
            angle (Number, deg): how far to either side; 25 to 90.
        """
        number("angle", angle, 25, 90, "deg")
        low = [65535] * self._count
        high = [0] * self._count
        for part in (angle, -2 * angle, angle):
            drive.turn(part, wait=False)
            while not drive.done():
                self._widen(low, high)
                sleep_ms(2)
        for i in range(self._count):
            if high[i] - low[i] < _CONTRAST:
                from .errors import RoverError

                raise RoverError("R07", part="LineSensors", port="sensor " + str(i + 1), value=high[i] - low[i])
        self._low = low
        self._high = high
        self._set_gains()
        self._position = 0
        self.position()

    def calibration(self):
        """The readings over floor and line that are in use.

        Returns (tuple): two lists of int, 0 to 65535: floor and line, from left to right.
        """
        return self._low, self._high

    def _widen(self, low, high):
        for i in range(self._count):
            read = self._reads[i]
            lightest = darkest = read()
            for _ in range(_LOOKS - 1):
                value = read()
                if value < lightest:
                    lightest = value
                elif value > darkest:
                    darkest = value
            # all readings lie above `lightest` and below `darkest`
            if lightest > high[i]:
                high[i] = lightest
            if darkest < low[i]:
                low[i] = darkest

    def _set_gains(self):
        for i in range(self._count):
            self._gain[i] = 1000 * _SCALE // (self._high[i] - self._low[i])
