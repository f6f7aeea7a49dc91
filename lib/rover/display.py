"""SSD1306: a small display of 128 x 64 or 128 x 32 dots."""

from framebuf import MONO_VLSB, FrameBuffer
from micropython import const

from .check import whole
from .i2c import Chip

_COMMAND = const(0x00)
_DATA = const(0x40)
_LETTER = const(8)  # dots wide and high
# Off; addresses run along the rows; upright; the charge pump; bright; not inverse. Then what depends on the height.
_SETUP = b"\xae\x20\x00\x40\xa1\xc8\xd3\x00\xd5\x80\xd9\xf1\xdb\x30\x81\xcf\xa4\xa6\x8d\x14"
_ON = b"\xaf"


class Display:
    """A display. `print` is all that most programs need; `text` and `number` draw where `show` brings it to light.

    Lines are 16 letters long; there are 8 of them, or 4 on a display of 32 dots. Letters may be English, Russian and
    Kazakh; a sign that the display does not know is a hollow box.

    Arguments:
        i2c (I2C): the bus.
        address (int): the chip's.
        width, height (int, dots): of the glass.

    Example:
        rover.display.print("Hello!")
        rover.display.clear()
        rover.display.number(42)
        rover.display.show()
    """

    def __init__(self, i2c, address=0x3C, width=128, height=64):
        self._chip = Chip(i2c, address, "Display")
        self.width = width
        self.height = height
        self._pages = height // 8
        dots = bytearray(width * self._pages)
        self._rows = [memoryview(dots)[i * width : (i + 1) * width] for i in range(self._pages)]
        self._canvas = FrameBuffer(dots, width, height, MONO_VLSB)
        self._changed = 0  # a bit for each page that has changed since the last `show`
        self._open = False  # True: the program draws by itself, nobody knows where
        self._line = 0  # of the next `print`
        self._window = bytearray(6)

    def print(self, *values):
        """Show the values on the next line, with a space between them. The lines move up when the display is full.

        Arguments:
            values (any): numbers and texts, in Russian and Kazakh too; what is longer than a line goes on in the next.
        """
        text = " ".join([str(value) for value in values])
        letters = self.width // _LETTER
        for line in text.split("\n"):
            for start in range(0, max(1, len(line)), letters):
                self._next_line(line[start : start + letters])
        self.show()

    def text(self, value, x=0, y=0):
        """Draw text; `show` brings it to light. What was in its place is overwritten.

        Arguments:
            value (any): what to show; letters may be Russian and Kazakh too.
            x, y (int, dots): where it begins, from the upper left corner; each letter is 8 dots wide and high.
        """
        text = str(value)
        whole("x", x, -1024, 1024, "dots")
        whole("y", y, -1024, 1024, "dots")
        self._canvas.fill_rect(x, y, len(text) * _LETTER, _LETTER, 0)
        _write(self._canvas, text, x, y)
        self._change(y, _LETTER)

    def number(self, value):
        """Draw a number as large as the display is, in place of all that was there; `show` brings it to light.

        Arguments:
            value (Number or str, 1): a number, or any short text, in Russian or Kazakh too.
        """
        text = str(value)
        size = min(self.width // _LETTER // max(1, len(text)), self._pages) or 1
        letter = bytearray(_LETTER)
        small = FrameBuffer(letter, _LETTER, _LETTER, MONO_VLSB)
        self.clear()
        left = (self.width - size * _LETTER * len(text)) // 2
        top = (self.height - size * _LETTER) // 2
        for sign in text:
            small.fill(0)
            _write(small, sign, 0, 0)
            for i in range(_LETTER):
                column = letter[i]
                for j in range(_LETTER):
                    if column >> j & 1:
                        self._canvas.fill_rect(left + i * size, top + j * size, size, size, 1)
            left += size * _LETTER

    def clear(self):
        """Erase everything and begin with the first line again; `show` makes the display dark."""
        self._canvas.fill(0)
        self._line = 0
        self._change(0, self.height)

    def canvas(self):
        """What the display shows, for drawing lines, rectangles and dots; `show` brings it to light.

        Returns (framebuf.FrameBuffer)
        """
        self._open = True
        return self._canvas

    def show(self):
        """Send what has changed to the display: 3 ms for each line of text. The control loop goes on meanwhile."""
        if not self._chip.awake:
            self._wake()
        window = self._window
        for page in range(self._pages):
            if self._open or self._changed >> page & 1:
                window[0] = 0x21
                window[1] = 0
                window[2] = self.width - 1
                window[3] = 0x22
                window[4] = window[5] = page
                self._chip.send(_COMMAND, window)
                self._chip.send(_DATA, self._rows[page])
                self._changed &= ~(1 << page)

    def _wake(self):
        chip = self._chip
        tall = self.height > 32
        chip.send(_COMMAND, _SETUP)
        chip.send(_COMMAND, bytes((0xA8, self.height - 1, 0xDA, 0x12 if tall else 0x02)))
        chip.awake = True
        self._changed = -1
        self.show()  # what its memory holds at first is snow
        chip.send(_COMMAND, _ON)

    def _next_line(self, text):
        if self._line == self._pages:
            self._canvas.scroll(0, -_LETTER)
            self._line -= 1
            self._change(0, self.height)
        y = self._line * _LETTER
        self._canvas.fill_rect(0, y, self.width, _LETTER, 0)
        _write(self._canvas, text, 0, y)
        self._change(y, _LETTER)
        self._line += 1

    def _change(self, y, height):
        """Note that the rows of dots from `y` on have changed."""
        for page in range(max(0, y >> 3), min(self._pages, (y + height + 7) >> 3)):
            self._changed |= 1 << page


def _write(canvas, text, x, y):
    """Draw text; framebuf has the letters of ASCII, and the others are loaded when the first of them is drawn."""
    if text and max(text) > "~":
        from .letters import draw

        draw(canvas, text, x, y)
    else:
        canvas.text(text, x, y)
