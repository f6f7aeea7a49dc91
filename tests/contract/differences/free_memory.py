# The CPython child has no heap of the board's size to measure.
import gc

from machine import PWM, Pin

PWM(Pin(25), freq=20000, duty_u16=gc.mem_alloc() % 60000)
