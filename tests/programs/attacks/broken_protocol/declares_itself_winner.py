"""Say that the run has reached its goal."""

import machine

clock = machine._clock
port = clock._port
out = clock.out
clock.stop("goal")
