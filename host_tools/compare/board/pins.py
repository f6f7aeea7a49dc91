"""A pin that is driven, FREE_PIN: its modes, its level, its pulls, PWM on it, and what that costs."""

from time import ticks_diff, ticks_us

from machine import PWM, Pin

_TIMES = 40


def _tried(name, act):
    try:
        fact(name, act())
    except Exception as error:
        fact(name, "%s%r" % (type(error).__name__, error.args))


def _pin():
    pin = Pin(FREE_PIN, Pin.OUT)
    fact("repr", repr(pin))
    pin.value(1)
    fact("high", pin.value())
    pin.toggle() if hasattr(pin, "toggle") else pin.value(0)
    fact("low", pin.value())
    pin(1)
    fact("called", (pin(), pin.on(), pin.off(), pin.value()))
    fact("pulled-up", Pin(FREE_PIN, Pin.IN, Pin.PULL_UP).value())
    fact("pulled-down", Pin(FREE_PIN, Pin.IN, Pin.PULL_DOWN).value())
    pin = Pin(FREE_PIN, Pin.OUT, value=0)
    began = ticks_us()
    for _ in range(_TIMES):
        pass
    empty = ticks_diff(ticks_us(), began)
    began = ticks_us()
    for _ in range(_TIMES):
        pin.value(1)
    fact("PIN_US", (ticks_diff(ticks_us(), began) - empty) * 10 // _TIMES)
    return empty


def _pwm(empty):
    pwm = PWM(Pin(FREE_PIN))
    try:
        for hertz in (50, 1000, 1234, 20000):
            pwm.freq(hertz)
            fact("freq.%d" % hertz, pwm.freq())
        pwm.freq(1000)
        for duty in (0, 1, 100, 12345, 32768, 65534, 65535):
            pwm.duty_u16(duty)
            fact("duty_u16.%d" % duty, pwm.duty_u16())
        for ns in (0, 1000, 12345, 500000):
            pwm.duty_ns(ns)
            fact("duty_ns.%d" % ns, pwm.duty_ns())
        pwm.duty_u16(32768)
        pwm.freq(20000)
        fact("duty-after-freq", pwm.duty_u16())
        pwm.duty_u16(0)
        fact("repr-pwm", repr(pwm))
        _tried("freq-too-low", lambda: pwm.freq(0))
        _tried("freq-too-high", lambda: pwm.freq(1 << 30))
        _tried("duty-too-high", lambda: (pwm.duty_u16(70000), pwm.duty_u16()))
        pwm.duty_u16(0)
        began = ticks_us()
        for i in range(_TIMES):
            pwm.duty_u16(i)
        fact("PWM_US", (ticks_diff(ticks_us(), began) - empty) * 10 // _TIMES)
    finally:
        pwm.deinit()


_empty = _pin()
_pwm(_empty)
Pin(FREE_PIN, Pin.IN)
