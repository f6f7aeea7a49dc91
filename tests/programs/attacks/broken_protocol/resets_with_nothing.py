"""Ask to start again with something that is no flash."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
clock.reset("[" * 100000)
