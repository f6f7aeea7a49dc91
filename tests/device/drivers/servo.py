# A hobby servo on a PWM pin: 50 Hz, 500 to 2400 µs for 0 to 180 degrees.

from machine import PWM


class Servo:
    def __init__(self, pin, freq=50, min_us=500, max_us=2400, angle=180):
        self.min_us = min_us
        self.max_us = max_us
        self.angle = angle
        self.pwm = PWM(pin, freq=freq, duty_u16=0)

    def write_us(self, us):
        self.pwm.duty_ns(min(self.max_us, max(self.min_us, us)) * 1000)

    def write(self, degrees):
        self.write_us(self.min_us + (self.max_us - self.min_us) * degrees // self.angle)

    def release(self):
        self.pwm.duty_u16(0)
