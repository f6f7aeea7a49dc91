# A loop that reads and acts without ever sleeping. (docs.micropython.org/en/latest/library/time.html)
import time
from machine import ADC, PWM, Pin

sensor = ADC(Pin(34), atten=ADC.ATTN_11DB)
forward = PWM(Pin(25), freq=20000, duty_u16=0)
back = PWM(Pin(26), freq=20000, duty_u16=0)
end = time.ticks_add(time.ticks_ms(), 400)
while time.ticks_diff(end, time.ticks_ms()) > 0:
    forward.duty_u16(20000 + (sensor.read_u16() >> 3))
forward.duty_u16(0)
