"""PWM: freq, duty_u16, duty_ns, init, deinit, and what is read back (library/machine.PWM.html)."""

import sys
from machine import PWM, Pin

RP2 = sys.platform == "rp2"
pwm = PWM(Pin(14 if RP2 else 13), freq=1000, duty_u16=32768)
seen = [pwm.freq(), pwm.duty_u16(), pwm.duty_ns()]
pwm.duty_u16(0)
seen.append(pwm.duty_u16())
pwm.duty_u16(65535)
seen.append(pwm.duty_u16())
pwm.duty_ns(250_000)
seen += [pwm.duty_ns(), pwm.duty_u16()]
pwm.freq(50)
seen += [pwm.freq(), pwm.duty_ns()]
pwm.init(freq=20_000, duty_u16=16_384)
seen += [pwm.freq(), pwm.duty_u16()]
assert seen[3:5] == [0, 65535], seen
assert abs(seen[0] - 1000) < 3 and seen[7] == 50 and abs(seen[8] - 250_000) < 400, seen
for hz in (0, -5, "1") if RP2 else (0, -5, 40_000_001, "1"):
    try:
        pwm.freq(hz)
        raise AssertionError
    except (ValueError, TypeError):
        pwm.duty_u16(100 + len(seen))
try:
    pwm.duty_u16(1.5)
    raise AssertionError
except TypeError:
    pass
for number in seen:
    pwm.duty_u16(number % 65521)
pwm.init(freq=1000, duty_u16=16_384, invert=True)
pwm.deinit()
print(seen)
if RP2:
    assert pwm.duty_u16() is not None
else:
    for call in (pwm.freq, pwm.duty_u16, pwm.duty, pwm.duty_ns, lambda: pwm.duty_u16(5)):
        try:
            call()
            raise AssertionError
        except RuntimeError:
            pass
    for call, value in ((PWM(13).duty, 1024), (PWM(13).duty_u16, 65536), (PWM(13).duty_ns, 10**9)):
        try:
            call(value)
            raise AssertionError
        except ValueError:
            pass
    ten = PWM(Pin(13), freq=5000, duty=512)
    assert ten.duty() == 512 and ten.duty_u16() == 32768
    ten.duty(1023)
    assert ten.duty_u16() == 65535
