# What the five line sensors say, from left to right, five times a second: the darker, the more, up to 65535.
from machine import ADC, Pin
from time import sleep_ms

sensors = [ADC(Pin(number), atten=ADC.ATTN_11DB) for number in (36, 39, 34, 35, 32)]
while True:
    print([sensor.read_u16() for sensor in sensors])
    sleep_ms(200)
