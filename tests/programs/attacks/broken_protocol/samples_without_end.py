"""Ask again and again for what the ADC's pins read, while no time passes."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
while True:
    clock.take_samples()
