"""Which seeds there are, of runs and of worlds: 0 to MOST_SEED."""

MOST_SEED = 2**31 - 1
