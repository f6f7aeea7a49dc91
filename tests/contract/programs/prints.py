# Printing takes the same time whatever its length, and leaves the trace's hash alone. (docs.micropython.org/en/latest/library/builtins.html)
import sys
import time
from machine import Pin

led = Pin(2, Pin.OUT)
begin = time.ticks_us()
print("x")
short = time.ticks_diff(time.ticks_us(), begin)
led.on()
begin = time.ticks_us()
print("x" * 5000)
assert time.ticks_diff(time.ticks_us(), begin) == short
led.off()
print("a", 1, None, sep="-", end="!\n")
print()
print("ёжик 🤖", "\x1b[31m", "</script>")
sys.stdout.write("direct\n")
led.on()
