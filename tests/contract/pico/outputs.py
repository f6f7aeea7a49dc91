# Output programs: pulses from a machine on a bridge's input turn the wheel; the FIFO sets their share.
from machine import Pin, PWM
from time import sleep_ms
from rp2 import PIO, StateMachine, asm_pio


@asm_pio(sideset_init=PIO.OUT_LOW)
def pwm():
    pull(noblock).side(0)
    mov(x, osr)
    mov(y, isr)
    label("loop")
    jmp(x_not_y, "skip")
    nop().side(1)
    label("skip")
    jmp(y_dec, "loop")


@asm_pio(set_init=PIO.OUT_LOW)
def blink():
    wrap_target()
    set(pins, 1)[31]
    nop()[31]
    set(pins, 0)[31]
    nop()[31]
    wrap()


led = PWM(Pin(25), freq=1000, duty_u16=0)
machine = StateMachine(0, pwm, freq=1_000_000, sideset_base=Pin(2))
machine.put(500)
machine.exec("pull()")
machine.exec("mov(isr, osr)")
machine.active(1)
speeds = []
for share in (0, 300, 500):
    machine.put(share)
    sleep_ms(400)
    edges = [0]
    Pin(10).irq(lambda pin: edges.append(edges.pop() + 1))
    sleep_ms(100)
    Pin(10).irq(None)
    speeds.append(edges[0])
    led.duty_u16(edges[0])
machine.active(0)
print(speeds[0] == 0, speeds[0] < speeds[1] < speeds[2])
other = StateMachine(4, blink, freq=2000, set_base=Pin(15))
other.active(1)
pin, levels = Pin(15), []
for _ in range(40):
    sleep_ms(8)
    levels.append(pin.value())
other.active(0)
print(0 < sum(levels) < 40)
led.duty_u16(sum(levels))
