"""Writes down what the robot does while it does it, for a table or a graph afterwards."""

from array import array
from time import ticks_diff, ticks_ms, ticks_us

from micropython import const

from .check import number, whole
from .control import PERIOD_MS, loop_of

# Stands for "nothing measured"; the least whole number that takes no heap.
_NOTHING = const(-1073741824)
# A channel that takes longer (µs) would hold up the control of the motors.
_MOST_US = const(3000)
# ENOSPC, for which a board's `errno` has no name.
_NO_SPACE = const(28)


class Telemetry:
    """A flight recorder: some numbers (channels) every so many ms, in the control loop, whatever the program does.

    Room is taken when it starts, and recording takes no heap. When the room is full the newest records replace the
    oldest, so that the end of a ride is always there. Numbers are kept whole; None is kept as an empty cell.

    Arguments:
        timer (int): the hardware timer of the control loop.

    Example:
        log = rover.telemetry
        log.add("left_deg", rover.left_motor.angle)
        log.start(20)
        rover.drive.straight(100)
        log.save("run.csv")
    """

    def __init__(self, timer=0):
        self._loop = loop_of(timer)
        self._job = self._tick
        self._names = []
        self._sources = []
        self._attributes = []  # None for a source that is a function
        self._columns = []
        self._times = array("i")
        self._size = self._periods = self._wait = 0
        self._begun = 0
        self._recording = False
        self._count = 0  # records taken since `start`
        self._missed = 0

    def add(self, name, source, attribute=None):
        """Record one more number. Channels are added before `start`.

        Arguments:
            name (str): heads its column.
            source (function or object): without arguments it gives the number, as `rover.line.position`; it is called
                in the control loop, so it must be quick (3 ms) and take no heap. With `attribute`, an object.
            attribute (str): which attribute of that object.
        """
        from .check import function

        if self._recording:
            self._refuse("R69")
        if attribute is None:
            function("source", source)
        self._names.append(str(name))
        self._sources.append(source)
        self._attributes.append(attribute)
        self._columns = []

    def start(self, every=20, size=500):
        """Record from now on, over rover.stop() too; what was recorded before is forgotten.

        Arguments:
            every (int, ms): from one record to the next; 10 to 60000, in whole tens.
            size (int): records that find room, 4 bytes for each number and time; 10 to 5000.
        """
        whole("every", every, 10, 60_000, "ms")
        whole("size", size, 10, 5000, "records")
        self.stop()
        self._need_channels()
        for i in range(len(self._names)):
            value = self._value(i)
            for _ in range(2):  # the first time may calibrate something, and any may collect garbage
                began = ticks_us()
                value = self._value(i)
                took = ticks_diff(ticks_us(), began)
                if took <= _MOST_US:
                    break
            else:
                self._refuse("R70", self._names[i], (took + 999) // 1000, f"{_MOST_US // 1000} ms")
            if value is not None and type(value) is not bool:
                number("channel " + self._names[i], value, _NOTHING + 1, -_NOTHING - 1, "or None")
        if len(self._columns) != len(self._names) or len(self._times) != size:
            self._columns = []
            self._times = array("i")
            self._times = array("i", bytes(4 * size))
            for _ in self._names:
                self._columns.append(array("i", self._times))
        self._size = size
        self._periods = every // PERIOD_MS
        self._wait = 1
        self._count = self._missed = 0
        self._begun = ticks_ms()
        self._recording = True
        self._loop.start(self._job, watch=True)

    def stop(self):
        """Record no more. What is recorded stays."""
        self._recording = False
        self._loop.stop(self._job)

    def clear(self):
        """Stop, and forget records and channels; their room is free again."""
        self.stop()
        self._names = []
        self._sources = []
        self._attributes = []
        self._columns = []
        self._times = array("i")
        self._count = self._missed = 0

    def count(self):
        """How many records there are.

        Returns (int)
        """
        return self._count if self._count < self._size else self._size

    def dropped(self):
        """How many records are lost: the oldest, when the room was full, and those for which the board had no time.

        Returns (int)
        """
        return self._count - self.count() + self._missed

    def save(self, path="run.csv"):
        """Stop, write the records to the board's flash and say how many there are. A file of that name is replaced.

        When the flash is full an error says so; the file of before is then still there, and no half file is.

        Arguments:
            path (str): the file's name.

        Returns (int): how many records were written.
        """
        from os import remove, rename

        self.stop()
        self._need_channels()
        part = path + ".part"
        try:
            with open(part, "w") as file:
                self._write(file.write)
            rename(part, path)
        except OSError as error:
            try:
                remove(part)
            except OSError:
                pass  # it was never made
            from .errors import RoverError

            full = error.errno == _NO_SPACE
            raise RoverError("R61" if full else "R65", "Telemetry", path, value=self.count())
        from .errors import RoverError

        print(RoverError("R64", "Telemetry", path, value=self.count(), allowed=str(self.dropped())))
        return self.count()

    def print(self):
        """Stop, and print the records as lines of CSV."""
        self.stop()
        self._need_channels()
        self._write(_print)

    def _need_channels(self):
        if not self._names:
            self._refuse("R66")

    def _refuse(self, code, port="", value=None, allowed=""):
        from .errors import RoverError

        raise RoverError(code, "Telemetry", port, value=value, allowed=allowed)

    def _write(self, write):
        write("ms," + ",".join(self._names) + "\n")
        size = self._size
        for n in range(self._count - self.count(), self._count):
            at = n % size
            line = str(self._times[at])
            for column in self._columns:
                line += "," if column[at] == _NOTHING else "," + str(column[at])
            write(line + "\n")

    def _value(self, i):
        attribute = self._attributes[i]
        source = self._sources[i]
        return source() if attribute is None else getattr(source, attribute)

    def _tick(self, periods):
        wait = self._wait - periods
        if wait > 0:
            self._wait = wait
            return
        every = self._periods
        wait += every
        while wait <= 0:  # the loop came so late that whole records are gone
            wait += every
            self._missed += 1
        self._wait = wait
        at = self._count % self._size
        columns = self._columns
        for i in range(len(columns)):
            value = self._value(i)
            if type(value) is not int:
                value = _NOTHING if value is None else round(value)
            columns[i][at] = value
        self._times[at] = ticks_diff(ticks_ms(), self._begun)
        self._count += 1


def _print(text):
    print(text, end="")
