"""What a robot did when it lost the line: on which side the line was, and how the robot turned in the last half second.

Facts alone, read from scene and trace; what follows from them is for a lesson to say.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from ..scene import Scene
from ..scene.model import Stripe
from ..scene.trig import sin_cos_deg
from ..tasks.model import Task
from ..trace import Trace
from .judgement import Mark
from .path import Path
from .state import HEADING_MDEG, V_UM_S, X_UM, Y_UM

LOOK_BACK_US = 500_000
STRAIGHT_DEG_S = 12  # a robot that turns less than this goes straight on

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class LineLoss:
    """`turned_deg_s` is counter-clockwise; `turned` says the same in a word, as seen from the line's side."""

    side: Side
    turned: Literal["away", "towards", "straight"]
    turned_deg_s: int
    speed_mm_s: int


def loss_at(task: Task, scene: Scene, trace: Trace, mark: Mark) -> LineLoss | None:
    """What was so at a mark that tells a loss; None where the task has no line, or the robot had only begun."""
    course = task.course
    stripe = next((each for each in scene.mat.surfaces if course and each.id == course.path), None)
    times = [record[0] for record in trace.states]
    now = bisect_right(times, mark.t_ms * 1000 + 500) - 1
    before = max(bisect_right(times, mark.t_ms * 1000 - LOOK_BACK_US) - 1, 0)
    if not isinstance(stripe, Stripe) or now <= before:
        return None
    state, earlier = trace.states[now][2:], trace.states[before][2:]
    took_us = times[now] - times[before]
    turned = round((state[HEADING_MDEG] - earlier[HEADING_MDEG]) * 1000 / took_us)
    side = _side_of_line(Path(stripe.pieces), scene, state)
    toward = turned if side == "left" else -turned
    way: Literal["away", "towards", "straight"] = "straight"
    if abs(turned) > STRAIGHT_DEG_S:
        way = "towards" if toward > 0 else "away"
    return LineLoss(side, way, turned, abs(state[V_UM_S]) // 1000)


def _side_of_line(path: Path, scene: Scene, state: tuple[int, ...]) -> Side:
    """The side on which the line lies nearest to the robot's front."""
    x, y = state[X_UM] / 1000, state[Y_UM] / 1000
    sine, cosine = sin_cos_deg(state[HEADING_MDEG] / 1000)
    ahead = max(corner[0] for corner in scene.robot.outline)
    s, _ = path.nearest_of_all(x + ahead * cosine, y + ahead * sine)
    (px, py), _ = path.at(s)
    return "left" if cosine * (py - y) - sine * (px - x) > 0 else "right"
