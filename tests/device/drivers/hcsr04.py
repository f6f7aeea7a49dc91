"""MicroPython driver for the HC-SR04 ultrasonic sensor, by machine.time_pulse_us."""

import machine
import time


class HCSR04:
    def __init__(self, trigger_pin, echo_pin, timeout_us=30000):
        self.trigger = machine.Pin(trigger_pin, machine.Pin.OUT, value=0)
        self.echo = machine.Pin(echo_pin, machine.Pin.IN)
        self.timeout_us = timeout_us  # 4 m there and back take 23 ms

    def pulse_us(self):
        """Length of the echo; below 0 when none came in time."""
        self.trigger.value(0)
        time.sleep_us(5)
        self.trigger.value(1)
        time.sleep_us(10)
        self.trigger.value(0)
        return machine.time_pulse_us(self.echo, 1, self.timeout_us)

    def distance_mm(self):
        """None when nothing is in range."""
        pulse = self.pulse_us()
        return None if pulse < 0 else pulse * 1715 // 10000
