"""Announce less than is sent: the rest would be read as frames."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
out[clock.KIND] = 2  # a channel to open
out[clock.PAYLOAD] = 4
clock._send()
port.write(b"adc " + bytes(out))
