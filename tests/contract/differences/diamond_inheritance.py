# With two parents the board looks in the first and all above it before the second: super() leads up, never across.
from machine import PWM, Pin

calls = 0


class Device:
    def __init__(self):
        global calls
        calls += 1


class Motor(Device):
    def __init__(self):
        super().__init__()


class Sensor(Device):
    def __init__(self):
        global calls
        calls += 10
        super().__init__()


class Robot(Motor, Sensor):
    def __init__(self):
        super().__init__()


Robot()
PWM(Pin(25), freq=20000, duty_u16=1000 * calls)
