"""What a referee writes down during a run: moments and what happened then. Times in µs, places in mm."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ..messages import Param
from ..tasks.model import Conduct, Penalty


class Moment(NamedTuple):
    """A time, the middle of the robot's axle then, and its place along the line."""

    t_us: int
    x: float
    y: float
    s: float

    def towards(self, later: "Moment", part: float) -> "Moment":
        """The moment that part (0 to 1) of the way to a later one: between two states a robot goes straight on."""
        return Moment(
            self.t_us + int(part * (later.t_us - self.t_us) + 0.5),
            self.x + part * (later.x - self.x),
            self.y + part * (later.y - self.y),
            self.s + part * (later.s - self.s),
        )


@dataclass
class Loss:
    """One loss of the line; `back` stays None while the robot is off it."""

    lost: Moment
    back: Moment | None = None


@dataclass
class Breach:
    """A rule of conduct that was broken."""

    rule: Conduct
    moment: Moment
    params: dict[str, Param]


@dataclass
class Fine:
    """A penalty, once."""

    rule: Penalty
    moment: Moment
    params: dict[str, Param]


class Reached(NamedTuple):
    """A check that was reached; `restarts` is how often the robot had begun again by then, `points` what a scorer
    gives for it, None for all that it earns."""

    moment: Moment
    params: dict[str, Param]
    restarts: int = 0
    points: int | None = None


@dataclass
class Record:
    """The run so far."""

    first: Moment | None = None
    last: Moment | None = None
    started: Moment | None = None
    finished: Moment | None = None
    best: Moment | None = None  # the furthest place on the line since the start
    # by the check's id and the object that it was reached for ("" for none), in order
    reached: dict[tuple[str, str], Reached] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    fines: list[Fine] = field(default_factory=list)
    breach: Breach | None = None
    top_speed_um_s: int = 0
    moved_mm: float = 0.0  # before the start: how far from where it stood
    back_mm: float = 0.0  # before the start: how far against the direction of the lap
