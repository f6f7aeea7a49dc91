# Two pins, pushed by themselves when there is room: what is read first is old, what comes after is now. (docs.micropython.org/en/latest/library/rp2.html)
from machine import Pin, PWM
from time import sleep_ms, ticks_us, ticks_diff
from rp2 import PIO, StateMachine, asm_pio


@asm_pio(in_shiftdir=PIO.SHIFT_LEFT, autopush=True, push_thresh=2)
def phases():
    in_(pins, 2)


led = PWM(Pin(25), freq=1000, duty_u16=0)
motor = Pin(4, Pin.OUT, value=1)
machine = StateMachine(5, phases, freq=2_000_000, in_base=Pin(12, Pin.IN))
machine.active(1)
sleep_ms(50)
print(machine.rx_fifo(), machine.tx_fifo())
old = bytearray(4)
machine.get(old)
print(list(old))
before, turned = machine.get(), 0
start = ticks_us()
while ticks_diff(ticks_us(), start) < 100_000:
    for _ in range(5):  # four old ones
        now = machine.get()
    if now != before:
        turned += 1 if (before & 2) >> 1 != now & 1 else -1
        before = now
        led.duty_u16(turned)
motor.off()
print(turned)
