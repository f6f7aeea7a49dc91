# A pin that gets a mode is the program's again, whatever a PIO's machine goes on doing; a machine that is set up anew has it
# again. Pages: library/machine.Pin, library/rp2.StateMachine; ports/rp2/machine_pin.c (gpio_set_function).
from machine import PWM, Pin
from rp2 import PIO, StateMachine, asm_pio
from time import sleep_ms

led = PWM(Pin(25), freq=1000, duty_u16=0)


@asm_pio(set_init=PIO.OUT_LOW)
def square():
    set(pins, 1)[31]
    set(pins, 0)[31]


def levels():
    """How many of 100 looks find the wire's other end high, and how many the pin."""
    high = [0, 0]
    for _ in range(100):
        high[0] += far.value()
        high[1] += near.value()
    led.duty_u16(high[0])
    return high


far, near = Pin(16, Pin.IN), Pin(19)
machine = StateMachine(0, square, freq=1_000_000, set_base=near)
machine.active(1)
assert all(20 < high < 80 for high in levels()), levels()
near.init(Pin.OUT, value=1)
assert levels() == [100, 100], levels()
near.value(0)
sleep_ms(1)
assert levels() == [0, 0], levels()
machine.init(square, freq=1_000_000, set_base=near)
machine.active(1)
assert all(20 < high < 80 for high in levels()), levels()
near.init(Pin.OUT)
assert levels() == [0, 0], levels()
machine.init(square, freq=1_000_000, set_base=near)
machine.active(1)
near.init(Pin.IN, Pin.PULL_UP)
assert levels() == [100, 100], levels()
