"""Send a frame of a kind that does not exist."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
out[clock.KIND] = 99
clock._send()
clock._take_answer()
