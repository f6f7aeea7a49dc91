# Output programs: pulses from a machine on a bridge's input turn the wheel; the FIFO sets their share. (docs.micropython.org/en/latest/library/rp2.StateMachine.html)
from machine import Pin, PWM, time_pulse_us
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
pin, levels = Pin(15), []
other = StateMachine(4, blink, freq=2000, set_base=pin)
other.active(1)
for _ in range(16):
    sleep_ms(13)
    levels.append(pin.value())
other.active(0)
# 32 ms up, 32 ms down; what is started begins a little after 0
print(levels)


@asm_pio(set_init=PIO.OUT_LOW)
def once():
    set(pins, 1)
    label("here")
    jmp("here")


@asm_pio(set_init=PIO.OUT_LOW)
def fast():
    set(pins, 1)
    set(pins, 0)


stuck = StateMachine(5, once, freq=2000, set_base=Pin(14))
stuck.active(1)
swift = StateMachine(6, fast, set_base=Pin(20))
swift.active(1)
sleep_ms(500)
print(Pin(14).value(), Pin(20).value() in (0, 1))
other.active(1)
risen = []
pin.irq(lambda source: risen.append(source.value()), Pin.IRQ_RISING)
sleep_ms(320)
pin.irq(None)
print(len(risen), set(risen), [round(time_pulse_us(pin, level) / 1000) for level in (1, 0)])
led.duty_u16(sum(levels))
