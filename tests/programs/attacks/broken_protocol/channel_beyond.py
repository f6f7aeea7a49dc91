"""Open a pin whose level has no place in an answer."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
clock.open_channel("level", 9999)
clock.exchange(0)
