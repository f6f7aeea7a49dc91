"""Where a robot's range finders, colour sensors and bump switches sit and look: shapes in the robot's own axes, mm."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Point = tuple[float, float]


@dataclass(frozen=True)
class SensingMark:
    """A part's shape from above: an outline that is filled, or where it is not `closed` a thick line."""

    id: str
    chip: str
    colour: str
    closed: bool
    points: tuple[Point, ...]


_FAN = ((0.0, 0.0), (20.0, -9.0), (20.0, 9.0))  # opens the way it looks
_LEAST_SPOT_MM = 8.0
_CORNERS = 16

# chip → colour
_COLOURS = {"hc-sr04": "#0e7490", "vl53l0x": "#0e7490", "tcs34725": "#8a4fd0", "bump-switch": "#c2410c"}


def sensing_marks(robot: Mapping[str, Any]) -> list[SensingMark]:
    """In the robot file's order."""
    return [
        SensingMark(part["id"], part["chip"], _COLOURS[part["chip"]], part["chip"] != "bump-switch", _points(part))
        for part in robot.get("parts", [])
        if part["chip"] in _COLOURS
    ]


def _points(part: Mapping[str, Any]) -> tuple[Point, ...]:
    figures = dict(part["figures"])
    if part["chip"] == "bump-switch":
        half = figures["width_mm"] / 2
        shape: tuple[Point, ...] = ((0.0, -half), (0.0, half))
    elif part["chip"] == "tcs34725":
        radius = max(figures["footprint_mm"], _LEAST_SPOT_MM) / 2
        angles = [2 * math.pi * i / _CORNERS for i in range(_CORNERS)]
        shape = tuple((radius * math.cos(angle), radius * math.sin(angle)) for angle in angles)
    else:
        shape = _FAN
    cos, sin = math.cos(math.radians(part["heading_deg"])), math.sin(math.radians(part["heading_deg"]))
    return tuple(
        (round(part["x_mm"] + x * cos - y * sin, 2), round(part["y_mm"] + x * sin + y * cos, 2)) for x, y in shape
    )
