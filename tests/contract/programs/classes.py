# Classes, properties, closures, generators, decorators, slicing: the language itself. (docs.micropython.org/en/latest/reference/index.html; the language is Python 3.4 with parts of later ones)
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)


class Part:
    count = 0

    def __init__(self, name):
        self.name = name
        Part.count += 1

    @property
    def length(self):
        return len(self.name)

    @staticmethod
    def double(x):
        return 2 * x

    @classmethod
    def make(cls, *names, **options):
        return [cls(n) for n in names][: options.get("limit", 10)]

    def __add__(self, other):
        return Part(self.name + other.name)

    def __getitem__(self, i):
        return self.name[i]

    def __eq__(self, other):
        return self.name == other.name

    def __hash__(self):
        return 1


class Wheel(Part):
    def __init__(self, name, size):
        super().__init__(name)
        self.size = size


def counter(start):
    n = start

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


def logged(f):
    def wrapper(*args, **kwargs):
        motor.duty_u16(f(*args, **kwargs) % 65536)
        return f(*args, **kwargs)

    return wrapper


@logged
def area(w, *, h=2):
    return w * h


parts = Part.make("a", "bb", "ccc", limit=2)
wheel = Wheel("left", 43)
step = counter(5)
step(); step(10)
area(7, h=3)
first, *rest = [1, 2, 3, 4]
motor.duty_u16(Part.count * 1000 + wheel.length + step() + len(rest) + ord((parts[0] + wheel)[1]) + Part.double(4))
text = "motor,left,25"
name, side, pin = text.split(",")
motor.duty_u16(int(pin) + len(name.upper()) + text.find("left") + (side in text) + ord(text[-1]))
motor.duty_u16(sum(sorted([3, 1, 2], reverse=True)[:2]) + max(4, 9) + min([5, 6]) + abs(-3) + any([0, 1]) + all([1, 1]))
numbers = {1, 2, 3} & {2, 3, 4}
motor.duty_u16(len(numbers) + len(bytes([1, 2])) + int.from_bytes(b"\x01\x02", "little"))
with_walrus = [y for x in range(5) if (y := x * x) > 3]
motor.duty_u16(with_walrus[-1])
