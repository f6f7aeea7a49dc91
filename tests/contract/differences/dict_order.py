# A dict keeps the order of its keys on CPython; on the board it does not.
from machine import PWM, Pin

code = 0
for key in {"left": 1, "right": 2, "speed": 3, "turn": 4, "line": 5, "led": 6, "button": 7}:
    code = (code * 7 + len(key)) % 65536
PWM(Pin(25), freq=20000, duty_u16=code)
