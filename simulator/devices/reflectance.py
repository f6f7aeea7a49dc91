"""A reflectance sensor on an ADC pin: from the floor's lightness to what the program reads."""

from ..scene.model import Reflectance
from .esp32_adc import FULL_SCALE_V, LEVELS


def codes(sensor: Reflectance) -> tuple[float, float]:
    """ADC code over a floor of no reflectance, and what a reflectance of 1 adds to it; fractions kept."""
    per_volt = (LEVELS - 1) / FULL_SCALE_V
    return sensor.black_v * per_volt, (sensor.white_v - sensor.black_v) * per_volt


def noise_codes(sensor: Reflectance) -> float:
    """Standard deviation of one sample, in ADC codes."""
    return sensor.noise_mv / 1000 * (LEVELS - 1) / FULL_SCALE_V
