"""Say that all the time of the run has passed."""

import machine

machine._clock.now += 400000000
machine._clock.exchange(0)
