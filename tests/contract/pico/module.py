# Names, limits and errors of `rp2`. Pages: library/rp2, library/rp2.PIO, library/rp2.StateMachine.
from array import array
from machine import Pin
import rp2
from rp2 import PIO, StateMachine, asm_pio, asm_pio_encode

led = Pin("LED", Pin.OUT)


def refused(function, *arguments, **options):
    try:
        function(*arguments, **options)
    except Exception as error:
        return type(error).__name__
    return "taken"


@asm_pio(out_shiftdir=PIO.SHIFT_RIGHT, autopull=True, pull_thresh=8, in_shiftdir=PIO.SHIFT_LEFT)
def echo():
    out(x, 8)
    mov(isr, invert(x))
    push()


@asm_pio()
def twenty():
    for _ in range(20):
        nop()


print(PIO.IN_LOW, PIO.IN_HIGH, PIO.OUT_LOW, PIO.OUT_HIGH, PIO.SHIFT_LEFT, PIO.SHIFT_RIGHT)
print(PIO.JOIN_NONE, PIO.JOIN_TX, PIO.JOIN_RX, PIO.IRQ_SM0, PIO.IRQ_SM3, hasattr(PIO, "gpio_base"))
print(PIO(0), PIO(1), StateMachine(5), PIO(1).state_machine(1) is StateMachine(5))
print(refused(PIO, 2), refused(StateMachine, 8), refused(PIO(0).state_machine, 4))
print(asm_pio_encode("set(pins, 1)", 0), hex(asm_pio_encode("nop().side(1)[2]", 1)))
print(refused(asm_pio_encode, "in_(pins, 40)", 0), refused(asm_pio_encode, "jmp(3)", 0))

machine = StateMachine(4, echo)
machine.put(0x12345678)
machine.active(1)
print([machine.get() & 255 for _ in range(1)], machine.tx_fifo(), machine.rx_fifo())
machine.put(array("B", (1, 2, 3)))
machine.put(7, 1)
print([255 - (machine.get() & 255) for _ in range(4)])
machine.put(bytearray((9, 8)))
words = array("I", (0, 0))
print(machine.get(words) is words, [255 - (word & 255) for word in words])
machine.put(0xF0)
print(machine.get(None, 4), machine.rx_fifo())
halves = array("H", (0,))
machine.put(0xFFFF0F)
machine.get(halves)
print(halves[0])
machine.restart()
machine.exec("set(x, 5)")
machine.exec("mov(isr, x)")
machine.exec(asm_pio_encode("push()", 0))
print(machine.get())
machine.active(0)

PIO(0).add_program(twenty)
print(twenty[1], refused(PIO(0).add_program, twenty))
PIO(0).remove_program(twenty)
print(twenty[1], refused(PIO(0).remove_program, twenty), refused(PIO(0).add_program, twenty))
PIO(0).remove_program()
print(refused(StateMachine(0).init, echo, 1000), refused(StateMachine(0).init, echo, 200_000_000))
print(refused(StateMachine(0).init, echo, 2000), refused(rp2.Flash), refused(rp2.DMA), rp2.bootsel_button())
led.on()
