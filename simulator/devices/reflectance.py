"""A reflectance sensor on an ADC pin: from the floor's lightness to ADC codes, fractions kept."""

from ..scene.model import Reflectance
from .esp32_adc import FULL_SCALE_V, LEVELS

_CODES_A_VOLT = (LEVELS - 1) / FULL_SCALE_V


def dark_code(sensor: Reflectance) -> float:
    """The code over a floor that throws no light back."""
    return sensor.black_v * _CODES_A_VOLT


def code_per_light(sensor: Reflectance) -> float:
    """What a floor that throws all light back adds to it."""
    return (sensor.white_v - sensor.black_v) * _CODES_A_VOLT


def noise_codes(sensor: Reflectance) -> float:
    """Standard deviation of one sample."""
    return sensor.noise_mv / 1000 * _CODES_A_VOLT
