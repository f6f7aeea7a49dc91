"""`framebuf` of the board for the CPython child: pixel for pixel, error for error what MicroPython's own module does.

Formats, clipping and rounding follow the module's documentation (docs.micropython.org, library/framebuf) and its
behaviour; `tests/contract/test_framebuf.py` draws at random with this one and with the interpreter's.
"""

from _petme_font import GLYPHS as _GLYPHS

MVLSB = MONO_VLSB = 0
RGB565 = 1
GS4_HMSB = 2
MONO_HLSB = 3
MONO_HMSB = 4
GS2_HMSB = 5
GS8 = 6

_BITS = {MONO_VLSB: 1, RGB565: 16, GS4_HMSB: 4, MONO_HLSB: 1, MONO_HMSB: 1, GS2_HMSB: 2, GS8: 8}
_MOST = 0xFFFF
_WORD = 1 << 31
_ASKED = object()  # no colour given: a pixel is asked for its own
_Q1, _Q2, _Q3, _Q4 = 1, 2, 4, 8  # quadrants of an ellipse, counter-clockwise from the upper right

# The shift of pixel x within its byte, by x modulo the pixels of a byte.
_SHIFTS = {
    MONO_HLSB: (7, 6, 5, 4, 3, 2, 1, 0),
    MONO_HMSB: (0, 1, 2, 3, 4, 5, 6, 7),
    GS2_HMSB: (0, 2, 4, 6),
    GS4_HMSB: (4, 0),
}


def _int(value):
    """A whole number of the machine, as the board takes it."""
    if type(value) is not int:
        if not isinstance(value, int):
            raise TypeError(f"can't convert {type(value).__name__} to int")
        value = int(value)
    if not -_WORD <= value < _WORD:
        raise OverflowError("overflow converting long int to machine word")
    return value


def _quotient(a, b):
    """a / b as C divides: towards zero."""
    return a // b if (a < 0) == (b < 0) else -(-a // b)


_set_tables = {}
_clear_tables = {}


def _table(mask, on):
    """What `bytes.translate` needs to set or clear the bits of `mask` in every byte."""
    tables = _set_tables if on else _clear_tables
    found = tables.get(mask)
    if found is None:
        found = tables[mask] = bytes((byte | mask) if on else (byte & ~mask) for byte in range(256))
    return found


class FrameBuffer:
    """Pixels in a buffer of the program's; a plain one has no attributes, a subclass may have any."""

    __slots__ = ("__weakref__", "_fb_data", "_fb_format", "_fb_height", "_fb_owner", "_fb_stride", "_fb_width")

    def __init__(self, buffer, width, height, format, stride=None, /, *, _writes=True):
        width, height, format = _int(width), _int(height), _int(format)
        step = width if stride is None else _int(stride)
        if not (1 <= width <= _MOST and 1 <= height <= _MOST and width <= step <= _MOST):
            raise ValueError
        bits = _BITS.get(format)
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
        _fill(self, 0, 0, self._fb_width, self._fb_height, _int(color))

    def pixel(self, x, y, color=_ASKED, /):
        x, y = _int(x), _int(y)
        if 0 <= x < self._fb_width and 0 <= y < self._fb_height:
            if color is _ASKED:
                return _get(self, x, y)
            _set(self, x, y, _int(color))
        return None

    def hline(self, x, y, width, color, /):
        _clipped_fill(self, _int(x), _int(y), _int(width), 1, _int(color))

    def vline(self, x, y, height, color, /):
        _clipped_fill(self, _int(x), _int(y), 1, _int(height), _int(color))

    def fill_rect(self, x, y, width, height, color, /):
        _clipped_fill(self, _int(x), _int(y), _int(width), _int(height), _int(color))

    def rect(self, x, y, width, height, color, fill=False, /):
        x, y, width, height, color = _int(x), _int(y), _int(width), _int(height), _int(color)
        if fill:
            _clipped_fill(self, x, y, width, height, color)
            return
        _clipped_fill(self, x, y, width, 1, color)
        _clipped_fill(self, x, y + height - 1, width, 1, color)
        _clipped_fill(self, x, y, 1, height, color)
        _clipped_fill(self, x + width - 1, y, 1, height, color)

    def line(self, x1, y1, x2, y2, color, /):
        _line(self, _int(x1), _int(y1), _int(x2), _int(y2), _int(color))

    def ellipse(self, x, y, x_radius, y_radius, color, fill=False, quadrants=15, /):
        x, y, a, b, color = _int(x), _int(y), _int(x_radius), _int(y_radius), _int(color)
        _ellipse(self, x, y, a, b, color, bool(fill), _int(quadrants) & 15)

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
            _filled_polygon(self, x, y, corners, color)
        else:
            before = corners[0]
            for corner in reversed(corners):
                _line(self, x + before[0], y + before[1], x + corner[0], y + corner[1], color)
                before = corner

    def text(self, text, x, y, color=1, /):
        if isinstance(text, str):
            data = text.encode()
        elif isinstance(text, bytes):
            data = text
        else:
            raise TypeError(f"can't convert '{type(text).__name__}' object to str implicitly")
        _text(self, data.split(b"\0")[0], _int(x), _int(y), _int(color))

    def scroll(self, x_step, y_step, /):
        _scroll(self, _int(x_step), _int(y_step))

    def blit(self, source, x, y, key=-1, palette=None, /):
        source = _source(source)
        x, y, key = _int(x), _int(y), _int(key)
        _blit(self, source, x, y, key, None if palette is None else _source(palette))


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


