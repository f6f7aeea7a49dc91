"""Ask the host again and again while no time passes."""

import machine

clock = machine._clock
port = clock._port
out = clock.out
while True:
    clock.now = clock.base
    clock.exchange(0)
