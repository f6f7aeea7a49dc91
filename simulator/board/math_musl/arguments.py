"""How MicroPython turns an argument of a `math` function into a C double or a C int.

An object counts as a number by its exact type or by its own `__float__` (`__int__` where an integer is wanted);
`__index__` is not asked, and a subclass of float or int without the method is refused.
"""

_BUILT_IN = (float.__float__, int.__float__)
_EXACT_LIMIT = 1 << 53


def as_float(value: object) -> float:
    """The double that MicroPython makes of `value`; TypeError where it refuses."""
    kind = type(value)
    if kind is float:
        return value  # type: ignore[return-value]
    if kind is int:
        return _int_as_float(value)  # type: ignore[arg-type]
    if kind is bool:
        return 1.0 if value else 0.0
    method = getattr(kind, "__float__", None)
    if method is None or method in _BUILT_IN or isinstance(value, float):
        raise TypeError(f"can't convert {kind.__name__} to float")
    result = method(value)
    if type(result) is not float:
        raise TypeError(f"can't convert {kind.__name__} to float")
    return result


def _int_as_float(value: int) -> float:
    """Past 2**53 the interpreter adds up 16-bit digits from the top, rounding at each; past the range it gives inf."""
    if -_EXACT_LIMIT <= value <= _EXACT_LIMIT:
        return float(value)
    size = abs(value)
    result = 0.0
    for shift in range((size.bit_length() - 1) // 16 * 16, -1, -16):
        result = result * 65536.0 + float(size >> shift & 0xFFFF)
    return -result if value < 0 else result


def as_int(value: object) -> int:
    """The 32-bit int that MicroPython makes of `value`; TypeError or OverflowError where it refuses."""
    if not isinstance(value, int):
        kind = type(value)
        method = getattr(kind, "__int__", None)
        result = None if method is None or isinstance(value, float) else method(value)
        if not isinstance(result, int):
            raise TypeError(f"can't convert {kind.__name__} to int")
        value = result
    # The check on a long integer is symmetric: it refuses -2**31 too.
    if not -0x80000000 < value < 0x80000000:
        raise OverflowError("overflow converting long int to machine word")
    return value
