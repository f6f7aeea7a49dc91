# Waits on the clock and on a pin by reading them over and over. (docs.micropython.org/en/latest/library/time.html, …/library/machine.Pin.html)
import time
from machine import ADC, Pin

led = Pin(2, Pin.OUT)
begin = time.ticks_ms()
while time.ticks_diff(time.ticks_ms(), begin) < 250:
    pass
led.on()
begin = time.ticks_us()
while time.ticks_diff(time.ticks_us(), begin) < 2500:
    pass
led.off()
button = Pin(4, Pin.IN, Pin.PULL_UP)
while button.value():
    pass
led.on()
sensors = [ADC(Pin(36), atten=ADC.ATTN_11DB), ADC(Pin(39), atten=ADC.ATTN_11DB)]
reads = 0
begin = time.ticks_ms()
while time.ticks_diff(time.ticks_ms(), begin) < 1000:
    for sensor in sensors:
        reads += sensor.read_u16() >> 12
led.off()
print(reads)
