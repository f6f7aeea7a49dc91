"""Ask to start again with something that is no flash."""

import machine

clock = machine._clock
port = clock._port
out = clock.out
clock.reset("[" * 100000)
