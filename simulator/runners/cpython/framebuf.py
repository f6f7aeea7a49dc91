"""`framebuf` of the board for the CPython child: pixel for pixel, error for error what MicroPython's own module does.

Formats, clipping and rounding follow the module's documentation (docs.micropython.org, library/framebuf) and its
behaviour; `tests/contract/test_framebuf.py` draws at random with this one and with the interpreter's.
"""

import _framebuf_drawing as _drawing
from _framebuf_drawing import GS2_HMSB, GS4_HMSB, GS8, MONO_HLSB, MONO_HMSB, MONO_VLSB, RGB565  # noqa: F401

MVLSB = MONO_VLSB
_MOST = 0xFFFF
_WORD = 1 << 31
_ASKED = object()  # no colour given: a pixel is asked for its own


def _int(value):
    """A whole number of the machine, as the board takes it."""
    if type(value) is not int:
        if not isinstance(value, int):
            raise TypeError(f"can't convert {type(value).__name__} to int")
        value = int(value)
    if not -_WORD <= value < _WORD:
        raise OverflowError("overflow converting long int to machine word")
    return value


class FrameBuffer:
    """Pixels in a buffer of the program's; a plain one has no attributes, a subclass may have any."""

    __slots__ = ("__weakref__", "_fb_data", "_fb_format", "_fb_height", "_fb_owner", "_fb_stride", "_fb_width")

    def __repr__(self):
        return "<FrameBuffer>"

    def __init__(self, buffer, width, height, format, stride=None, /, *, _writes=True):
        width, height, format = _int(width), _int(height), _int(format)
        step = width if stride is None else _int(stride)
        if not (1 <= width <= _MOST and 1 <= height <= _MOST and width <= step <= _MOST):
            raise ValueError
        bits = _drawing.BITS.get(format)
        if bits is None:
            raise ValueError("invalid format")
        rows, columns, steps = height, width, height - 1
        if format == MONO_VLSB:
            rows = (height + 7) & ~7
            steps = rows - 8
        elif bits < 8:
            more = 8 // bits - 1  # a row begins with a byte
            step = (step + more) & ~more
            columns = (width + more) & ~more
        data = _bytes_of(buffer, _writes)
        if (steps * step + (rows - steps) * columns) * bits // 8 > len(data):
            raise ValueError
        self._fb_owner = buffer
        self._fb_data = data
        self._fb_width, self._fb_height, self._fb_format = width, height, format
        self._fb_stride = step & _MOST

    def __bytes__(self):
        return bytes(self._fb_data)

    def __buffer__(self, flags):
        return memoryview(self._fb_owner)

    def fill(self, color, /):
        _drawing.fill(self, 0, 0, self._fb_width, self._fb_height, _int(color))

    def pixel(self, x, y, color=_ASKED, /):
        x, y = _int(x), _int(y)
        if 0 <= x < self._fb_width and 0 <= y < self._fb_height:
            if color is _ASKED:
                return _drawing.get(self, x, y)
            _drawing.put(self, x, y, _int(color))
        return None

    def hline(self, x, y, width, color, /):
        _drawing.clipped_fill(self, _int(x), _int(y), _int(width), 1, _int(color))

    def vline(self, x, y, height, color, /):
        _drawing.clipped_fill(self, _int(x), _int(y), 1, _int(height), _int(color))

    def fill_rect(self, x, y, width, height, color, /):
        _drawing.clipped_fill(self, _int(x), _int(y), _int(width), _int(height), _int(color))

    def rect(self, x, y, width, height, color, fill=False, /):
        x, y, width, height, color = _int(x), _int(y), _int(width), _int(height), _int(color)
        if fill:
            _drawing.clipped_fill(self, x, y, width, height, color)
            return
        _drawing.clipped_fill(self, x, y, width, 1, color)
        _drawing.clipped_fill(self, x, y + height - 1, width, 1, color)
        _drawing.clipped_fill(self, x, y, 1, height, color)
        _drawing.clipped_fill(self, x + width - 1, y, 1, height, color)

    def line(self, x1, y1, x2, y2, color, /):
        _drawing.line(self, _int(x1), _int(y1), _int(x2), _int(y2), _int(color))

    def ellipse(self, x, y, x_radius, y_radius, color, fill=False, quadrants=15, /):
        x, y, a, b, color = _int(x), _int(y), _int(x_radius), _int(y_radius), _int(color)
        _drawing.ellipse(self, x, y, a, b, color, bool(fill), _int(quadrants) & 15)

    def poly(self, x, y, points, color, fill=False, /):
        x, y = _int(x), _int(y)
        try:
            view = memoryview(points)
        except TypeError:
            raise TypeError("object with buffer protocol required") from None
        count = view.nbytes // (view.itemsize * 2)
        if count == 0:
            return
        color = _int(color)
        corners = [(_int(view[2 * i]), _int(view[2 * i + 1])) for i in range(count)]
        if fill:
            _drawing.filled_polygon(self, x, y, corners, color)
        else:
            before = corners[0]
            for corner in reversed(corners):
                _drawing.line(self, x + before[0], y + before[1], x + corner[0], y + corner[1], color)
                before = corner

    def text(self, text, x, y, color=1, /):
        if isinstance(text, str):
            data = text.encode()
        elif isinstance(text, bytes):
            data = text
        else:
            raise TypeError(f"can't convert '{type(text).__name__}' object to str implicitly")
        _drawing.text(self, data.split(b"\0")[0], _int(x), _int(y), _int(color))

    def scroll(self, x_step, y_step, /):
        _drawing.scroll(self, _int(x_step), _int(y_step))

    def blit(self, source, x, y, key=-1, palette=None, /):
        source = _source(source)
        x, y, key = _int(x), _int(y), _int(key)
        _drawing.blit(self, source, x, y, key, None if palette is None else _source(palette))


def FrameBuffer1(buffer, width, height, stride=None, /):
    return FrameBuffer(buffer, width, height, MONO_VLSB, width if stride is None else stride)


def _bytes_of(buffer, writes):
    """The buffer as bytes; TypeError when there is none, or none to write to."""
    try:
        view = buffer._fb_data if isinstance(buffer, FrameBuffer) else memoryview(buffer).cast("B")
    except TypeError:
        raise TypeError("object with buffer protocol required") from None
    if writes and view.readonly:
        raise TypeError("object with buffer protocol required")
    return view


def _source(given):
    if isinstance(given, FrameBuffer):
        return given
    if not isinstance(given, tuple | list):
        raise TypeError(f"object '{type(given).__name__}' isn't a tuple or list")
    if not 4 <= len(given) <= 5:
        raise ValueError
    return FrameBuffer(*given, _writes=False)
