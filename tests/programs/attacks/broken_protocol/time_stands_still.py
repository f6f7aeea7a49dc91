"""Ask the host again and again while no time passes."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
while True:
    clock.now = clock.base
    clock.exchange(0)
