"""MicroPython driver for the HC-SR04 by pin interrupts: measures while the program does something else."""

from machine import Pin
from time import sleep_us, ticks_diff, ticks_us


class HCSR04:
    def __init__(self, trigger_pin, echo_pin):
        self.trigger = Pin(trigger_pin, Pin.OUT, value=0)
        self.echo = Pin(echo_pin, Pin.IN)
        self.echo.irq(self._edge, Pin.IRQ_RISING | Pin.IRQ_FALLING)
        self._rise = None
        self.width_us = None

    def _edge(self, pin):
        if pin.value():
            self._rise = ticks_us()
        elif self._rise is not None:
            self.width_us = ticks_diff(ticks_us(), self._rise)
            self._rise = None

    def start(self):
        self.width_us = None
        self.trigger.on()
        sleep_us(10)
        self.trigger.off()

    def distance_mm(self):
        """Of the last measurement; None while it is under way, or when nothing is in range."""
        if self.width_us is None or self.width_us > 30000:
            return None
        return self.width_us * 0.1715
