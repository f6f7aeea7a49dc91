# The two modules that no file holds: the program's own names, and those that it need not import.
# docs.micropython.org/en/latest/library/builtins.html
import __main__
import builtins
import sys

from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
speed = 3
assert __main__.speed == 3 and __name__ == "__main__" and __main__.motor is motor
__main__.speed = 4
motor.duty_u16(speed)
assert builtins.len("abc") == 3 and builtins.OSError is OSError and builtins.print is print
with open("part.py", "w") as file:
    file.write("import __main__\nimport builtins\n\ndef tell():\n    return __main__.speed + doubled(4)\n")
builtins.doubled = lambda x: 2 * x
import part

motor.duty_u16(part.tell() * 100 + doubled(1))
plain_max = max
builtins.max = lambda *values: 77
motor.duty_u16(max(1, 2))
builtins.max = plain_max
assert max(1, 2) == 2
assert sys.modules["__main__"] is __main__ and sys.modules["builtins"] is builtins
for name in ("js", "jsffi", "_clock", "_port", "__builtins__"):
    try:
        __import__(name)
        raise AssertionError(name)
    except ImportError:
        motor.duty_u16(5)
assert sorted(name for name in dir(__main__) if name[0] != "_") == [
    "PWM", "Pin", "builtins", "file", "motor", "name", "part", "plain_max", "speed", "sys",
]  # fmt: skip
builtins.print = lambda *values: motor.duty_u16(9)
print(1)
assert builtins.print is print
with builtins.open("part.py") as file:
    assert file.read(6) == "import"
assert builtins.__import__("sys") is sys
