"""A reflectance sensor on an ADC pin: from the floor's lightness to ADC codes, in FINE parts of a code."""

from ..scene.model import Reflectance
from .adc_scale import FINE, FULL_SCALE_V, LEVELS
from .chance import normal_rows

CODES_A_VOLT = FINE * (LEVELS - 1) / FULL_SCALE_V

# Python shares its whole numbers from 0 to 256, which keeps the rows of usual noises small and near.
NOISE_LIFT = 128

Row = tuple[int, int, int, int]


def dark_code(sensor: Reflectance) -> float:
    """The code over a floor that throws no light back."""
    return sensor.black_v * CODES_A_VOLT


def code_per_light(sensor: Reflectance) -> float:
    """What a floor that throws all light back adds to it."""
    return (sensor.white_v - sensor.black_v) * CODES_A_VOLT


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
