"""Let time run backward: act before what has been seen."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
clock.now = clock.base - 1000
clock.exchange(0)
