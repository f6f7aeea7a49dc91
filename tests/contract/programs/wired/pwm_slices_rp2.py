"""PWM: both channels of a slice have its frequency, nothing before both are set, from 8 Hz (rp2/quickref.html, PWM)."""

from machine import PWM, Pin

a, b = PWM(Pin(14)), PWM(Pin(15))
assert (a.freq(), a.duty_u16(), a.duty_ns()) == (0, 0, 0)
a.duty_u16(30_000)
a.freq(1000)
assert a.freq() == b.freq() == 1000
b.duty_u16(10_000)
b.freq(8)
assert a.freq() == b.freq() == 8 and a.duty_u16() == 30_000, (a.freq(), a.duty_u16())
for hz in (7, 1, 0):
    try:
        a.freq(hz)
        raise AssertionError
    except ValueError:
        a.duty_u16(100 + hz)
seen = []
for hz in (10, 50, 440, 1000, 12_345, 100_000, 1_000_000, 3_000_000, 60_000_000):
    a.freq(hz)
    a.duty_u16(20_000)
    seen += [a.freq(), a.duty_u16()]
a.freq(50)
a.duty_ns(1_500_000)
assert abs(a.duty_ns() - 1_500_000) < 500
a.freq(100)
assert abs(a.duty_ns() - 1_500_000) < 500  # ns stay ns
a.duty_u16(70_000)
assert a.duty_u16() == 65535
print(seen)
led = PWM("LED", freq=1000, duty_u16=0)
number = 0
for value in seen:
    number = (number * 7 + value) % 65521
led.duty_u16(number)
inverted = PWM(14, freq=1000, duty_u16=16_384, invert=True)
inverted.deinit()
