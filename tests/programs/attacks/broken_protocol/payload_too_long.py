"""Announce more than the host would ever read."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
out[clock.KIND] = 2  # a channel to open
out[clock.PAYLOAD] = 1 << 30
clock._send()
port.write(b"x")
