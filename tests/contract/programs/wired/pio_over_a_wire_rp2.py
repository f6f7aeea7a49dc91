# A wire joins two pins for the machines of a PIO too: one machine measures what another drives, over the wire as on the
# pin itself, and one hears over a wire what it sends. The first programs are those of people's examples. (docs.micropython.org/en/latest/library/rp2.StateMachine.html)
from machine import PWM, Pin, time_pulse_us
from time import sleep_ms

import rp2
from rp2 import PIO, StateMachine, asm_pio

led = PWM(Pin(25), freq=1000, duty_u16=0)


@asm_pio(set_init=PIO.OUT_LOW)
def square():
    set(pins, 1)[9]
    set(pins, 0)[9]


@asm_pio()
def measure():
    mov(x, invert(null))
    wait(0, pin, 0)
    wait(1, pin, 0)
    label("high")
    jmp(x_dec, "on")
    label("on")
    jmp(pin, "high")
    mov(isr, invert(x))
    push()


for end in (16, 19):
    driving = StateMachine(0, square, freq=100_000, set_base=Pin(19))
    measuring = StateMachine(1, measure, freq=1_000_000, in_base=Pin(end), jmp_pin=Pin(end))
    driving.active(1)
    measuring.active(1)
    sleep_ms(3)
    widths = [measuring.get() for _ in range(measuring.rx_fifo())]
    assert widths == [50] * 4, widths
    measuring.active(0)
    driving.active(0)
    driving = StateMachine(0, square, freq=10_000, set_base=Pin(19))
    driving.active(1)
    high = time_pulse_us(Pin(end), 1, 10_000)
    led.duty_u16(high)
    assert 990 < high < 1005, high
    driving.active(0)


@asm_pio(
    out_shiftdir=0, autopull=True, pull_thresh=8, autopush=True, push_thresh=8,
    sideset_init=(PIO.OUT_LOW, PIO.OUT_HIGH), out_init=PIO.OUT_LOW,
)  # fmt: skip
def spi_cpha0():
    set(x, 6)
    wrap_target()
    pull(ifempty).side(0x2)[1]
    label("bitloop")
    out(pins, 1).side(0x0)[1]
    in_(pins, 1).side(0x1)
    jmp(x_dec, "bitloop").side(0x1)
    out(pins, 1).side(0x0)
    set(x, 6).side(0x0)
    in_(pins, 1).side(0x1)
    jmp(not_osre, "bitloop").side(0x1)
    nop().side(0x0)[1]
    wrap()


spi = StateMachine(0, spi_cpha0, freq=400_000, sideset_base=Pin(21), out_base=Pin(19), in_base=Pin(16))
spi.active(1)
heard = []
for byte in b"\x01\xa5\x7e\xff":
    spi.put(byte << 24)
    heard.append(spi.get() & 255)
led.duty_u16(sum(heard))
assert heard == [0x01, 0xA5, 0x7E, 0xFF], heard
