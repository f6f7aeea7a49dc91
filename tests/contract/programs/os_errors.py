# An OSError of the program's own: `errno` is its first argument (docs.micropython.org/en/latest/library/builtins.html#OSError).
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)


class Lost(OSError):
    pass


class NoLine(OSError):
    def __init__(self, code):
        self.code = code


class NoWall(OSError):
    def __init__(self, code, *, side):
        super().__init__(code + side)
        self.side = side


class Renamed(OSError):
    def __init__(self):
        self.errno = 9


for error in (
    OSError(110), OSError(), OSError(5, "words"), OSError(1, 2, 3), OSError("words"), Lost(19), Lost(), Lost(1, "a"),
    NoLine(7), NoWall(8, side=2), Renamed(),
):  # fmt: skip
    try:
        raise error
    except OSError as caught:
        motor.duty_u16(1000 * len(caught.args) + (caught.errno if isinstance(caught.errno, int) else 500))
        assert caught is error and isinstance(caught, OSError)
        assert caught.errno is (caught.args[0] if caught.args and not isinstance(caught, Renamed) else caught.errno)
try:
    raise OSError
except OSError as error:
    assert error.errno is None and error.args == ()
try:
    open("nope.txt")
except OSError as error:
    motor.duty_u16(error.errno)
    assert error.args[0] == error.errno == 2
try:
    OSError(5).errno = 6
except AttributeError:
    motor.duty_u16(1)
assert issubclass(Lost, OSError) and issubclass(OSError, Exception) and OSError.__name__ == "OSError"
assert NoWall(8, side=2).side == 2 and NoLine(7).code == 7
