# ** on floats goes through each interpreter's own pow: about one result in a thousand differs in its last bit.
import struct

from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
code = 0
for i in range(2000):
    value = (1.1 + i * 0.037) ** (0.1 + i % 50 * 0.11)
    for byte in struct.pack("<d", value):
        code = (code * 31 + byte) % 65536
motor.duty_u16(code)
