"""`struct` of the board for the CPython child: 32-bit native sizes, numbers cut to their place, the board's errors.

docs.micropython.org, library/struct; `tests/contract/test_struct_and_array.py` compares it with the interpreter's.
"""

import _port

_host = _port.host_module("struct")
_SIZES = {
    "b": 1,
    "B": 1,
    "h": 2,
    "H": 2,
    "i": 4,
    "I": 4,
    "l": 4,
    "L": 4,
    "q": 8,
    "Q": 8,
    "P": 4,
    "e": 2,
    "f": 4,
    "d": 8,
}
_WHOLE = "bBhHiIlLqQP"
_formats = {}  # by format: see `_parsed`


def _parsed(fmt):
    """(size, what the host's struct takes for it, [(code, count or length, offset)]) of a format."""
    found = _formats.get(fmt)
    if found is None:
        if not isinstance(fmt, str | bytes):
            raise TypeError(f"can't convert '{type(fmt).__name__}' object to str implicitly")
        found = _formats[fmt] = _parse(fmt if isinstance(fmt, str) else fmt.decode())
    return found


def _parse(fmt):
    order = fmt[:1] if fmt[:1] in ("<", ">", "!", "@", "=") else ""
    aligned = order in ("", "@")
    size, host, items, digits = 0, ">" if order in (">", "!") else "<", [], ""
    for code in fmt[len(order) :]:
        if code in "0123456789":
            digits += code
            continue
        count = int(digits) if digits else 1
        digits = ""
        if code in "sx":
            if code == "s" or count:
                items.append((code, count, size))
            host += f"{count}{code}"
            size += count
            continue
        width = _SIZES.get(code)
        if width is None or order == "=":
            raise ValueError("bad typecode")
        if count:
            if aligned:
                pad = -size % width
                host += f"{pad}x"
                size += pad
            items.append((code, count, size))
            host += f"{count}{'I' if code == 'P' else code}"
            size += count * width
    if digits:
        raise ValueError("bad typecode")
    return size, host, items


def calcsize(fmt, /):
    return _parsed(fmt)[0]


def unpack_from(fmt, data, offset=0, /):
    size, host, _ = _parsed(fmt)
    if isinstance(data, str):
        data = data.encode()
    if offset < 0:
        offset += len(data)
    if offset < 0 or offset + size > len(data):
        raise ValueError("buffer too small")
    return _host.unpack_from(host, data, offset)


unpack = unpack_from


def pack(fmt, /, *values):
    size, host, items = _parsed(fmt)
    try:
        return _host.pack(host, *values)
    except (_host.error, TypeError, OverflowError):
        packed = bytearray(size)
        _write(packed, 0, host[0], items, values)
        return bytes(packed)


def pack_into(fmt, buffer, offset, /, *values):
    size, host, items = _parsed(fmt)
    try:
        view = memoryview(buffer)
    except TypeError:
        raise TypeError("object with buffer protocol required") from None
    if view.readonly:
        raise TypeError("object with buffer protocol required")
    view = view.cast("B")
    if offset < 0:
        offset += len(view)
    if offset < 0 or offset + size > len(view):
        raise ValueError("buffer too small")
    _write(view, offset, host[0], items, values)


def _write(view, at, order, items, values):
    """Put the values in their places, and leave the rest as it is when there are too few."""
    taken = 0
    for code, count, offset in items:
        if taken == len(values):
            return
        place = at + offset
        if code == "x":
            view[place : place + count] = bytes(count)
            continue
        width = count if code == "s" else _SIZES[code]
        for value in values[taken : taken + (1 if code == "s" else count)]:
            taken += 1
            view[place : place + width] = _packed(order, code, width, value)
            place += width


def _packed(order, code, width, value):
    if code == "s":
        if isinstance(value, str):
            value = value.encode()
        try:
            return bytes(memoryview(value).cast("B")[:width]).ljust(width, b"\0")
        except TypeError:
            raise TypeError("object with buffer protocol required") from None
    if code in _WHOLE:
        if not isinstance(value, int):
            raise TypeError(f"can't convert {type(value).__name__} to int")
        return (value & ((1 << 8 * width) - 1)).to_bytes(width, "little" if order == "<" else "big")
    if not isinstance(value, int | float):
        raise TypeError(f"can't convert {type(value).__name__} to float")
    try:
        return _host.pack(order + code, value)
    except OverflowError:
        return _host.pack(order + code, float("inf") if value > 0 else float("-inf"))
