"""Teaches line sensors their floor and line, and keeps on flash what they have learned."""

import os
from time import sleep_ms

from micropython import const

from .errors import RoverError
from .line_sensors import CONTRAST, FILE

_WRITTEN = "/line.new"
_FORM = "1"  # of the file
# In one look every sensor is read so often; only what all readings agree on widens the calibration.
_LOOKS = const(4)
# A wire that ends nowhere goes up and down so many times as much as a sensor.
_LOOSE = const(2)


def learn(line, inputs, drive, angle):
    """Turn over the line, and have `line` use what its sensors see there."""
    count = len(inputs)
    low = [65535] * count
    high = [0] * count
    sums = [0] * count
    before = [0] * count
    ways = [0] * count  # how much each has gone up and down
    looks = 0
    for part in (angle, -2 * angle, angle):
        drive.turn(part, wait=False)
        while not drive.done():
            for i in range(count):
                value = _widen(inputs[i], low, high, i) >> 4
                sums[i] += value
                if looks:
                    ways[i] += abs(value - before[i])
                before[i] = value
            looks += 1
            sleep_ms(2)
    dead = [i for i in range(count) if high[i] - low[i] < CONTRAST]
    still = dead[:]
    # Over the line and back, all go up and down alike, by their own measure; a loose wire does it more.
    ways = [ways[i] * 160 // (high[i] - low[i] + 1) for i in range(count)]
    usual = sorted(ways)[count // 2]
    dead += [i for i in range(count) if i not in still and ways[i] > _LOOSE * usual]
    if len(dead) > count // 4:
        i = dead[0]
        raise RoverError("R07", "LineSensors", "sensor " + str(i + 1), high[i] - low[i])
    # The row is over the floor for most of the way: the line is what it sees more rarely.
    light = 0
    for i in range(count):
        if i in dead:
            low[i], high[i] = 0, 65535
        else:
            light += 1 if (sums[i] << 4) // looks > (low[i] + high[i]) // 2 else -1
    for i in dead:
        tell("R40" if i in still else "R43", i)
    line.use(low, high, "light" if light > 0 else "dark", tuple(dead), True)


def tell(code, i):
    """Name a sensor that is left out."""
    print(RoverError(code, "LineSensors", "sensor " + str(i + 1)))


def _widen(read, low, high, i):
    """Look once, and widen the limits by what all readings lie above, and by what they lie below."""
    lightest = darkest = read()
    for _ in range(_LOOKS - 1):
        value = read()
        if value < lightest:
            lightest = value
        elif value > darkest:
            darkest = value
    if lightest > high[i]:
        high[i] = lightest
    if darkest < low[i]:
        low[i] = darkest
    return lightest


def save(line):
    """Keep the calibration of `line` on flash: all of it or, when the power fails, none."""
    if not line.board:
        return
    low, high = line.calibration()
    rows = [_FORM, line.board, line.polarity(), _words(low), _words(high), _words(line.dead())]
    try:
        with open(_WRITTEN, "w") as file:
            file.write("\n".join(rows))
        os.rename(_WRITTEN, FILE)
    except OSError:
        print(RoverError("R41", "LineSensors", FILE))


def load(line):
    """Have `line` use what `save` kept; False where nothing is kept, or nothing that fits this robot."""
    try:
        with open(FILE) as file:
            rows = file.read(600).split("\n")
        form, board, polarity, low, high, dead = rows
        low, high, dead = _numbers(low), _numbers(high), _numbers(dead)
    except (OSError, ValueError):
        return False
    count = len(line.calibration()[0])
    if form != _FORM or not line.board or board != line.board or polarity not in ("dark", "light"):
        return False
    if len(low) != count or len(high) != count or len(dead) > count // 4:
        return False
    for i in range(count):
        if not 0 <= low[i] <= high[i] - CONTRAST <= 65535 - CONTRAST:
            return False
    for i in dead:
        if not 1 <= i <= count:
            return False
    for i in dead:
        tell("R43", i - 1)
    line.use(low, high, polarity, tuple([i - 1 for i in dead]), True)
    return True


def _words(numbers):
    return " ".join([str(number) for number in numbers])


def _numbers(words):
    return [int(word) for word in words.split()]