def _set(fb, x, y, color):
    format, data = fb._fb_format, fb._fb_data
    if format == MONO_VLSB:
        at, mask = (y >> 3) * fb._fb_stride + x, 1 << (y & 7)
        data[at] = data[at] | mask if color else data[at] & ~mask
        return
    at = x + y * fb._fb_stride
    if format == GS8:
        data[at] = color & 0xFF
    elif format == RGB565:
        data[2 * at] = color & 0xFF
        data[2 * at + 1] = color >> 8 & 0xFF
    elif format == GS4_HMSB:
        old = data[at >> 1]
        data[at >> 1] = old & 0xF0 | color & 15 if x & 1 else old & 15 | (color & 15) << 4
    elif format == GS2_HMSB:
        shift = (x & 3) << 1
        data[at >> 2] = data[at >> 2] & ~(3 << shift) | (color & 3) << shift
    else:
        mask = 1 << _SHIFTS[format][x & 7]
        data[at >> 3] = data[at >> 3] | mask if color else data[at >> 3] & ~mask


def _get(fb, x, y):
    format, data = fb._fb_format, fb._fb_data
    if format == MONO_VLSB:
        return data[(y >> 3) * fb._fb_stride + x] >> (y & 7) & 1
    at = x + y * fb._fb_stride
    if format == GS8:
        return data[at]
    if format == RGB565:
        return data[2 * at] | data[2 * at + 1] << 8
    if format == GS4_HMSB:
        return data[at >> 1] & 15 if x & 1 else data[at >> 1] >> 4
    if format == GS2_HMSB:
        return data[at >> 2] >> ((x & 3) << 1) & 3
    return data[at >> 3] >> _SHIFTS[format][x & 7] & 1


def _set_inside(fb, x, y, color):
    if 0 <= x < fb._fb_width and 0 <= y < fb._fb_height:
        _set(fb, x, y, color)


def _clipped_fill(fb, x, y, width, height, color):
    if width < 1 or height < 1:
        return
    right, bottom = min(fb._fb_width, x + width), min(fb._fb_height, y + height)
    x, y = max(x, 0), max(y, 0)
    if x < right and y < bottom:
        _fill(fb, x, y, right - x, bottom - y, color)


