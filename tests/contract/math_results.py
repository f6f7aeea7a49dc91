"""What a `math` answers, in a form to compare. Both interpreters run this file; it keeps to what both have."""

from array import array

NOT_A_NUMBER = float("nan")
ERRORS = (ValueError, OverflowError, ZeroDivisionError, TypeError)


def answers(function, inputs):
    """The bytes of the results, two doubles each, and of the errors, one byte each: 0, or 1 + a place in ERRORS."""
    count = len(inputs[0])
    first = array("d", bytes(8 * count))
    second = array("d", bytes(8 * count))
    errors = bytearray(count)
    one = inputs[0]
    two = inputs[1] if len(inputs) > 1 else None
    for i in range(count):
        try:
            result = function(one[i]) if two is None else function(one[i], two[i])
        except ERRORS as error:
            errors[i] = 1 + ERRORS.index(type(error))
            continue
        if isinstance(result, tuple):
            result, second[i] = result[0], float(result[1])
        first[i] = result if result == result else NOT_A_NUMBER
    return bytes(first), bytes(second), bytes(errors)


def outcome(expression, math):
    """The value of an expression, a float by its bits; or the name of the error."""
    import struct

    class WithFloat:
        def __float__(self):
            return 1.5

    class WithInt:
        def __int__(self):
            return 2

    class FloatAgain(float):
        pass

    class IntAgain(int):
        pass

    names = {"math": math, "WithFloat": WithFloat, "WithInt": WithInt, "FloatAgain": FloatAgain, "IntAgain": IntAgain}
    names["inf"] = float("inf")
    names["nan"] = NOT_A_NUMBER
    try:
        result = eval(expression, names)
    except Exception as error:
        return type(error).__name__
    if isinstance(result, float):
        return "%016x" % struct.unpack("<Q", struct.pack("<d", result))[0] if result == result else "nan"
    return str(result)
