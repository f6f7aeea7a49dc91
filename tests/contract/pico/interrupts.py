# Each edge of phase A raises the machine's flag; a pin's own interrupt hears the same edges.
# Page: library/rp2.StateMachine (irq), library/rp2.PIO (irq).
from machine import Pin, PWM
from time import sleep_ms
from rp2 import PIO, StateMachine, asm_pio


@asm_pio()
def every_edge():
    wrap_target()
    wait(1, pin, 0)
    irq(rel(0))
    wait(0, pin, 0)
    irq(rel(0))
    wrap()


led = PWM(Pin(25), freq=1000, duty_u16=0)
heard = [0, 0, 0]


def by_machine(machine):
    heard[0] += 1
    led.duty_u16(heard[0])


def by_block(block):
    heard[1] += 1
    assert block.irq().flags() == PIO.IRQ_SM2


def by_pin(pin):
    heard[2] += 1


a = Pin(10, Pin.IN)
machine = StateMachine(2, every_edge, in_base=a)
machine.irq(by_machine)
PIO(0).irq(by_block, PIO.IRQ_SM2)
a.irq(by_pin)
machine.active(1)
motor = Pin(2, Pin.OUT, value=1)
sleep_ms(120)
print(heard)
machine.irq(None)
PIO(0).irq(handler=None)
sleep_ms(50)
motor.off()
sleep_ms(400)
print(heard[0] == heard[1] < heard[2])
led.duty_u16(heard[0])
a.irq(None)
