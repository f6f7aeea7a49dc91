"""What stands on a mat or shapes it, as outlines to be drawn: objects, zones, ramps; as a trace's scene has them."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

Point = tuple[float, float]
Piece = tuple[float, float, float, float]  # x0, y0, x1, y1
Pose = tuple[float, float, float, bool]  # x and y of its middle in mm, heading in degrees, whether it lies

ZONE = "#5b4bb0"
RAMP = "#8a6d3b"
EDGE = "#20242c"
BALL_SHINE = "#ffffff"
_CORNERS = 36  # of a circle
_HATCH_MM = 30.0
_ROUND = frozenset({"post", "pin", "ball"})


def starting_poses(mat: Mapping[str, Any]) -> list[Pose]:
    """Where the objects stand before the run."""
    return [(item["x_mm"], item["y_mm"], item["heading_deg"], False) for item in mat.get("objects", ())]


def outline_of(item: Mapping[str, Any], lying: bool) -> list[Point]:
    """An object from above around its middle, x along its heading; a pin that lies has its height along it."""
    if item["kind"] in _ROUND and not lying:
        turns = [2 * math.pi * i / _CORNERS for i in range(_CORNERS)]
        radius = item["length_mm"] / 2
        return [(radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]
    length = item["height_mm"] if lying else item["length_mm"]
    x, y = length / 2, item["width_mm"] / 2
    return [(-x, -y), (x, -y), (x, y), (-x, y)]


def placed(points: Sequence[Point], pose: Pose) -> list[Point]:
    x, y, heading_deg, _lying = pose
    cos, sin = math.cos(math.radians(heading_deg)), math.sin(math.radians(heading_deg))
    return [(x + cos * px - sin * py, y + sin * px + cos * py) for px, py in points]


def hatch_of(ramp: Mapping[str, Any]) -> list[Piece]:
    """Lines across the slope, as far as the ramp goes."""
    cos, sin = math.cos(math.radians(ramp["uphill_deg"])), math.sin(math.radians(ramp["uphill_deg"]))
    # Uphill to the right, the lines are upright.
    turned = [(cos * x + sin * y, cos * y - sin * x) for x, y in ramp["points"]]
    low, high = min(x for x, _ in turned), max(x for x, _ in turned)
    step = (high - low) / max(2, math.ceil((high - low) / _HATCH_MM))
    pieces: list[Piece] = []
    at = low + step / 2
    while at < high:
        crossings = []
        for (x0, y0), (x1, y1) in pairwise((*turned, turned[0])):
            if (x0 <= at) != (x1 <= at):
                crossings.append(y0 + (at - x0) / (x1 - x0) * (y1 - y0))
        crossings.sort()
        for y0, y1 in zip(crossings[::2], crossings[1::2], strict=False):
            pieces.append((cos * at - sin * y0, sin * at + cos * y0, cos * at - sin * y1, sin * at + cos * y1))
        at += step
    return pieces


def arrow_of(ramp: Mapping[str, Any]) -> list[Piece]:
    """An arrow uphill in the ramp's middle: its shaft and the two sides of its head."""
    cos, sin = math.cos(math.radians(ramp["uphill_deg"])), math.sin(math.radians(ramp["uphill_deg"]))
    along = [cos * x + sin * y for x, y in ramp["points"]]
    across = [cos * y - sin * x for x, y in ramp["points"]]
    middle, side = (min(along) + max(along)) / 2, (min(across) + max(across)) / 2
    half = 0.35 * (max(along) - min(along))
    head = 0.4 * half

    def at(x: float, y: float) -> Point:
        return cos * (middle + x) - sin * (side + y), sin * (middle + x) + cos * (side + y)

    tip = at(half, 0.0)
    return [(*at(-half, 0.0), *tip), (*tip, *at(half - head, 0.6 * head)), (*tip, *at(half - head, -0.6 * head))]
