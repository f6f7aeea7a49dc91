"""Say that the run has reached its goal."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
clock.stop("goal")
