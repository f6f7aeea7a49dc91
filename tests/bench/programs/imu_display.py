# Reads the inertial sensor and shows what it says on the display, 50 times a second, for a minute.
from time import sleep_ms, ticks_add, ticks_diff, ticks_ms

from machine import I2C, Pin
from mpu6050 import MPU6050
from ssd1306 import SSD1306_I2C

i2c = I2C(0, sda=Pin(21), scl=Pin(16), freq=400_000)
imu = MPU6050(i2c)
oled = SSD1306_I2C(128, 64, i2c)
heading = 0.0
due = ticks_ms()
for tick in range(50 * 60):
    rates = imu.gyro
    pulls = imu.acceleration
    heading += rates[2] / 50
    oled.fill(0)
    oled.text("heading %.1f" % heading, 0, 0)
    oled.text("rate %.2f" % rates[2], 0, 12)
    oled.text("x %.2f y %.2f" % (pulls[0], pulls[1]), 0, 24)
    oled.rect(0, 40, 128, 10, 1)
    oled.fill_rect(2, 42, tick % 124, 6, 1)
    oled.show()
    due = ticks_add(due, 20)
    sleep_ms(max(0, ticks_diff(due, ticks_ms())))
