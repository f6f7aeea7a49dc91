# The board's flash: text and bytes, folders, errors by number. (docs.micropython.org/en/latest/library/os.html, …/library/io.html, …/library/errno.html)
import os
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
os.mkdir("data")
with open("data/log.csv", "w") as file:
    file.write("t,x\n")
    for i in range(5):
        file.write("%d,%d\n" % (i, i * i))
with open("data/log.csv") as file:
    rows = file.readlines()
motor.duty_u16(len(rows))
with open("data/log.csv", "rb") as file:
    file.seek(4)
    raw = file.read(3)
assert raw == b"0,0", raw
with open("/data/log.csv", "a") as file:
    file.write("ё")
motor.duty_u16(os.stat("data/log.csv")[6])
os.rename("data/log.csv", "data/old.csv")
assert os.listdir("data") == ["old.csv"]
for action in (lambda: open("none.txt"), lambda: os.remove("nope"), lambda: os.rmdir("data"), lambda: os.mkdir("data"), lambda: open("data")):
    try:
        action()
    except OSError as error:
        motor.duty_u16(error.args[0] * 100)
os.remove("data/old.csv")
os.rmdir("data")
os.chdir("/")
print(os.getcwd(), os.uname().sysname)
try:
    with open("big.bin", "wb") as file:
        while True:
            file.write(bytes(100_000))
except OSError as error:
    motor.duty_u16(error.args[0] * 1000)
