"""A board on a treadmill: what a program and the runtime take by themselves.

Its wheels turn as their motors are told, and the line stays under the middle of the row, so that a run goes on as on
the floor; a robot that stood still would give up after a quarter of a second.
"""

LINE_PIN = 34  # of the row's middle sensor
ON_LINE, BESIDE = 46000, 13000
MOTOR_OF = {18: (25, 26), 22: (27, 14)}  # an encoder's first pin: the two of its motor
FREE_STEP = 37_547  # what a wheel turns in a period of 10 ms at full voltage, 1/1024 count

timers = []
duties = {}


class Pin:
    IN, OUT, PULL_UP, PULL_DOWN = 1, 3, 2, 1

    def __init__(self, id, mode=-1, pull=-1, value=None):
        self.id = id

    def value(self, level=None):
        return 1


class ADC:
    ATTN_11DB = 3

    def __init__(self, pin, atten=3):
        self._reading = ON_LINE if pin.id == LINE_PIN else BESIDE

    def atten(self, atten):
        pass

    def read_u16(self):
        return self._reading


class PWM:
    def __init__(self, pin, freq=None, duty_u16=None):
        self._pin = pin.id
        duties[self._pin] = duty_u16

    def duty_u16(self, duty):
        duties[self._pin] = duty


class Encoder:
    """Looked at once a period."""

    def __init__(self, id, a, b, phases=1):
        self._ahead, self._back = MOTOR_OF[a.id]
        self._way = 0

    def value(self):
        self._way += (duties[self._ahead] - duties[self._back]) * FREE_STEP >> 16
        return self._way >> 10


class I2C:
    """Every register reads 0x68, which is the inertial sensor's name."""

    def __init__(self, id, scl=None, sda=None, freq=400_000):
        pass

    def readfrom_mem(self, address, register, count):
        return b"\x68" * count

    def readfrom_mem_into(self, address, register, into):
        pass

    def writeto_mem(self, address, register, content):
        pass

    def writeto(self, address, content):
        pass


class Timer:
    ONE_SHOT, PERIODIC = 0, 1

    def __init__(self, id, mode=1, period=10, callback=None):
        self.callback = callback
        timers.append(self)

    def deinit(self):
        timers.remove(self)
