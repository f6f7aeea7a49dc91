# A decoder with a table of sixteen jumps, X as the count. It tells its count at changes, as long as there is room; an
# instruction put in from outside would meet the ISR in the middle of a look, so that is done when it has been stopped.
# Page: library/rp2.StateMachine (exec, get), library/rp2 (asm_pio).
from machine import Pin, PWM
from time import sleep_ms
import rp2


@rp2.asm_pio(in_shiftdir=rp2.PIO.SHIFT_LEFT, out_shiftdir=rp2.PIO.SHIFT_RIGHT)
def decoder():
    jmp("look")
    jmp("down")
    jmp("up")
    jmp("look")
    jmp("up")
    jmp("look")
    jmp("look")
    jmp("down")
    jmp("down")
    jmp("look")
    jmp("look")
    jmp("up")
    jmp("look")
    jmp("up")
    label("down")
    jmp(x_dec, "tell")
    label("tell")
    mov(isr, x)
    push(noblock)
    wrap_target()
    label("look")
    out(isr, 2)
    in_(pins, 2)
    mov(osr, isr)
    mov(pc, isr)
    label("up")
    mov(x, invert(x))
    jmp(x_dec, "turned")
    label("turned")
    mov(x, invert(x))
    jmp("tell")
    wrap()
    # the table must lie at address 0, so the program fills the memory
    for _ in range(7):
        nop()


led = PWM(Pin("LED"), freq=1000, duty_u16=0)
in1, in2 = PWM(Pin(2), freq=20_000, duty_u16=0), PWM(Pin(3), freq=20_000, duty_u16=0)
machine = rp2.StateMachine(0, decoder, in_base=Pin(10, Pin.IN))
machine.exec("set(x, 0)")
machine.exec("mov(osr, pins)")
machine.active(1)


def signed(value):
    return value - (1 << 32) if value >> 31 else value


for forward in (True, False, True):
    in1.duty_u16(45_000 if forward else 0)
    in2.duty_u16(0 if forward else 45_000)
    for _ in range(8):
        sleep_ms(37)
        while machine.rx_fifo():
            led.duty_u16(machine.get() & 0xFFFF)
in1.duty_u16(0)
sleep_ms(600)
while machine.rx_fifo():
    machine.get()
machine.active(0)
machine.exec("mov(isr, x)")
machine.exec("push()")
print(signed(machine.get()))
