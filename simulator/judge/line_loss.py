"""What a robot did when it lost the line: on which side the line was, and how the robot turned before.

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
from .points import total
from .state import HEADING_MDEG, V_UM_S, X_UM, Y_UM

LOOK_BACK_US = 500_000
STRAIGHT_DEG_S = 12  # a robot that turns less than this goes straight on
SWUNG_MDEG, BACK_MDEG = 17_000, 8_000  # so far away from the line and then back to it is from side to side
STEADY_US, STEP_US = 1_000_000, 100_000
STEADY_DEG_S = 5  # a turn that never differs more from its mean is always the same

Side = Literal["left", "right"]
Way = Literal["away", "towards", "straight", "swung", "steady"]


@dataclass(frozen=True, slots=True)
class LineLoss:
    """`turned_deg_s` is counter-clockwise, the mean of the last half second; `turned` says in a word, as seen from the
    line's side, how the robot turned: `swung` away by `away_deg` and then back by `back_deg`; `steady` away for a
    second."""

    side: Side
    turned: Way
    turned_deg_s: int
    speed_mm_s: int
    away_deg: int = 0
    back_deg: int = 0


def loss_at(task: Task, scene: Scene, trace: Trace, mark: Mark) -> LineLoss | None:
    """What was so at a mark that tells a loss; None where the task has no line, or the robot had only begun."""
    course = task.course
    stripe = next((each for each in scene.mat.surfaces if course and each.id == course.path), None)
    times = [record[0] for record in trace.states]
    at_us = mark.t_ms * 1000 + 500

    def seen(back_us: int) -> tuple[int, ...]:
        """Time and state so long before."""
        record = trace.states[max(bisect_right(times, at_us - back_us) - 1, 0)]
        return (record[0], *record[2:])

    (now_us, *state), (before_us, *_) = seen(0), seen(LOOK_BACK_US)
    if not isinstance(stripe, Stripe) or now_us <= before_us:
        return None
    side = _side_of_line(Path(stripe.pieces), scene, tuple(state))
    turned = _rate(seen(LOOK_BACK_US), seen(0))
    toward = 1 if side == "left" else -1
    headings = [toward * seen(back_us)[1 + HEADING_MDEG] for back_us in range(LOOK_BACK_US, -1, -STEP_US // 5)]
    farthest = min(headings)
    away, back = headings[0] - farthest, headings[-1] - farthest
    rates = [_rate(seen(back_us + STEP_US), seen(back_us)) for back_us in range(STEADY_US - STEP_US, -1, -STEP_US)]
    mean = total(rates) / len(rates)
    steady = max(abs(rate - mean) for rate in rates) <= STEADY_DEG_S
    way: Way = "towards" if toward * turned > 0 else "away"
    if away >= SWUNG_MDEG and back >= BACK_MDEG:
        way = "swung"
    elif abs(turned) <= STRAIGHT_DEG_S:
        way = "straight"
    elif steady and way == "away":
        way = "steady"
    return LineLoss(side, way, turned, abs(state[V_UM_S]) // 1000, round(away / 1000), round(back / 1000))


def _rate(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """The turn between two states with their times, counter-clockwise, deg/s."""
    took_us = max(other[0] - one[0], 1)
    return round((other[1 + HEADING_MDEG] - one[1 + HEADING_MDEG]) * 1000 / took_us)


def _side_of_line(path: Path, scene: Scene, state: tuple[int, ...]) -> Side:
    """The side on which the line lies nearest to the robot's front."""
    x, y = state[X_UM] / 1000, state[Y_UM] / 1000
    sine, cosine = sin_cos_deg(state[HEADING_MDEG] / 1000)
    ahead = max(corner[0] for corner in scene.robot.outline)
    s, _ = path.nearest_of_all(x + ahead * cosine, y + ahead * sine)
    (px, py), _ = path.at(s)
    return "left" if cosine * (py - y) - sine * (px - x) > 0 else "right"
