"""A machine that interrupts in each of its cycles, and a handler that looks ahead again each time."""

import time

from rp2 import StateMachine, asm_pio


@asm_pio()
def shout():
    wrap_target()
    irq(0)
    wrap()


machine = StateMachine(0, shout)
machine.irq(lambda source: source.rx_fifo())
machine.active(1)
time.sleep(30)
