"""A magnetic quadrature encoder on the motor's shaft, counting all four edges."""

from ..scene.model import Motor
from ..scene.trig import PI

# Levels of phases A and B for a count modulo 4; A leads when the motor runs forward.
LEVELS_A = (0, 1, 1, 0)
LEVELS_B = (0, 0, 1, 1)


def counts_per_metre(motor: Motor) -> float:
    """Counts for a metre of the wheel's rim; negative for a motor that is mounted the other way round."""
    per_metre = motor.counts_per_turn / (PI * motor.wheel_diameter_mm / 1000)
    return -per_metre if motor.reversed else per_metre


def count(way_m: float, per_metre: float) -> int:
    """Edges passed since the start, where the rotor stood half-way between two."""
    return int((way_m * per_metre + 0.5) // 1.0)
