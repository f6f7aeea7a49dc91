"""What rules ask about a run: one watch for each kind of `when` that no course tells."""

from collections.abc import Callable

from ...tasks import conditions as when
from ..stage import Stage
from .calls import CalledWatch, ScoredWatch
from .objects import ObjectFallenWatch, ObjectInWatch, ObjectMovedWatch, ObjectOutWatch
from .rivals import CaughtWatch, NearerWatch, RivalOutsideWatch, rival_moved_early
from .robot import (
    IdleWatch,
    InsideWatch,
    LeftFieldWatch,
    OutsideWatch,
    PassedSideWatch,
    StoppedInWatch,
    TouchedWatch,
    moved_early,
)
from .watch import Found, Watch
from .way import WayWatch

__all__ = ["WATCHES", "Found", "ScoredWatch", "Watch", "watch_for"]

# By kind of condition. Those that count from the first press of a button are told when that is, in µs.
WATCHES: dict[type, Callable[..., Watch]] = {
    when.LeftField: LeftFieldWatch,
    when.Inside: InsideWatch,
    when.Outside: OutsideWatch,
    when.StoppedIn: StoppedInWatch,
    when.Touched: TouchedWatch,
    when.PassedSide: PassedSideWatch,
    when.Way: WayWatch,
    when.ObjectOut: ObjectOutWatch,
    when.ObjectIn: ObjectInWatch,
    when.ObjectMoved: ObjectMovedWatch,
    when.ObjectFallen: ObjectFallenWatch,
    when.RivalOutside: RivalOutsideWatch,
    when.Caught: CaughtWatch,
    when.Nearer: NearerWatch,
    when.Scored: ScoredWatch,
}
FROM_THE_SIGNAL: dict[type, Callable[..., Watch]] = {
    when.MovedEarly: moved_early,
    when.Idle: IdleWatch,
    when.RivalMovedEarly: rival_moved_early,
}


def watch_for(condition: when.Watched, rule: str, stage: Stage, signal_us: int) -> Watch:
    """The watch for a rule of that id. CourseError where the world lacks what it speaks of."""
    kind = type(condition)
    if kind in FROM_THE_SIGNAL:
        return FROM_THE_SIGNAL[kind](condition, stage, signal_us)
    if kind in WATCHES:
        return WATCHES[kind](condition, stage)
    return CalledWatch(rule, stage)
