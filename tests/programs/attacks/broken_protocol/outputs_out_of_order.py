"""Act in the past of an earlier act."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
for i, us in enumerate((900, 100)):
    at = clock.HEADER + 3 * i
    out[at], out[at + 1], out[at + 2] = 2, 65535 * i, us
out[clock.OUTPUTS] = 2
clock.now = clock.base + 1000
clock.exchange(0)
