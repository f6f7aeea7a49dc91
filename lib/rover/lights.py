"""A row of coloured lamps (WS2812, "NeoPixel") on one wire."""

from time import sleep_us, ticks_add, ticks_diff, ticks_us

from machine import bitstream
from micropython import const

from .check import number, one_of, whole
from .pins import digital_out

# ns: high and low of a 0, high and low of a 1
_TIMING = (400, 850, 800, 450)
# The lamps take the colours over in such a pause; older ones need 50 µs, the newest 280.
_PAUSE_US = const(300)
_COLOURS = {
    "off": 0x000000,
    "white": 0xFFFFFF,
    "red": 0xFF0000,
    "orange": 0xFF6000,
    "yellow": 0xFFC000,
    "green": 0x00FF00,
    "cyan": 0x00FFFF,
    "blue": 0x0000FF,
    "purple": 0x8000FF,
    "pink": 0xFF3080,
}


class Lights:
    """Coloured lamps in a row, each of its own colour. They outlast the program and a stop.

    A colour is a name (red, orange, yellow, green, cyan, blue, purple, pink, white, off) or the shares of red, green
    and blue, (255, 160, 0), 0 to 255 each.

    Arguments:
        pin (int): the pin of the first lamp's wire.
        count (int): how many lamps; 1 to 256.
        brightness (Number, %): of all of them; 0 to 100. All white at 100 % takes 60 mA a lamp.
        name (str): how messages call them.

    Example:
        rover.lights.fill("green")
        rover.lights.set(0, (255, 160, 0))
        rover.lights.brightness(10)
        rover.lights.off()
    """

    def __init__(self, pin, count, brightness=25, name="Lights"):
        self._count = whole("count", count, 1, 256, "")
        self._pin = digital_out(name, "pin", pin, 0)
        self._given = bytearray(3 * count)
        self._sent = bytearray(3 * count)
        self._since = ticks_add(ticks_us(), -_PAUSE_US)
        self._share = 0
        self._set_share(brightness)

    def set(self, i, colour, show=True):
        """Give one lamp a colour.

        Arguments:
            i (int): which lamp; 0 is the first.
            colour (str or tuple): a name, or (red, green, blue) with 0 to 255 each.
            show (bool): False keeps it for the next `set`, `fill` or `show`.
        """
        whole("i", i, 0, self._count - 1, "")
        self._put(i, _rgb(colour))
        if show:
            self.show()

    def fill(self, colour):
        """Give all lamps one colour.

        Arguments:
            colour (str or tuple): a name, or (red, green, blue) with 0 to 255 each.
        """
        rgb = _rgb(colour)
        for i in range(self._count):
            self._put(i, rgb)
        self.show()

    def off(self):
        """Switch all lamps off."""
        self.fill("off")

    def brightness(self, brightness):
        """Choose how bright all lamps are; they change at once.

        Arguments:
            brightness (Number, %): 0 to 100.
        """
        self._set_share(brightness)
        self.show()

    def show(self):
        """Send the colours to the lamps."""
        sent = self._sent
        share = self._share
        for i, value in enumerate(self._given):
            sent[i] = value * share + 128 >> 8
        left = _PAUSE_US - ticks_diff(ticks_us(), self._since)
        if 0 < left <= _PAUSE_US:
            sleep_us(left)
        bitstream(self._pin, 0, _TIMING, sent)
        self._since = ticks_us()

    def _set_share(self, brightness):
        self._share = int(number("brightness", brightness, 0, 100, "%") * 256 / 100)

    def _put(self, i, rgb):
        given = self._given
        given[3 * i] = rgb >> 8 & 255  # green comes first on the wire
        given[3 * i + 1] = rgb >> 16
        given[3 * i + 2] = rgb & 255


def _rgb(colour):
    if type(colour) is tuple or type(colour) is list:
        if len(colour) == 3:
            red, green, blue = colour
            whole("red", red, 0, 255, "")
            whole("green", green, 0, 255, "")
            whole("blue", blue, 0, 255, "")
            return red << 16 | green << 8 | blue
    elif type(colour) is str and colour in _COLOURS:
        return _COLOURS[colour]
    one_of("colour", colour, sorted(_COLOURS) + ["(red, green, blue)"])
