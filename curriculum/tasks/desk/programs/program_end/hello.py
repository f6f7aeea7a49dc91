# How far is the wall? Five measurements with the range finder HC-SR04.
from machine import Pin, time_pulse_us
from time import sleep_ms, sleep_us

trig = Pin(5, Pin.OUT)
echo = Pin(17, Pin.IN)


def distance_mm():
    trig.value(1)
    sleep_us(10)
    trig.value(0)
    time_us = time_pulse_us(echo, 1, 30000)
    # Sound goes 343 m a second, there and back. Below 0: no echo came.
    return time_us * 343 // 2000 if time_us > 0 else None


for n in range(5):
    print("wall at", distance_mm(), "mm")
    sleep_ms(100)
