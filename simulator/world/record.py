"""What a trace says of a robot's motion, in whole numbers."""

from collections.abc import Sequence

from ..scene.trig import PI
from .bridges import Bridge
from .drive import State

MDEG = 180_000 / PI  # thousandths of a degree in a radian


def motion_record(
    state: State, bridges: Sequence[Bridge], counts: tuple[int, int], wheel_y: tuple[float, float]
) -> tuple[int, ...]:
    """One integer for each of the trace's state fields, but for line sensors; `counts` are those of the encoders,
    `wheel_y` the places of the wheels across the robot in m."""
    x, y, _, _, heading, ul, ur, _, _, _, slipping, il, ir, _, _, battery, _, _, _ = state
    left, right = bridges
    left_y, right_y = wheel_y
    return (
        round(x * 1e6),
        round(y * 1e6),
        round(heading * MDEG),
        round((left_y * ur - right_y * ul) / (left_y - right_y) * 1e6),
        round((ur - ul) / (left_y - right_y) * MDEG),
        *counts,
        round(left.winding[0] * battery * 1e3),
        round(right.winding[0] * battery * 1e3),
        round(il * 1e3),
        round(ir * 1e3),
        round(battery * 1e3),
        slipping,
    )
