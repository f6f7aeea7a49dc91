"""Built-in classes and functions of CPython as the board has them."""


class _Errno:
    """The error's first argument; an error of the program's own class may be given another."""

    def __get__(self, error, cls):
        if error is None:
            return self
        return error.__dict__.get("errno", error.args[0] if error.args else None)

    def __set__(self, error, number):
        if type(error) is BoardOSError:
            raise AttributeError("'OSError' object has no attribute 'errno'")
        error.__dict__["errno"] = number


class BoardOSError(OSError):
    """The board's OSError: it keeps all its arguments, whatever their number, and `errno` is the first."""

    errno = _Errno()

    def __new__(cls, *args, **_):
        self = super().__new__(cls, *args)
        self.args = args
        return self

    def __init__(self, *args):
        self.args = args


BoardOSError.__name__, BoardOSError.__module__ = "OSError", "builtins"


class IOBase:
    """The board's: nothing but a name to inherit from. CPython's would lend a file methods that no board has."""


class _ViewType(type):
    def __call__(cls, whole):
        return memoryview(whole.__buffer__(0) if hasattr(whole, "__buffer__") else whole)

    def __instancecheck__(cls, value):
        return isinstance(value, memoryview)


class View(metaclass=_ViewType):
    """`memoryview` that also sees through a `FrameBuffer`, which a class in Python can offer from 3.12 on only."""


def compile_text(*args):
    """compile() called from here, where the interpreter's own `__import__` finds `unicodedata` for names like `ё`."""
    return compile(*args, dont_inherit=True)


def constant(value):
    """const() without an import: the board's compiler knows it."""
    return value


def iterator_of(whole, /):
    """iter() of one thing: the board's has no form with a call and a last value."""
    return iter(whole)


def sum_in_order(items, start=0):
    """sum() as the board adds: one after another (CPython 3.12 compensates floats)."""
    for item in items:
        start = start + item
    return start


def round_as_board(number, digits=None):
    """round() as MicroPython computes it for floats: scale, round half to even, scale back."""
    if digits is None or not isinstance(number, float):
        return round(number) if digits is None else round(number, digits)
    scale = 1.0
    for _ in range(abs(digits)):
        scale *= 10.0
    if digits < 0:
        return float(round(number / scale)) * scale
    return float(round(number * scale)) / scale
