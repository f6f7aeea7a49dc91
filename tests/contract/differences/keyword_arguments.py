# Many built-in functions and methods take arguments by their place alone on the board, and fewer of them.
from machine import PWM, Pin

code = 1
for place, action in enumerate((
    lambda: int.from_bytes(b"\xff\x00", "big", signed=True),
    lambda: "a b c".split(maxsplit=1),
    lambda: sum([1, 2], start=3),
    lambda: list(zip([1], [2], strict=True)),
)):  # fmt: skip
    try:
        action()
        code += 1 << place
    except TypeError:
        pass
PWM(Pin(25), freq=20000, duty_u16=code)
