# How deep calls may go.
from machine import PWM, Pin


def depth(n):
    try:
        return depth(n + 1)
    except RuntimeError:
        return n


PWM(Pin(25), freq=20000, duty_u16=depth(0))
