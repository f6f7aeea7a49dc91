# Small integers grow into long ones without a seam, and come back. (docs.micropython.org/en/latest/reference/constrained.html)
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
for shift in (29, 30, 31, 32, 62, 63, 64, 100):
    value = (1 << shift) - 1
    for result in (value + 1, value * value, -value - 1, value // 7, value % 65521, -value % 65521, value >> 20, value ^ 0x5555):
        motor.duty_u16(result % 65536)
factorial = 1
for i in range(1, 40):
    factorial *= i
motor.duty_u16(factorial % 65521)
motor.duty_u16(pow(3, 1000, 65521))
assert -7 // 2 == -4 and -7 % 3 == 2 and divmod(-7, 3) == (-3, 2)
assert int(2.9) == 2 and int(-2.9) == -2 and 10**18 // 10**9 == 10**9
print(factorial)
