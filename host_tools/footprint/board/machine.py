"""Stands in for a board's `machine` while heap is measured: every object is made beforehand, so that none is counted.

On a real board, too, most of them are no heap: pins, PWM slices and buses are tables of the firmware's.
"""

import _chips


class _Thing:
    """Takes every call and remembers one value; `made` are those there are, by number."""

    def __init__(self):
        self.number = self.held = 0
        self.callback = None

    def init(self, *args, **kwargs):
        self.callback = kwargs.get("callback")

    def value(self, value=None):
        return self.held

    __call__ = value

    def duty_u16(self, duty=None):
        return 0

    def freq(self, hz=None):
        return 1000

    def deinit(self):
        self.callback = None

    def irq(self, *args, **kwargs):
        return self

    duty_ns = duty_u16

    def read_u16(self):
        return 30000

    read = read_uv = read_u16

    def on(self):
        pass

    off = high = low = toggle = on

    def mode(self, mode=None):
        return 0

    def __str__(self):
        return "Pin(GPIO%d)" % self.number


class _Maker:
    """Called as a class of `machine` is, and gives one of those that were made beforehand."""

    def __init__(self, count, thing=_Thing):
        self.made = {}
        for number in range(-1, count):
            self.made[number] = made = thing()
            made.number = number
        self.made["LED"] = self.made[count - 1]

    def __call__(self, id=-1, *args, **kwargs):
        key = getattr(id, "number", id)
        made = self.made[key if key in self.made else "LED"]
        if "callback" in kwargs:
            made.callback = kwargs["callback"]
        return made


Pin = _Maker(50)
Pin.IN, Pin.OUT, Pin.OPEN_DRAIN, Pin.PULL_UP, Pin.PULL_DOWN = 0, 1, 2, 1, 2
Pin.IRQ_RISING, Pin.IRQ_FALLING = 8, 4
Pin.board = Pin.cpu = _chips.Any()
PWM, ADC, Encoder = _Maker(50), _Maker(50), _Maker(8)
Timer = _Maker(8)
_timers = [Timer.made[number] for number in range(-1, 8)]
Timer.PERIODIC, Timer.ONE_SHOT = 1, 0
I2C = SoftI2C = _Maker(2, _chips.Bus)
SPI = UART = WDT = RTC = _Maker(3)


def timers():
    """The callbacks that a clock would call now."""
    for timer in _timers:
        if timer.callback is not None:
            timer.callback(timer)


def bitstream(pin, encoding, timing, data):
    pass


def time_pulse_us(pin, level, timeout_us=1000000):
    return 1500


def freq(hz=None):
    return 125000000


def unique_id():
    return b"\x00" * 8


def disable_irq():
    return 0


def enable_irq(state=0):
    pass


def idle():
    pass


def reset():
    raise SystemExit


mem32 = mem16 = mem8 = _chips.Memory()
