"""What a VL53L0X makes of the light that comes back: a status, a range, and the rates that it tells with them.

How much comes back is reckoned from ST's data sheet (DocID029104, maximum ranging distances in 5.3): a target that
fills the field of view is seen up to 2 m indoors where it is white (88 %) and to 0.8 m where it is grey (17 %),
outdoors under clouds up to 0.8 and 0.5 m. That is a signal of 1 million counts a second off the white one at 1 m, and
agrees with the 1.42 off the grey one at 0.4 m that ST's API is calibrated with. How much a range scatters is what that
API estimates of it (STSW-IMG005, VL53L0X_calc_sigma_estimate). The statuses are those of RESULT_RANGE_STATUS; the API
calls 4 a failed signal, 6 and 9 a failed phase, 8 and 10 a range below the least, 1 to 3 a hardware fault (a chip that
works has none), and finds by itself, from the rates, that sigma is too great.
"""

import math
from typing import NamedTuple

from .ports import LightBack

NO_TARGET, RANGE_PHASE_CHECK, MIN_CLIP, COMPLETE = 4, 6, 10, 11
NOTHING_MM = 8190.0  # what the chip puts in its result where nothing came back
FARTHEST_MM = 2000.0  # a target beyond it is one period of the laser too late
LOOKS_MM = 4000.0  # such a one is seen up to here

SIGNAL = 1.0 / 0.88  # million counts a second off a cone full of what throws all back, at 1 m
MOST_SIGNAL = 40.0
SPADS = 12  # that take part
AMBIENT = 0.05  # million counts a second indoors
SUN_A_SPAD = 0.010  # outdoors under clouds: a light of share 1
# And so much more signal is needed there: in the middle between what the two targets above tell, 1.56 and 0.77.
SUN_NEEDS = 0.85

MM_A_NS = 299.7
PULSE_NS, AMBIENT_NS = 8.0, 6.0  # effective widths
PULSE_CLOCKS = 3 * 2048  # of each macro period in which the laser is on


class Conditions(NamedTuple):
    """Of one measurement, as the registers and the robot file have them: rates in million counts a second."""

    least_signal: float
    lit_us: float  # for how long the laser was on in all
    glass: float  # what a cover glass throws straight back
    glass_known: float  # and what the program has told the chip of that
    noise_mm: float
    scale: float
    offset_mm: float


class Measured(NamedTuple):
    status: int
    range_mm: float
    signal: float
    ambient: float


def measured(look: LightBack | None, terms: Conditions, chance: float) -> Measured:
    """`chance`: a normal draw, for the scatter."""
    sun = look.ambient if look is not None else 0.0
    ambient = AMBIENT + SUN_A_SPAD * SPADS * sun
    back = SIGNAL * look.signal if look is not None else 0.0
    signal = min(MOST_SIGNAL, back + terms.glass)
    told = max(0.0, signal - terms.glass_known)
    if look is None or told <= 0.0 or told < terms.least_signal + SUN_NEEDS * sun:
        return Measured(NO_TARGET, NOTHING_MM, told, ambient)
    if look.way_mm > FARTHEST_MM:
        return Measured(RANGE_PHASE_CHECK, NOTHING_MM, told, ambient)
    # Light off the glass has no way at all: the mean of both is nearer, until the chip takes out what it has been told.
    way_mm = look.way_mm * min(signal, back) / signal
    way_mm = min(FARTHEST_MM, way_mm * signal / told)
    sigma_mm = sigma(told, ambient, terms.lit_us)
    scatter = math.sqrt(terms.noise_mm * terms.noise_mm + sigma_mm * sigma_mm) if terms.noise_mm > 0.0 else 0.0
    range_mm = way_mm * terms.scale + terms.offset_mm + scatter * chance
    return Measured(COMPLETE if range_mm >= 0.0 else MIN_CLIP, max(0.0, range_mm), told, ambient)


def sigma(signal: float, ambient: float, lit_us: float) -> float:
    """The standard deviation of a range in mm, from how many counts it was made of."""
    counts = max(1.0, signal * lit_us)
    other_ns = AMBIENT_NS * ambient / signal
    return MM_A_NS * math.sqrt(PULSE_NS * PULSE_NS + other_ns * other_ns) / (2.0 * math.sqrt(12.0 * counts))
