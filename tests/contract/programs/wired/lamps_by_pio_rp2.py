# A hundred frames for a ring of sixteen lamps, by the program of Raspberry Pi's example neopixel_ring: it ends by itself,
# and the ring shows the colours of the last one. (docs.micropython.org/en/latest/library/rp2.html, …/rp2/tutorial/pio.html)
from array import array
from time import sleep_ms

import rp2
from machine import Pin


@rp2.asm_pio(sideset_init=rp2.PIO.OUT_LOW, out_shiftdir=rp2.PIO.SHIFT_LEFT, autopull=True, pull_thresh=24)
def ws2812():
    T1 = 2
    T2 = 5
    T3 = 3
    wrap_target()
    label("bitloop")
    out(x, 1).side(0)[T3 - 1]
    jmp(not_x, "do_zero").side(1)[T1 - 1]
    jmp("bitloop").side(1)[T2 - 1]
    label("do_zero")
    nop().side(0)[T2 - 1]
    wrap()


machine = rp2.StateMachine(0, ws2812, freq=8_000_000, sideset_base=Pin(22))
machine.active(1)
led = Pin(25, Pin.OUT)
colours = array("I", [0] * 16)
for frame in range(100):
    for lamp in range(16):
        colours[lamp] = (frame * 7919 * (lamp + 1) + lamp) & 0xFFFFFF
    machine.put(colours, 8)
    led.value(frame & 1)
    sleep_ms(10)
print(" ".join("%06x" % colour for colour in colours))
