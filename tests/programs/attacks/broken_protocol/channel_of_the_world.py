"""Open a channel to where the robot really is."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
clock.open_channel("pose", 0)
