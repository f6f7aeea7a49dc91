"""A board that does nothing: what is left is the program and the runtime."""

timers = []


class Pin:
    IN, OUT, PULL_UP, PULL_DOWN = 1, 3, 2, 1

    def __init__(self, id, mode=-1, pull=-1, value=None):
        pass

    def value(self, level=None):
        return 1


class ADC:
    ATTN_11DB = 3

    def __init__(self, pin, atten=3):
        pass

    def atten(self, atten):
        pass

    def read_u16(self):
        return 30000


class PWM:
    def __init__(self, pin, freq=None, duty_u16=None):
        pass

    def duty_u16(self, duty):
        pass


class Encoder:
    def __init__(self, id, a, b, phases=1):
        pass

    def value(self):
        return 0


class Timer:
    ONE_SHOT, PERIODIC = 0, 1

    def __init__(self, id, mode=1, period=10, callback=None):
        self.callback = callback
        timers.append(self)

    def deinit(self):
        timers.remove(self)
