"""PWM: 16 channels, 8 timers, pins of one frequency share one, the true frequency (esp32/quickref.html, PWM; tutorial/pwm)."""

from machine import PWM, Pin

free = (2, 5, 12, 13, 15, 16, 17, 21, 33)
pwms = [PWM(Pin(pin), freq=100 * (1 + i), duty_u16=1000 * i) for i, pin in enumerate(free[:8])]
try:
    PWM(Pin(33), freq=5555)
    raise AssertionError
except RuntimeError:  # out of timers
    pass
ninth = PWM(Pin(33), freq=800, duty_u16=5000)  # a frequency that a timer has
assert [pwm.freq() for pwm in pwms][:4] == [100, 200, 300, 400]
pwms[0].freq(110)  # its own timer is free to change
try:
    ninth.freq(900)
    raise AssertionError
except RuntimeError:
    pass
pwms[1].deinit()
ninth.freq(900)  # and now there is one
assert ninth.freq() == 901  # what the divider makes of it
# what the divider makes of it, as the tutorial prints it
lone = pwms[2]
seen = []
for hz in (1000, 1200, 1400, 1600, 9400, 9600, 9800, 10_000, 50, 1, 440, 40_000_000):
    lone.freq(hz)
    seen.append(lone.freq())
assert seen[:8] == [998, 1202, 1401, 1598, 9398, 9615, 9804, 10_000], seen
for pwm in pwms + [ninth]:
    pwm.deinit()
pins = (0, 2, 4, 5, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 25)
many = [PWM(Pin(pin), freq=1000, duty_u16=0) for pin in pins]
try:
    PWM(Pin(26), freq=1000)
    raise AssertionError
except RuntimeError:  # out of channels
    many[1].duty_u16(3333)
print(seen)
