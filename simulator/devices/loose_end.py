"""A wire that ends nowhere, on the board's ADC: charge and mains hum move it about, slowly and at every moment."""

from .chance import word

DRIFT_US = 150_000  # from one place it drifts to, to the next
LOWEST_V, HIGHEST_V = 0.5, 2.3
HUM_US = 1000
HUM_V = 0.12  # to either side
_STEPS = 65536


def floating_volts(key: int, t_us: int) -> float:
    """The voltage at that time, of the wire with that key."""
    number, since_us = divmod(t_us, DRIFT_US)
    here, there = _place(key, number), _place(key, number + 1)
    hum = (word(key, -1 - t_us // HUM_US) % _STEPS / _STEPS * 2 - 1) * HUM_V
    return here + (there - here) * since_us / DRIFT_US + hum


def _place(key: int, number: int) -> float:
    return LOWEST_V + (HIGHEST_V - LOWEST_V) * (word(key, number) % _STEPS) / _STEPS
