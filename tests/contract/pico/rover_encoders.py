# The runtime's encoders on the PIO count as the world does; swapped phases count backward. (docs.micropython.org/en/latest/library/rp2.StateMachine.html)
from machine import Pin, PWM
from time import sleep_ms
from rover.encoder import Encoder

led = PWM(Pin(25), freq=1000, duty_u16=0)
left, right = Encoder(0, Pin(10, Pin.IN), Pin(11, Pin.IN)), Encoder(1, Pin(13, Pin.IN), Pin(12, Pin.IN), phases=4)
motors = [PWM(Pin(number), freq=20_000, duty_u16=0) for number in (2, 3, 4, 5)]
for duties in ((60_000, 0, 30_000, 0), (0, 40_000, 65_535, 0), (0, 0, 0, 50_000)):
    for motor, duty in zip(motors, duties):
        motor.duty_u16(duty)
    for _ in range(10):
        sleep_ms(31)
        led.duty_u16(left.value() & 0xFFFF)
        led.duty_u16(right.value() & 0xFFFF)
for motor in motors:
    motor.duty_u16(0)
sleep_ms(1500)
print(left.value(), right.value())
left.value(5)
print(left.value())
