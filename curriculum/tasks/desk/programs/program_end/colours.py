# Drive over the coloured fields; tell what the colour sensor TCS34725 sees there and how far the wall still is.
from machine import I2C, Pin, time_pulse_us
from struct import unpack
from time import sleep_ms, sleep_us
from rover import Rover

rover = Rover()
trig = Pin(5, Pin.OUT)
echo = Pin(17, Pin.IN)
i2c = I2C(0, sda=Pin(21), scl=Pin(16), freq=400000)
SENSOR = 0x29
i2c.writeto_mem(SENSOR, 0x81, b"\xf6")  # 24 ms for each measurement
i2c.writeto_mem(SENSOR, 0x80, b"\x01")  # switch on
sleep_ms(3)
i2c.writeto_mem(SENSOR, 0x80, b"\x03")  # and measure, again and again


def colours():
    sleep_ms(60)  # so that a whole measurement was made here
    return unpack("<HHHH", i2c.readfrom_mem(SENSOR, 0xB4, 8))  # all light, red, green, blue


def distance_mm():
    trig.value(1)
    sleep_us(10)
    trig.value(0)
    return time_pulse_us(echo, 1, 30000) * 343 // 2000


def tell(name):
    light, red, green, blue = colours()
    print(name, "light", light, "red", red, "green", green, "blue", blue, "wall", distance_mm())


tell("white")
rover.drive.straight(60)
tell("red")
for name in ("green", "blue", "yellow", "black"):
    rover.drive.straight(80)
    tell(name)
