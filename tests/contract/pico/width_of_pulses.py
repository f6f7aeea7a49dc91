# How long phase A is high, in pairs of cycles at 1 MHz; `get` waits for the next pulse. (docs.micropython.org/en/latest/library/rp2.StateMachine.html)
from machine import Pin, PWM
from rp2 import StateMachine, asm_pio


@asm_pio()
def width():
    wrap_target()
    mov(x, invert(null))
    wait(0, pin, 0)
    wait(1, pin, 0)
    label("high")
    jmp(x_dec, "more")
    label("more")
    jmp(pin, "high")
    mov(isr, invert(x))
    push(noblock)
    wrap()


led = PWM(Pin(25), freq=1000, duty_u16=0)
a = Pin(10, Pin.IN)
machine = StateMachine(7, width, freq=1_000_000, in_base=a, jmp_pin=a)
machine.active(True)
motor = PWM(Pin(2), freq=20_000, duty_u16=50_000)
for _ in range(30):
    led.duty_u16(2 * machine.get())
motor.duty_u16(0)
print(machine.active(), machine.active(0))
