"""Open the port a second time and write to it."""

import sys

sys.modules["_port"].native_open("/dev/port", "r+b", 0).write(b"0" * 256)
