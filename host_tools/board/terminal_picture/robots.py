"""Robots over the mat: body, the way each looks, and where it has just been."""

from collections.abc import Mapping, Sequence
from math import floor
from typing import Any

from marshrut.simulator.replay.colours import ROBOTS, blended

from .dots import HIGH, WIDE, Dots
from .mat import Place, standing

BODIES = ROBOTS  # by robot number
ARROWS = "→↗↑↖←↙↓↘"
_ARROW = "#ffffff"
_TRAILS = tuple(blended("#ffffff", body, 0.6) for body in BODIES)
_LEAST_DOTS = 6.0  # a robot's length, however small the mat is drawn


def arrow(heading_deg: float) -> str:
    return ARROWS[round(heading_deg / 45) % 8]


def paint_trail(dots: Dots, place: Place, path: Sequence[tuple[float, float]], robot: int) -> None:
    """Through points on the mat, mm."""
    dots.line(place.dots(path), _TRAILS[robot % len(_TRAILS)], smooth=True)


def paint_robot(
    dots: Dots, place: Place, shape: Mapping[str, Any], pose: tuple[float, float, float], robot: int
) -> None:
    """`shape` is a scene's robot, the pose in mm and degrees."""
    x_mm, y_mm, heading_deg = pose
    outline = shape["outline"]
    xs = [x for x, _ in outline]
    larger = max(1.0, _LEAST_DOTS / max((max(xs) - min(xs)) * place.scale, 1e-6))
    body = BODIES[robot % len(BODIES)]
    corners = place.dots(standing(outline, x_mm, y_mm, heading_deg, larger))
    dots.fill(corners, body)
    dots.line([*corners, corners[0]], body)
    x, y = place.dot(x_mm, y_mm)
    dots.sign(floor(x / WIDE), floor(y / HIGH), arrow(heading_deg), _ARROW, body)
