# What str() says of the board's own objects (the ports' sources; docs.micropython.org/en/latest/library/machine.html).
from collections import deque

import esp32
import framebuf
import network
import select
from machine import PWM, RTC, Pin, Signal

motor = PWM(Pin(25), freq=20000, duty_u16=0)
with open("log.txt", "w") as file:
    text_file = str(file)
with open("log.txt", "rb") as file:
    bytes_file = str(file)
said = [
    text_file, bytes_file, str(RTC()), str(Signal(Pin(2))), str(Pin(4).irq(lambda pin: 0)),
    str(network.WLAN(network.STA_IF)), str(esp32.NVS("a")), str(select.poll()), str(deque((), 1)),
    str(framebuf.FrameBuffer(bytearray(8), 8, 8, framebuf.MONO_VLSB)),
]  # fmt: skip
assert said == [
    "<io.TextIOWrapper>", "<io.FileIO>", "<RTC>", "<Signal>", "<irq>", "<WLAN>", "<NVS namespace>", "<poll>",
    "<deque>", "<FrameBuffer>",
], said  # fmt: skip
for text in said:
    motor.duty_u16(len(text))
Pin(4).irq(None)
