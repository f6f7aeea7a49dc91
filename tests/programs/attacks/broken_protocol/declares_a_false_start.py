"""Say that the run is void, and ask for another by that."""

import machine

clock = machine._clock
port = clock._port
out = clock.out
clock.stop("false_start")
