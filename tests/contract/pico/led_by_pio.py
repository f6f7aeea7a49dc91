# An LED that a PIO program has: blinking, then as bright as a wave makes it that is too fast to see, then dark. (docs.micropython.org/en/latest/library/rp2.StateMachine.html)
from machine import Pin
from time import sleep_ms
from rp2 import PIO, StateMachine, asm_pio


@asm_pio(set_init=PIO.OUT_LOW)
def blink():
    wrap_target()
    set(pins, 1)[31]
    nop()[31]
    set(pins, 0)[31]
    nop()[31]
    wrap()


@asm_pio(set_init=PIO.OUT_LOW)
def quarter():
    wrap_target()
    set(pins, 1)
    set(pins, 0)[2]
    wrap()


led = Pin(25, Pin.OUT, value=1)
sleep_ms(45)
machine = StateMachine(0, blink, freq=2000, set_base=led)
machine.active(1)
sleep_ms(200)
machine.active(0)
for freq in (4_000_000, 125_000_000, 3_777_000):
    machine.init(quarter, freq=freq, set_base=led)
    machine.active(1)
    sleep_ms(2000)
machine.active(0)
machine.init(quarter, freq=2_000_000, set_base=led)
sleep_ms(50)
