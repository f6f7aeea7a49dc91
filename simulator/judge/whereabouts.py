"""Where on its lap a robot was, as people say it: so far after the start, in the second left curve.

A lap is a row of straights and curves; each is counted among its kind from the start line on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..scene import Scene
from ..scene.model import Line, Piece, Stripe
from ..tasks.model import Task
from .body import Body
from .judgement import Mark
from .path import Path

Bend = Literal["straight", "left", "right"]
SHORT_MM = 50.0  # a straight shorter than this joins two curves, and nobody would call it a straight
FLAT_MM = 3000.0  # nor a curve of this radius a curve


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`along_mm` after the start line, in the `number`-th stretch of that kind."""

    along_mm: int
    bend: Bend
    number: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    bend: Bend
    length: float


def where_on_lap(task: Task, scene: Scene, mark: Mark) -> Whereabouts | None:
    """Where the middle of the axle was; None where the task has no lap.

    A mark that knows its share of the lap is looked for there, since another stretch may lie as near. One that knows
    how far the robot had come, at the most, is looked for there and on the way behind it: it may have come back.
    """
    course = task.course
    stripe = next((each for each in scene.mat.surfaces if course and each.id == course.path), None)
    if course is None or not isinstance(stripe, Stripe):
        return None
    path = Path(stripe.pieces)
    share, most = mark.params.get("percent"), mark.params.get("reached")
    known = share if isinstance(share, int) else most
    if isinstance(known, int):
        come = known / 100 * path.length
        reach = 0.01 * path.length + 2 * Body(scene.robot.outline).outer
        windows = [(course.start_at_mm + come, reach)]
        if known is most:
            windows.append((course.start_at_mm + come / 2, come / 2))
        found = [path.nearest(mark.x_mm, mark.y_mm, around, within) for around, within in windows]
        s, _ = min(found, key=lambda place: place[1])  # of two as near the first, where it was last seen to go on
        along = min(max(s - course.start_at_mm, 0.0), path.length)
    else:
        s, _ = path.nearest_of_all(mark.x_mm, mark.y_mm)
        along = (s - course.start_at_mm) % path.length
    return _counted(along, _stretches(stripe.pieces, course.start_at_mm))


def _counted(along: float, stretches: Iterable[_Stretch]) -> Whereabouts:
    counts: dict[Bend, int] = {"straight": 0, "left": 0, "right": 0}
    end = 0.0
    bend: Bend = "straight"
    for stretch in stretches:
        bend = stretch.bend
        counts[bend] += 1
        end += stretch.length
        if along < end:
            break
    return Whereabouts(round(along), bend, counts[bend])


def _stretches(pieces: tuple[Piece, ...], start_mm: float) -> Iterator[_Stretch]:
    """The lap from the start line on: pieces of one kind that follow each other are one stretch."""
    joined: list[_Stretch] = []
    for bend, length in _from(pieces, start_mm):
        if bend == "straight" and length < SHORT_MM and joined:
            joined[-1] = _Stretch(joined[-1].bend, joined[-1].length + length)
        elif joined and joined[-1].bend == bend:
            joined[-1] = _Stretch(bend, joined[-1].length + length)
        else:
            joined.append(_Stretch(bend, length))
    yield from joined


def _from(pieces: tuple[Piece, ...], start_mm: float) -> Iterator[tuple[Bend, float]]:
    """Each piece's bend and length, beginning at the start line, within whose piece the lap begins and ends."""
    total = 0.0
    for piece in pieces:
        total += piece.length
    start, at = start_mm % total, 0.0
    head: list[tuple[Bend, float]] = []
    for piece in pieces:
        before = min(max(start - at, 0.0), piece.length)
        if before > 0.0:
            head.append((_bend(piece), before))
        if piece.length - before > 0.0:
            yield _bend(piece), piece.length - before
        at += piece.length
    yield from head


def _bend(piece: Piece) -> Bend:
    if isinstance(piece, Line) or piece.radius > FLAT_MM:
        return "straight"
    return "left" if piece.sweep_deg > 0 else "right"
