"""Write less than a frame."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
port.write(b"12345678")
