# A file of the flash may be run among the program's own names (MicroPython's execfile); its loops are charged as well. (docs.micropython.org/en/latest/library/builtins.html)
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
GAIN = 3
with open("setup.py", "w") as file:
    file.write("total = 0\nfor i in range(10):\n    total += i * GAIN\nmotor.duty_u16(total)\n")
execfile("setup.py")
motor.duty_u16(total + 1)
try:
    execfile("none.py")
except OSError as error:
    motor.duty_u16(error.errno)
help()