def _fill(fb, x, y, width, height, color):
    """Fill a rectangle that lies inside."""
    data, stride, format = fb._fb_data, fb._fb_stride, fb._fb_format
    if format == MONO_VLSB:
        bottom = y + height
        while y < bottom:
            band = y & ~7
            until = min(bottom, band + 8)
            mask = (0xFF << (y - band)) & (0xFF >> (band + 8 - until))
            at = (band >> 3) * stride + x
            data[at : at + width] = bytes(data[at : at + width]).translate(_table(mask, bool(color)))
            y = until
        return
    bits = _BITS[format]
    if bits >= 8:
        size = bits // 8
        row = (color & ((1 << bits) - 1)).to_bytes(size, "little") * width
        for at in range((x + y * stride) * size, (x + (y + height) * stride) * size, stride * size):
            data[at : at + len(row)] = row
        return
    pixels = 8 // bits
    right = x + width
    first = min(right, (x + pixels - 1) // pixels * pixels)  # where whole bytes begin
    last = max(first, right // pixels * pixels)
    value = (1 if color else 0) if bits == 1 else color & ((1 << bits) - 1)
    whole = bytes((sum(value << shift for shift in range(0, 8, bits)),)) * ((last - first) // pixels)
    for line in range(y, y + height):
        at = (first + line * stride) // pixels
        data[at : at + len(whole)] = whole
        for column in range(x, first):
            _set(fb, column, line, value)
        for column in range(last, right):
            _set(fb, column, line, value)


def _line(fb, x1, y1, x2, y2, color):
    if x1 == x2:  # upright and level ones meet no rounding
        _clipped_fill(fb, x1, min(y1, y2), 1, abs(y2 - y1) + 1, color)
        return
    if y1 == y2:
        _clipped_fill(fb, min(x1, x2), y1, abs(x2 - x1) + 1, 1, color)
        return
    along, across = abs(x2 - x1), abs(y2 - y1)
    x_step, y_step = (1 if x2 > x1 else -1), (1 if y2 > y1 else -1)
    steep = across > along
    if steep:
        along, across = across, along
    error = 2 * across - along
    x, y = x1, y1
    for _ in range(along):
        _set_inside(fb, x, y, color)
        if error >= 0:
            if steep:
                x += x_step
            else:
                y += y_step
            error -= 2 * along
        if steep:
            y += y_step
        else:
            x += x_step
        error += 2 * across
    _set_inside(fb, x2, y2, color)


def _ellipse(fb, cx, cy, a, b, color, fill, quadrants):
    """In whole numbers, by the change of the ellipse's equation from pixel to pixel (Kennedy's algorithm)."""
    if a == 0 and b == 0:
        if quadrants:
            _set_inside(fb, cx, cy, color)
        return
    a2, b2 = a * a, b * b
    x, y, error = a, 0, 0
    x_change, y_change = b2 * (1 - 2 * a), a2
    x_stop, y_stop = 2 * b2 * a, 0
    while x_stop >= y_stop:  # where it is steeper than 45 degrees
        _ellipse_points(fb, cx, cy, x, y, color, fill, quadrants)
        y += 1
        y_stop += 2 * a2
        error += y_change
        y_change += 2 * a2
        if 2 * error + x_change > 0:
            x -= 1
            x_stop -= 2 * b2
            error += x_change
            x_change += 2 * b2
    x, y, error = 0, b, 0
    x_change, y_change = b2, a2 * (1 - 2 * b)
    x_stop, y_stop = 0, 2 * a2 * b
    while x_stop <= y_stop:
        _ellipse_points(fb, cx, cy, x, y, color, fill, quadrants)
        x += 1
        x_stop += 2 * b2
        error += x_change
        x_change += 2 * b2
        if 2 * error + y_change > 0:
            y -= 1
            y_stop -= 2 * a2
            error += y_change
            y_change += 2 * a2


def _ellipse_points(fb, cx, cy, x, y, color, fill, quadrants):
    for quadrant, right, up in ((_Q1, True, True), (_Q2, False, True), (_Q3, False, False), (_Q4, True, False)):
        if quadrants & quadrant:
            row = cy - y if up else cy + y
            if fill:
                _clipped_fill(fb, cx if right else cx - x, row, x + 1, 1, color)
            else:
                _set_inside(fb, cx + x if right else cx - x, row, color)


def _filled_polygon(fb, x, y, corners, color):
    """Row by row between the places where edges cross it; an edge's lower end belongs to the next edge."""
    edges = list(zip([corners[0], *corners[:0:-1]], reversed(corners), strict=True))
    rows = [corner[1] for corner in corners]
    for row in range(min(rows), max(rows) + 1):
        nodes = []
        for (x1, y1), (x2, y2) in edges:
            if y1 != y2 and (y1 > row >= y2 or y1 <= row < y2):
                nodes.append(_quotient(32 * x1 + _quotient(32 * (x2 - x1) * (row - y1), y2 - y1) + 16, 32))
            elif row == max(y1, y2):  # a lowest point is an end of two edges
                if y1 < y2:
                    _set_inside(fb, x + x2, y + y2, color)
                elif y2 < y1:
                    _set_inside(fb, x + x1, y + y1, color)
                else:
                    _line(fb, x + x1, y + y1, x + x2, y + y2, color)
        nodes.sort()
        for i in range(0, len(nodes) - 1, 2):
            _clipped_fill(fb, x + nodes[i], y + row, nodes[i + 1] - nodes[i] + 1, 1, color)


def _text(fb, text, x, y, color):
    width, height = fb._fb_width, fb._fb_height
    if y >= height or y <= -8:
        return
    keep = 0xFF  # the rows of a glyph that are inside
    if y < 0:
        keep &= 0xFF << -y
    if y + 8 > height:
        keep &= 0xFF >> (y + 8 - height)
    upright = fb._fb_format == MONO_VLSB
    for code in text:
        if x >= width:
            return
        if x > -8:
            glyph = (code - 32 if 32 <= code <= 127 else 95) * 8
            for column in range(8):
                if 0 <= x + column < width:
                    rows = _GLYPHS[glyph + column] & keep
                    if upright:
                        _set_column(fb, x + column, y, rows, color)
                    else:
                        for row in range(8):
                            if rows >> row & 1:
                                _set(fb, x + column, y + row, color)
        x += 8


def _set_column(fb, x, y, rows, color):
    """Up to eight pixels of a column of MONO_VLSB at once; bit 0 of `rows` lies at y, which may be negative."""
    data, stride = fb._fb_data, fb._fb_stride
    if y < 0:
        rows, y = rows >> -y, 0
    at = (y >> 3) * stride + x
    rows <<= y & 7
    if rows & 0xFF:
        data[at] = data[at] | rows & 0xFF if color else data[at] & ~rows & 0xFF
    if rows >> 8:
        data[at + stride] = data[at + stride] | rows >> 8 if color else data[at + stride] & ~(rows >> 8)


def _scroll(fb, x_step, y_step):
    """Move what is there; what moves in from outside is left as it was."""
    width, height = fb._fb_width, fb._fb_height
    if abs(x_step) >= width or abs(y_step) >= height:
        return
    left, right = max(0, x_step), min(width, width + x_step)
    rows = range(max(0, y_step), min(height, height + y_step))
    bits = _BITS[fb._fb_format]
    if bits >= 8:
        size = bits // 8
        data, stride = fb._fb_data, fb._fb_stride
        for y in reversed(rows) if y_step > 0 else rows:
            row = bytes(data[(left - x_step + (y - y_step) * stride) * size :][: (right - left) * size])
            data[(left + y * stride) * size : (right + y * stride) * size] = row
        return
    old = FrameBuffer(bytearray(fb._fb_data), width, height, fb._fb_format, fb._fb_stride)
    for y in rows:
        for x in range(left, right):
            _set(fb, x, y, _get(old, x - x_step, y - y_step))


def _blit(fb, source, x, y, key, palette):
    if x >= fb._fb_width or y >= fb._fb_height or -x >= source._fb_width or -y >= source._fb_height:
        return
    right, bottom = min(fb._fb_width, x + source._fb_width), min(fb._fb_height, y + source._fb_height)
    key &= 0xFFFFFFFF
    columns = range(max(0, x), right)
    for row in range(max(0, y), bottom):
        for column in columns:
            color = _get(source, column - x, row - y)
            if palette is not None:
                color = _get(palette, color, 0) if color < palette._fb_width else 0
            if color != key:
                _set(fb, column, row, color)
