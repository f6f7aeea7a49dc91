"""Whether a bumper can be pressed: its face stands out before the outline, by no more than it travels.

A wall stops the robot up to 1 mm before the outline, so that a face nearer than that is not reached; one that is
further out than its travel lets the switch go again before the robot stands.
"""

from itertools import pairwise

from ..messages import Param
from ..toml_file import FileProblem, TomlFile
from .model import BUMPER_TRAVEL_MM
from .part_shapes import BumpSwitchTable
from .shapes import RobotShape
from .trig import sin_cos_deg

LEAST_OUT_MM = 1.0
_ROUNDING_MM = 0.01


def bumper_faults(file: TomlFile, shape: RobotShape) -> list[FileProblem]:
    faults: list[FileProblem] = []
    for i, part in enumerate(shape.part):
        if not isinstance(part, BumpSwitchTable):
            continue
        body = _body_ahead(shape, part)
        if body is None or LEAST_OUT_MM - _ROUNDING_MM <= -body <= BUMPER_TRAVEL_MM + _ROUNDING_MM:
            continue
        front = part.x_mm + body
        params: dict[str, Param] = {
            "id": part.id,
            "place": "inside" if body > 0 else "near" if -body < LEAST_OUT_MM else "far",
            "out": round(-body, 1),
            "least": LEAST_OUT_MM,
            "travel": BUMPER_TRAVEL_MM,
            "ahead": int(part.heading_deg == 0),
            "from": round(front + LEAST_OUT_MM, 1),
            "to": round(front + BUMPER_TRAVEL_MM, 1),
        }
        faults.append(file.problem(("part", i), "bumper-place", **params))
    return faults


def _body_ahead(shape: RobotShape, part: BumpSwitchTable) -> float | None:
    """How far ahead of the face the outline comes within the face's width; None where it is not in that band."""
    sine, cosine = sin_cos_deg(part.heading_deg)
    half = part.width_mm / 2
    corners: list[tuple[float, float]] = []
    for x, y in shape.chassis.outline_mm:
        dx, dy = x - part.x_mm, y - part.y_mm
        corners.append((cosine * dx + sine * dy, cosine * dy - sine * dx))
    reached = [ahead for ahead, aside in corners if abs(aside) <= half]
    for (ahead, aside), (ahead2, aside2) in pairwise((*corners, corners[0])):
        for edge in (-half, half):
            if (aside > edge) != (aside2 > edge):
                reached.append(ahead + (edge - aside) * (ahead2 - ahead) / (aside2 - aside))
    return max(reached, default=None)
