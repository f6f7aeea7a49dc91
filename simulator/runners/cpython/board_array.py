"""`array` of the board for the CPython child: 32-bit native sizes, numbers cut to their place, the board's errors."""

import _port

_host_array = _port.host_module("array").array
_set = _host_array.__setitem__  # super() would double what a place costs, in control loops
_CODES = {"b": "b", "B": "B", "h": "h", "H": "H", "i": "i", "I": "I", "l": "i", "L": "I", "q": "q", "Q": "Q"}
_BITS = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32, "q": 64, "Q": 64}
_FLOATS = ("f", "d")
_NO_BUFFER = "object with buffer protocol required"


def _cut(code, value):
    """The value as it fits a place of that kind."""
    bits = _BITS.get(code)
    if bits is None:
        if not isinstance(value, int | float):
            raise TypeError(f"can't convert {type(value).__name__} to float")
        return value
    if not isinstance(value, int):
        raise TypeError(f"can't convert {type(value).__name__} to int")
    value &= (1 << bits) - 1
    return value - (1 << bits) if code.islower() and value >> (bits - 1) else value


class array(_host_array):
    def __new__(cls, typecode, values=(), /):
        if not isinstance(typecode, str):
            raise TypeError(f"can't convert '{type(typecode).__name__}' object to str implicitly")
        code = typecode[:1]
        code = _CODES.get(code, code)
        if code not in _BITS and code not in _FLOATS:
            raise ValueError("bad typecode")
        if isinstance(values, bytes | bytearray):
            self = super().__new__(cls, code)
            _host_array.frombytes(self, values[: len(values) // self.itemsize * self.itemsize])
            return self
        return super().__new__(cls, code, [_cut(code, value) for value in values])

    def append(self, value, /):
        try:
            super().append(value)
        except (OverflowError, TypeError):
            super().append(_cut(self.typecode, value))

    def extend(self, values, /):
        if type(values) is not array or values.typecode != self.typecode:
            try:
                values = values.encode() if isinstance(values, str) else bytes(memoryview(values).cast("B"))
            except TypeError:
                for value in values:
                    self.append(value)
                return
            super().frombytes(values[: len(values) // self.itemsize * self.itemsize])
        else:
            super().extend(values)

    def __setitem__(self, place, value):
        try:
            _set(self, place, value)
        except (OverflowError, TypeError):
            if isinstance(place, slice):
                raise NotImplementedError("array/bytes required on right side") from None
            _set(self, place, _cut(self.typecode, value))

    def __delitem__(self, place):
        raise TypeError("'array' object doesn't support item deletion")

    def __contains__(self, value):
        if isinstance(value, int | float):
            raise NotImplementedError
        return False

    def __add__(self, other):
        joined = array(self.typecode, bytes(self))
        try:
            joined.extend(bytes(memoryview(other).cast("B")))
        except TypeError:
            raise TypeError(_NO_BUFFER) from None
        return joined

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, times):
        raise TypeError("unsupported types for __mul__: 'array', 'int'")

    __rmul__ = __imul__ = __mul__
