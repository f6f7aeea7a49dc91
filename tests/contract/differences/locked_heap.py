# A locked heap refuses memory on the board only.
import micropython
from machine import PWM, Pin

refused = 1
micropython.heap_lock()
try:
    block = bytearray(1000)
except MemoryError:
    refused = 2
micropython.heap_unlock()
PWM(Pin(25), freq=20000, duty_u16=refused)
