# Sorting keeps equals in their order on CPython; the board's sort does not promise it.
from machine import PWM, Pin

pairs = [(i % 3, i) for i in range(40)]
pairs.sort(key=lambda pair: pair[0])
code = 0
for _, i in pairs:
    code = (code * 31 + i) % 65536
PWM(Pin(25), freq=20000, duty_u16=code)
