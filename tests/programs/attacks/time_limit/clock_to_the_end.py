"""Say that all the time of the run has passed."""

import sys

sys.modules["_clock"].now += 400000000
sys.modules["_clock"].exchange(0)
