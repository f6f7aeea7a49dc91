"""Eight shift registers that never repeat, at full speed, and a program that only sleeps: the host has all the work."""

import time

from machine import Pin
from rp2 import PIO, StateMachine, asm_pio


@asm_pio(out_init=PIO.OUT_LOW)
def noise():
    wrap_target()
    mov(y, isr)
    in_(y, 7)
    mov(x, invert(isr))
    in_(x, 3)
    mov(osr, reverse(isr))
    out(x, 5)
    jmp(x_dec, "one")
    in_(null, 1)
    label("one")
    jmp(x_not_y, "two")
    mov(isr, invert(isr))
    label("two")
    in_(x, 11)
    out(pins, 1)
    wrap()


machines = [StateMachine(number, noise, out_base=Pin(25)) for number in range(8)]
for machine in machines:
    machine.active(1)
while True:
    time.sleep(30)
    machines[0].rx_fifo()
