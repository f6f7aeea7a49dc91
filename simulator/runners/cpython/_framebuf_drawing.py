"""Drawing on the pixels of a buffer, for `framebuf`: any object with the FrameBuffer's `_fb_` fields will do.

Arguments are whole numbers; places may lie outside but for `put`, `get` and `fill`. Formats, clipping and rounding are
those of MicroPython's module.
"""

from _petme_font import GLYPHS

MONO_VLSB, RGB565, GS4_HMSB, MONO_HLSB, MONO_HMSB, GS2_HMSB, GS8 = range(7)
BITS = {MONO_VLSB: 1, RGB565: 16, GS4_HMSB: 4, MONO_HLSB: 1, MONO_HMSB: 1, GS2_HMSB: 2, GS8: 8}  # of a pixel
_Q1, _Q2, _Q3, _Q4 = 1, 2, 4, 8  # quadrants of an ellipse, counter-clockwise from the upper right

# The shift of pixel x within its byte, by x modulo the pixels of a byte.
_SHIFTS = {
    MONO_HLSB: (7, 6, 5, 4, 3, 2, 1, 0),
    MONO_HMSB: (0, 1, 2, 3, 4, 5, 6, 7),
    GS2_HMSB: (0, 2, 4, 6),
    GS4_HMSB: (4, 0),
}


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


def put(fb, x, y, color):
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


def get(fb, x, y):
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


def put_inside(fb, x, y, color):
    if 0 <= x < fb._fb_width and 0 <= y < fb._fb_height:
        put(fb, x, y, color)


def clipped_fill(fb, x, y, width, height, color):
    if width < 1 or height < 1:
        return
    right, bottom = min(fb._fb_width, x + width), min(fb._fb_height, y + height)
    x, y = max(x, 0), max(y, 0)
    if x < right and y < bottom:
        fill(fb, x, y, right - x, bottom - y, color)


def fill(fb, x, y, width, height, color):
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
    bits = BITS[format]
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
    for row in range(y, y + height):
        at = (first + row * stride) // pixels
        data[at : at + len(whole)] = whole
        for column in range(x, first):
            put(fb, column, row, value)
        for column in range(last, right):
            put(fb, column, row, value)


def line(fb, x1, y1, x2, y2, color):
    if x1 == x2:  # upright and level ones meet no rounding
        clipped_fill(fb, x1, min(y1, y2), 1, abs(y2 - y1) + 1, color)
        return
    if y1 == y2:
        clipped_fill(fb, min(x1, x2), y1, abs(x2 - x1) + 1, 1, color)
        return
    along, across = abs(x2 - x1), abs(y2 - y1)
    x_step, y_step = (1 if x2 > x1 else -1), (1 if y2 > y1 else -1)
    steep = across > along
    if steep:
        along, across = across, along
    error = 2 * across - along
    x, y = x1, y1
    for _ in range(along):
        put_inside(fb, x, y, color)
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
    put_inside(fb, x2, y2, color)


def ellipse(fb, cx, cy, a, b, color, fill, quadrants):
    if a == 0 and b == 0:
        if quadrants:
            put_inside(fb, cx, cy, color)
        return
    for x, y in _steep_points(a, b):
        _ellipse_points(fb, cx, cy, x, y, color, fill, quadrants)
    for y, x in _steep_points(b, a):
        _ellipse_points(fb, cx, cy, x, y, color, fill, quadrants)


def _steep_points(a, b):
    """Points of an ellipse's first quadrant from (a, 0) on, as long as it is steeper than 45 degrees.

    In whole numbers, by the change of the ellipse's equation from pixel to pixel (Kennedy's algorithm).
    """
    a2, b2 = a * a, b * b
    x, y, error = a, 0, 0
    x_change, y_change = b2 * (1 - 2 * a), a2
    x_stop, y_stop = 2 * b2 * a, 0
    while x_stop >= y_stop:
        yield x, y
        y += 1
        y_stop += 2 * a2
        error += y_change
        y_change += 2 * a2
        if 2 * error + x_change > 0:
            x -= 1
            x_stop -= 2 * b2
            error += x_change
            x_change += 2 * b2


def _ellipse_points(fb, cx, cy, x, y, color, fill, quadrants):
    for quadrant, right, up in ((_Q1, True, True), (_Q2, False, True), (_Q3, False, False), (_Q4, True, False)):
        if quadrants & quadrant:
            row = cy - y if up else cy + y
            if fill:
                clipped_fill(fb, cx if right else cx - x, row, x + 1, 1, color)
            else:
                put_inside(fb, cx + x if right else cx - x, row, color)


def filled_polygon(fb, x, y, corners, color):
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
                    put_inside(fb, x + x2, y + y2, color)
                elif y2 < y1:
                    put_inside(fb, x + x1, y + y1, color)
                else:
                    line(fb, x + x1, y + y1, x + x2, y + y2, color)
        nodes.sort()
        for i in range(0, len(nodes) - 1, 2):
            clipped_fill(fb, x + nodes[i], y + row, nodes[i + 1] - nodes[i] + 1, 1, color)


def text(fb, codes, x, y, color):
    width, height = fb._fb_width, fb._fb_height
    if y >= height or y <= -8:
        return
    keep = 0xFF  # the rows of a glyph that are inside
    if y < 0:
        keep &= 0xFF << -y
    if y + 8 > height:
        keep &= 0xFF >> (y + 8 - height)
    upright = fb._fb_format == MONO_VLSB
    for code in codes:
        if x >= width:
            return
        if x > -8:
            glyph = (code - 32 if 32 <= code <= 127 else 95) * 8
            for column in range(8):
                if 0 <= x + column < width:
                    rows = GLYPHS[glyph + column] & keep
                    if upright:
                        _put_column(fb, x + column, y, rows, color)
                    else:
                        for row in range(8):
                            if rows >> row & 1:
                                put(fb, x + column, y + row, color)
        x += 8


def _put_column(fb, x, y, rows, color):
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


def scroll(fb, x_step, y_step):
    """Move what is there; what moves in from outside is left as it was."""
    width, height = fb._fb_width, fb._fb_height
    if abs(x_step) >= width or abs(y_step) >= height:
        return
    left, right = max(0, x_step), min(width, width + x_step)
    rows = range(max(0, y_step), min(height, height + y_step))
    bits = BITS[fb._fb_format]
    if bits >= 8:
        size = bits // 8
        data, stride = fb._fb_data, fb._fb_stride
        for y in reversed(rows) if y_step > 0 else rows:
            row = bytes(data[(left - x_step + (y - y_step) * stride) * size :][: (right - left) * size])
            data[(left + y * stride) * size : (right + y * stride) * size] = row
        return
    # a pixel is moved before another takes its place
    columns = range(left, right)
    for y in reversed(rows) if y_step > 0 else rows:
        for x in reversed(columns) if x_step > 0 else columns:
            put(fb, x, y, get(fb, x - x_step, y - y_step))


def blit(fb, source, x, y, key, palette):
    if x >= fb._fb_width or y >= fb._fb_height or -x >= source._fb_width or -y >= source._fb_height:
        return
    right, bottom = min(fb._fb_width, x + source._fb_width), min(fb._fb_height, y + source._fb_height)
    key &= 0xFFFFFFFF
    columns = range(max(0, x), right)
    for row in range(max(0, y), bottom):
        for column in columns:
            color = get(source, column - x, row - y)
            if palette is not None:
                color = get(palette, color, 0) if color < palette._fb_width else 0
            if color != key:
                put(fb, column, row, color)
