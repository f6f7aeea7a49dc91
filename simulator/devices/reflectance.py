"""A reflectance sensor on an ADC pin: from the floor's lightness to ADC codes, in FINE parts of a code.

At another height than its best one less light comes back and from a wider spot. Of light the share at r times the best
height is (2r / (1 + r²))ᵐ, with m such that it is a fifth at 0.2 and at 15 mm where the best height is 2.5 mm: so
Vishay's data sheet has it for the TCRT5000 (document 83760: peak operating distance, operating range). The spot widens
as the view of a lens with 20° to either side does; that is our estimate. Ambient light does not lessen, since the spot
from which it comes grows as it moves away.
"""

from ..scene.model import Reflectance
from ..scene.trig import sin_cos_deg
from .adc_scale import FINE, FULL_SCALE_V, LEVELS
from .chance import normal_rows
from .elementary import exp, log

# The exponents m above and below the best height.
ABOVE = log(0.2) / log(2.0 * 6.0 / 37.0)
BELOW = log(0.2) / log(2.0 * 0.08 / 1.0064)
LENS_DEG = 20.0
NARROWEST_MM = 0.5

CODES_A_VOLT = FINE * (LEVELS - 1) / FULL_SCALE_V

# Python shares its whole numbers from 0 to 256, which keeps the rows of usual noises small and near.
NOISE_LIFT = 128

Row = tuple[int, int, int, int]


def dark_code(sensor: Reflectance) -> float:
    """The code over a floor that throws no light back."""
    return sensor.black_v * CODES_A_VOLT


def code_per_light(sensor: Reflectance) -> float:
    """What a floor that throws all light back adds to it, at the sensor's best height."""
    return (sensor.white_v - sensor.black_v) * CODES_A_VOLT


def light_share(sensor: Reflectance) -> float:
    """The share of light that comes back at its height, of that at its best one."""
    if sensor.height_mm is None:
        return 1.0
    parts = sensor.height_mm / sensor.best_height_mm
    return exp((ABOVE if parts > 1.0 else BELOW) * log(2.0 * parts / (1.0 + parts * parts)))


def spot_mm(sensor: Reflectance) -> float:
    """The diameter of what it sees at its height, to a half of a millimetre, so that like sensors stay alike."""
    if sensor.height_mm is None:
        return sensor.footprint_mm
    sine, cosine = sin_cos_deg(LENS_DEG)
    wider = 2.0 * (sensor.height_mm - sensor.best_height_mm) * sine / cosine
    return max(NARROWEST_MM, int(2.0 * (sensor.footprint_mm + wider) + 0.5) / 2)


def noise_rows(sensor: Reflectance, key: int) -> tuple[Row, ...]:
    """The noise of the four samples of a step, as strong as this sensor's, and NOISE_LIFT higher; one row a step."""
    codes = sensor.noise_mv / 1000 * CODES_A_VOLT
    return tuple(
        (
            round(first * codes) + NOISE_LIFT,
            round(second * codes) + NOISE_LIFT,
            round(third * codes) + NOISE_LIFT,
            round(fourth * codes) + NOISE_LIFT,
        )
        for first, second, third, fourth in normal_rows(key)
    )
