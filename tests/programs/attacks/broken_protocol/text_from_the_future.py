"""Print at a time that has not come."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
clock.now = clock.base + 100000000
port.native_print("later")
clock.send_text()
clock.now = clock.base
clock.exchange(0)
