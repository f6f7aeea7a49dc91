"""MicroPython driver for the HC-SR04 that looks at the echo pin again and again: what beginners write."""

from machine import Pin
from time import sleep_us, ticks_diff, ticks_us


class HCSR04:
    def __init__(self, trigger_pin, echo_pin, timeout_us=30000):
        self.trigger = Pin(trigger_pin, Pin.OUT, value=0)
        self.echo = Pin(echo_pin, Pin.IN)
        self.timeout_us = timeout_us

    def distance_mm(self):
        """None when nothing is in range."""
        self.trigger.on()
        sleep_us(10)
        self.trigger.off()
        begin = ticks_us()
        while not self.echo.value():
            if ticks_diff(ticks_us(), begin) > self.timeout_us:
                return None
        rise = ticks_us()
        while self.echo.value():
            if ticks_diff(ticks_us(), rise) > self.timeout_us:
                return None
        return ticks_diff(ticks_us(), rise) * 0.1715
