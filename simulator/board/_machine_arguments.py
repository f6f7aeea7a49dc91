"""How the board takes the arguments of `machine`: whole numbers where it wants them, pins in all their forms."""

KEEP = object()  # an argument that was not given


def whole(value):
    """The value if it is a whole number, or a truth value as one, else the board's TypeError."""
    if isinstance(value, bool):  # no kind of int in MicroPython
        return int(value)
    if not isinstance(value, int):
        raise TypeError("can't convert " + type(value).__name__ + " to int")
    return value


def only(given, allowed):
    """Raise the board's TypeError for a keyword that the port does not know."""
    for name in given:
        if name not in allowed:
            raise TypeError("extra keyword arguments given")


def constants(cls, table):
    """Put a profile's constants into a class."""
    for name in table:
        setattr(cls, name, table[name])


class Absent:
    """A part of the chip that nothing here plays: a program may name it, and is told when it makes or calls one."""

    def __init__(self, *_, **__):
        raise NotImplementedError(type(self).__name__ + " is not simulated; it works on a real board")
