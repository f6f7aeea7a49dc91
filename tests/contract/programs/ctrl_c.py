# Ctrl-C raises KeyboardInterrupt wherever the program is. (docs.micropython.org/en/latest/library/micropython.html
# #micropython.kbd_intr) Here the key comes from a second terminal; `--fault ctrl-c` does the same.
import io
import os
from time import sleep_ms, ticks_ms

from machine import PWM, Pin
from micropython import kbd_intr, schedule

motor = PWM(Pin(25), freq=20000, duty_u16=0)


class Terminal(io.IOBase):
    def __init__(self):
        self.keys = b""
        self.seen = b""

    def readinto(self, buffer):
        if not self.keys:
            return None
        buffer[0] = self.keys[0]
        self.keys = self.keys[1:]
        return 1

    def write(self, data):
        self.seen += bytes(data)
        return len(data)

    def ioctl(self, request, argument):
        return 0


terminal = Terminal()
assert os.dupterm(terminal) is None
print("one", 2)
assert terminal.seen == b"one 2\r\n"
assert os.dupterm(terminal) is terminal


def press(_):
    terminal.keys = b"\x03"
    os.dupterm_notify(None)


def loop():
    while True:
        pass


for wait in (loop, lambda: sleep_ms(5000)):
    schedule(press, None)
    try:
        wait()
    except KeyboardInterrupt:
        print("interrupted")
        motor.duty_u16(ticks_ms() // 100 + 1)
kbd_intr(-1)
press(None)
sleep_ms(10)
kbd_intr(3)
try:
    press(None)
    sleep_ms(10)
except KeyboardInterrupt:
    motor.duty_u16(7)
try:
    os.dupterm(3)
except OSError:
    motor.duty_u16(8)
try:
    os.dupterm(terminal, 1)
except ValueError:
    motor.duty_u16(9)
assert terminal.seen.count(b"interrupted") == 2
os.dupterm(None)
print("unseen")
assert terminal.seen.count(b"unseen") == 0
