"""A magnetic quadrature encoder on the motor's shaft, counting all four edges.

Its position is a number of edges with a fraction; it starts half-way between two edges, in count 0.
"""

from collections.abc import Iterator

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
    return int((way_m * per_metre + 0.5) // 1.0)


def edges(from_m: float, to_m: float, per_metre: float) -> Iterator[tuple[float, int]]:
    """The edges on a wheel's way, each as the share of the way before it (0 to 1) and the count after it."""
    start, end = from_m * per_metre + 0.5, to_m * per_metre + 0.5
    low, high = int(start // 1.0), int(end // 1.0)
    if low < high:
        for number in range(low + 1, high + 1):
            yield (number - start) / (end - start), number
    else:
        for number in range(low, high, -1):
            yield (start - number) / (start - end), number - 1
