# What a PIO drives is seen at the wire's other end, and on the pin itself, when it changes: by reads in a tight loop, by
# an interrupt, and where the waves are shorter than a read takes. Pages: library/rp2.StateMachine, library/machine.Pin.
from machine import Pin, PWM
from time import sleep_ms, ticks_diff, ticks_us
from rp2 import PIO, StateMachine, asm_pio


@asm_pio(set_init=PIO.OUT_LOW)
def square():
    wrap_target()
    set(pins, 1)[31]
    set(pins, 0)[31]
    wrap()


led = PWM(Pin(25), freq=1000, duty_u16=0)
driven, wired = Pin(19), Pin(16, Pin.IN)
machine = StateMachine(1, square, freq=10_000, set_base=driven)
machine.active(1)


def spans(pin, count):
    """How long the pin stays as it is, so many times, in µs."""
    times = []
    level = pin.value()
    while len(times) <= count:
        if pin.value() != level:
            times.append(ticks_us())
            level = 1 - level
    return [ticks_diff(after, before) for before, after in zip(times, times[1:])]


for pin in (wired, driven):
    for span in spans(pin, 6):
        led.duty_u16(span)
        assert abs(span - 3200) < 50, span

# both ends are one net
for number in range(200):
    assert wired.value() == driven.value() or wired.value() == driven.value(), number

# they have the level that an interrupt tells of
heard = []
wired.irq(lambda pin: heard.append((ticks_us(), pin.value())))
sleep_ms(30)
wired.irq(None)
assert 8 <= len(heard) <= 10, heard
for (before, level), (after, other) in zip(heard, heard[1:]):
    led.duty_u16(ticks_diff(after, before))
    assert abs(ticks_diff(after, before) - 3200) < 50 and level != other, heard

# faster than anybody can read: about half of the reads find it high
for freq in (1_000_000, 20_000_000, 125_000_000):
    machine.init(square, freq=freq, set_base=driven)
    machine.active(1)
    high = 0
    for _ in range(500):
        high += wired.value() + driven.value()
    led.duty_u16(high)
    assert 200 < high < 800, high
machine.active(0)
