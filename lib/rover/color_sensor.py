"""TCS34725: what colour the floor under the sensor has."""

from time import sleep_ms, ticks_diff, ticks_ms

from micropython import const

from .i2c import Chip

# Registers are asked for with bit 7 set, and bit 5: go on to the next one after each byte.
_ENABLE = const(0xA0)
_TIME = const(0xA1)
_GAIN = const(0xAF)
_IDENTITY = const(0xB2)
_STATUS = const(0xB3)
# A measurement takes 10 cycles of 2.4 ms.
_CYCLES = const(10)
_MOST_MS = const(80)
_LOOKS = const(4)
# White paper 10 mm below the sensor: clear, red, green, blue. So much of the clear light is needed to be white.
_WHITE = (3870, 1420, 1540, 1445)
_LEAST_WHITE = const(800)
# Each channel also sees some of the others' light (data sheet); this takes it out again, in 1/1000.
_UNMIX = ((1312, -266, -46), (-31, 1508, -477), (-250, -759, 2009))
# What is darker (%) is black; what has less saturation (%) is white or grey, and white when it is lighter.
_BLACK = const(10)
_PALE = const(30)
_LIGHT = const(55)
_STRONG = const(45)
# Hues in degrees: from, to, name. Between them nothing is sure.
_HUES = ((0, 20, "red"), (28, 75, "yellow"), (85, 165, "green"), (185, 265, "blue"), (330, 361, "red"))


class ColorSensor:
    """A colour sensor over the floor, with a lamp of its own.

    Arguments:
        i2c (I2C): the bus.
        address (int): the chip's.

    Example:
        if rover.color.color() == "red":
            rover.drive.brake()
        print(rover.color.reflection(), "%")
    """

    def __init__(self, i2c, address=0x29):
        self._chip = Chip(i2c, address, "ColorSensor")
        self._block = bytearray(9)
        self._white = list(_WHITE)

    def color(self):
        """The name of the colour under the sensor.

        Returns (str): "red", "yellow", "green", "blue", "white" or "black"; None when it is none of them for sure.
        """
        hue, saturation, value = self.hsv()
        if value < _BLACK:
            return "black"
        if saturation < _PALE:
            return "white" if value >= _LIGHT else None
        if saturation >= _STRONG:
            for low, high, name in _HUES:
                if low <= hue < high:
                    return name
        return None

    def rgb(self):
        """How much red, green and blue light the floor throws back.

        Returns (tuple of int, %): 0 to 100 each; white is (100, 100, 100).
        """
        red, green, blue = self._light()
        return min(100, red // 10_000), min(100, green // 10_000), min(100, blue // 10_000)

    def hsv(self):
        """The colour as hue, saturation and value.

        Returns (tuple of int): hue in degrees, 0 (red) to 359, green at 120, blue at 240; saturation in %, 0 for grey;
        value in %, 0 for black.
        """
        red, green, blue = self._light()
        most = max(red, green, blue)
        span = most - min(red, green, blue)
        if span == 0:
            return 0, 0, min(100, most // 10_000)
        if most == red:
            hue = (green - blue) * 60 // span
        elif most == green:
            hue = 120 + (blue - red) * 60 // span
        else:
            hue = 240 + (red - green) * 60 // span
        return hue % 360, span * 100 // most, min(100, most // 10_000)

    def reflection(self):
        """How much of the lamp's light the floor throws back.

        Returns (int, %): 0 to 100; 100 is white.
        """
        self._look()
        return min(100, self._count(0) * 100 // self._white[0])

    def calibrate_white(self):
        """Learn what white is: put the sensor over white paper or a white mat. Takes 0.1 s.

        Raises R33 where it is too dark for white.
        """
        total = [0, 0, 0, 0]
        for _ in range(_LOOKS):
            self._look()
            for i in range(4):
                total[i] += self._count(i)
            sleep_ms(27)  # until there is another measurement
        if total[0] < _LEAST_WHITE * _LOOKS:
            from .errors import RoverError

            raise RoverError("R33", "ColorSensor", value=total[0] // _LOOKS, allowed=str(_LEAST_WHITE))
        self._white = [max(1, count // _LOOKS) for count in total]

    def _light(self):
        """Red, green and blue light from the floor; white is a million of each."""
        self._look()
        white = self._white
        red, green, blue = [self._count(i) * 1000 // white[i] for i in (1, 2, 3)]
        return [max(0, row[0] * red + row[1] * green + row[2] * blue) for row in _UNMIX]

    def _look(self):
        """Read the last measurement; the first one is waited for."""
        chip = self._chip
        block = self._block
        if not chip.awake:
            chip.check(_IDENTITY, 0x44, 0x4D)
            chip.put(_TIME, 256 - _CYCLES)
            chip.put(_GAIN, 1)  # 4 times
            chip.put(_ENABLE, 1)
            sleep_ms(3)
            chip.put(_ENABLE, 3)
            chip.awake = True
        begun = ticks_ms()
        chip.fill(_STATUS, block)
        while not block[0] & 1:
            if ticks_diff(ticks_ms(), begun) > _MOST_MS:
                chip.lost()
            sleep_ms(2)
            chip.fill(_STATUS, block)

    def _count(self, channel):
        """Clear (0), red, green or blue of the measurement read last."""
        return self._block[1 + 2 * channel] | self._block[2 + 2 * channel] << 8
