"""A row of reflectance sensors under the robot's front."""

from os import stat

from micropython import const, schedule

from .check import number, one_of, whole
from .pins import analog_in

FILE = "/line.cal"
# A calibrated value up to this is the mat's own grain, or a lamp's light on it, and not the line.
GRAIN = const(300)
# So much of the line beyond that (sum over the sensors) must be seen to be on it.
_SEEN = const(100)
# Floor and line must be so far apart (of 65535).
CONTRAST = const(6000)
# What saw the line for so many looks (of 80 ms) at which the line was elsewhere, too, is dead.
_DEAD_LOOKS = const(6)
_DARK = const(500)
_SCALE = const(16384)
_LINES = ("dark", "light")
# What a line of 20 mm has under it, in mm: it never covers this much of the row evenly, or only where the robot stands
# aslant; so where it does, a branch goes off.
_BRANCH_MM = const(22)
_BRANCH_ASLANT_MM = const(14)
_LINE_MM = const(20)


class LineSensors:
    """Reflectance sensors in a row across the robot, over a dark line on a light floor or a light one on a dark floor.

    Arguments:
        numbers (tuple of int): their pins, from the robot's left to its right; 2 to 8.
        spacing (Number, mm): from one to the next; 2 to 100.
        white, black (int): readings over white and over black until `calibrate` has been called; 0 to 65535.
        line (str): "dark" or "light", until `calibrate` has been called.
        board (str): the board's name. With it, what `calibrate` learns is kept on flash, for `load`.

    Example:
        rover.line.load() or rover.line.calibrate(rover.drive)
        print(rover.line.position(), rover.line.on_line())
    """

    def __init__(self, numbers, spacing, white=8000, black=50000, line="dark", board=""):
        count = whole("the number of line sensors", len(numbers), 2, 8, "")
        number("spacing", spacing, 2, 100, "mm")
        number("white", white, 0, 65535 - CONTRAST, "")
        number("black", black, white + CONTRAST, 65535, "")
        one_of("line", line, _LINES)
        self.board = board
        self.spacing = spacing
        self._inputs = [analog_in("LineSensors", "sensor " + str(i + 1), numbers[i]).read_u16 for i in range(count)]
        self._count = count
        self._raw = [0] * count
        self._shown = [0] * count
        # Where each sensor sits, in 1/10 mm to the left of the robot's middle.
        self._places = [int((count - 1 - 2 * i) * spacing * 5) for i in range(count)]
        self.reach = self._places[0]  # of the outermost sensor, 1/10 mm
        self._beyond = self.reach + int(spacing * 5)
        self.values = [0] * count
        self._position = 0
        self.total = 0  # how much of the line the last look saw; 0 where that is not enough to be on it
        self._known = False
        self._dead = ()
        self._died = 0  # the index of what `watch` has found
        self._looks = [0] * count  # of `watch`: how often each has seen a line that was elsewhere, too
        self.use([white] * count, [black] * count, line, ())

    # What a program calls

    def read(self):
        """What the sensors measure now.

        Returns (list of int): 0 to 65535 each, from left to right; dark is high. The same list each time.
        """
        raw = self._raw
        inputs = self._inputs
        for i in range(self._count):
            raw[i] = inputs[i]()
        return raw

    def read_calibrated(self):
        """How much of the line is under each sensor now.

        Returns (list of int): 0 (floor) to 1000 (line) each, from left to right. The same list each time.
        """
        self.position()
        shown = self._shown
        for i in range(self._count):
            value = self.values[i]
            shown[i] = value if value > 0 else 0
        return shown

    def position(self):
        """Where the line is now.

        A line that has left the row over one end is remembered: the answer is a little beyond that end until the line
        is seen again. A line that vanishes under the middle (a gap) leaves the last place.

        Returns (int, 1/10 mm): 0 when the line is under the robot's middle, positive when it is to the left.
        """
        values = self.values
        reads = self._reads
        zero = self._zero
        gain = self._gain
        places = self._places
        total = 0
        moment = 0
        for i in range(self._count):
            value = ((reads[i]() - zero[i]) * gain[i]) >> 14
            if value <= GRAIN:
                values[i] = value
                continue
            if value > 1000:
                value = 1000
            values[i] = value
            value -= GRAIN
            total += value
            moment += value * places[i]
        if total >= _SEEN:
            self.total = total
            position = self._position = moment // total
            return position
        self.total = 0
        position = self._position
        if position > self._left_end:
            position = self._position = self._beyond
        elif position < self._right_end:
            position = self._position = -self._beyond
        return position

    def on_line(self):
        """Look, and tell whether the line is anywhere under the row.

        Returns (bool)
        """
        self.position()
        return self.total > 0

    def left_branch(self):
        """Look, and tell whether the line reaches out to the left end of the row: something goes off there.

        Returns (bool)
        """
        self.position()
        return bool(self.sides() & 1)

    def right_branch(self):
        """Look, and tell whether the line reaches out to the right end of the row.

        Returns (bool)
        """
        self.position()
        return bool(self.sides() & 2)

    def calibrate(self, drive, angle=40):
        """Learn how light the floor and how dark the line is under each sensor, and which of them is the line.

        Put the robot on the line: it turns left and right over it and ends as it stood. What counts is what several
        readings at a time agree on, so that a single wild one spoils nothing. A sensor that does not change is named
        and left out. What was learned is kept on flash, for `load`.

        Arguments:
            drive (DriveBase): turns the robot.
            angle (Number, deg): how far to either side; 25 to 90.
        """
        number("angle", angle, 25, 90, "deg")
        from .line_calibration import learn, save

        learn(self, self._inputs, drive, angle)
        self._position = 0
        self.position()
        save(self)

    def load(self):
        """Use the last calibration from flash, if there is one of this board.

        Returns (bool): True when there was one.
        """
        try:
            stat(FILE)
        except OSError:
            return False
        from .line_calibration import load

        return load(self)

    def calibrated(self):
        """True when the sensors have been calibrated, now or before by what `load` found."""
        return self._known

    def calibration(self):
        """The readings over white and black that are in use.

        Returns (tuple): two lists of int, 0 to 65535: white and black, from left to right.
        """
        return self._low, self._high

    def polarity(self, line=None):
        """Which is the line.

        Arguments:
            line (str): "dark" or "light" sets it; nothing leaves it as it is.

        Returns (str): "dark" or "light".
        """
        if line is not None:
            self.use(self._low, self._high, one_of("line", line, _LINES), self._dead, self._known)
        return self._line

    def dead(self):
        """The sensors that do not change and are left out.

        Returns (tuple of int): 1 for the leftmost sensor, and so on.
        """
        return tuple([i + 1 for i in self._dead])

    # What the calibration and the follower call

    def use(self, low, high, line, dead, known=False):
        """Go by these readings over white and black, this line, and without the sensors whose indexes are `dead`."""
        self._low = low
        self._high = high
        self._line = line
        self._dead = dead
        self._known = known
        count = self._count
        light = line == "light"
        # Position is reckoned from these: what the floor reads, and 1000 for the line over the difference.
        self._zero = high[:] if light else low[:]
        self._gain = [(-1000 if light else 1000) * _SCALE // (high[i] - low[i]) for i in range(count)]
        self._reads = self._inputs[:]
        alive = [i for i in range(count) if i not in dead]
        for i in dead:
            self._zero[i] = 0
            self._gain[i] = _SCALE
            self._reads[i] = self._guess(i) if alive[0] < i < alive[-1] else _nothing
        half = int(self.spacing * 5) + 10
        place = self._places[alive[0]]
        self._left_end = max(place - half, place // 3)
        place = self._places[alive[-1]]
        self._right_end = min(place + half, place // 3)
        middle = count // 2
        self._left = [i for i in alive if i <= middle]
        self._right = [i for i in alive if i >= count - 1 - middle]
        self._left_share = self._share(self._left)
        self._right_share = self._share(self._right)
        self.short = self._left_share > 717 or self._right_share > 717  # tells a branch only as it comes up

    def watch(self):
        """Notice a sensor that died on the way: it goes on seeing the line where the line is not. Ask every 80 ms.

        A tick may ask: what takes heap is done after it.
        """
        looks = self._looks
        values = self.values
        first = last = -1
        apart = False
        for i in range(self._count):
            if values[i] <= _DARK:
                looks[i] = 0
            else:
                apart = apart or (last >= 0 and i - last > 1)
                last = i
        if not apart or len(self._dead) >= self._count // 4:
            return
        for i in range(self._count):
            if values[i] > _DARK:
                looks[i] += 1
                if first < 0 or looks[i] > looks[first]:
                    first, last = i, first
                elif last < 0 or looks[i] > looks[last]:
                    last = i
        if looks[first] >= _DEAD_LOOKS and looks[first] > looks[last]:
            self._died = first
            try:
                schedule(_leave_out, self)
            except RuntimeError:  # too much waits already; the next look finds it again
                pass

    def least_wide(self):
        """The `total` above which a branch may be under the row."""
        return 385 * (self._count // 2 + 1)

    def sides(self):
        """Where the line reaches from the row's middle to its ends: 1 to the left, 2 to the right, 3 to both."""
        most = max(self.values)
        return self._covers(self._left, most * self._left_share >> 10) | (
            self._covers(self._right, most * self._right_share >> 10) << 1
        )

    # Inside

    def _covers(self, group, level):
        """1 when all the group's sensors see that much of the line."""
        if level <= GRAIN:
            return 0
        values = self.values
        for i in group:
            if values[i] < level:
                return 0
        return 1

    def _share(self, group):
        """How much of the darkest reading (of 1024) all of a group must see where a branch goes off; 0: cannot tell."""
        span = (self._places[group[0]] - self._places[group[-1]]) // 10
        return 0 if span < _BRANCH_ASLANT_MM or self._count < 3 else 952 if span < _BRANCH_MM else 717

    def _guess(self, dead):
        """Stands in for a dead sensor: what of the line's width the others do not see, it would."""
        values = self.values
        width = int(1000 * _LINE_MM / self.spacing)

        left = self._places[dead] + int(self.spacing * 12.5)  # what has been further off than that is not under it
        right = self._places[dead] - int(self.spacing * 12.5)

        def _rest():
            if values[dead - 1] < 100 and values[dead + 1] < 100 or not right < self._position < left:
                return 0
            rest = width
            for i in range(len(values)):
                if i != dead and values[i] > 0:
                    rest -= values[i]
            return rest if rest > 0 else 0

        return _rest


def _leave_out(line):
    """Go on without what `watch` has found, and name it."""
    from .line_calibration import tell

    tell("R43", line._died)
    line.use(line._low, line._high, line._line, line._dead + (line._died,), line._known)


def _nothing():
    return 0
