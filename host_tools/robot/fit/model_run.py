"""A stretch of a record driven by the model: what its encoders and its battery would have shown."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy
from marshrut.simulator.devices.bridge import Phases
from marshrut.simulator.devices.encoder import counts_per_metre
from marshrut.simulator.scene.model import Robot
from marshrut.simulator.world.drive import State, at_rest, drive_step, sides, windings_of

from .stretches import Share, Stretch

STEP_MS = 5  # the world's own: the model that is fitted is the one that runs
WAYS, VOLTS, PLAYS = (13, 14), 15, (17, 18)  # places in the drive's state
ENDS = (-0.5, 0.0, 0.5)  # of a gearbox's play, and its middle


def driven(robot: Robot, stretch: Stretch, late_ms: float = 0.0) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Counts, a row for each time of the stretch, and the battery's voltages. The robot stands at its start.

    `late_ms`: a record holds the counts of so long before; a decoder in software takes some milliseconds.
    """
    per_metre = [abs(counts_per_metre(motor)) for motor in (robot.left, robot.right)]
    seen = [
        (state[WAYS[0]] * per_metre[0], state[WAYS[1]] * per_metre[1], state[VOLTS]) for state in _run(robot, stretch)
    ]
    left, right, volts = numpy.array(seen).T
    grid = numpy.arange(len(seen)) * float(STEP_MS)
    times = numpy.array(stretch.times_ms, dtype=float)
    counts = [numpy.interp(times - late_ms, grid, way) for way in (left, right)]
    return numpy.stack(counts, axis=1), numpy.interp(times, grid, volts)


def with_plays(robot: Robot, stretches: Sequence[Stretch], late_ms: float) -> list[Stretch]:
    """All stretches, each with the gearboxes where in their play the one before has left them."""
    if not _has_play(robot):
        return list(stretches)
    found: list[Stretch] = []
    for stretch in stretches:
        if stretch.first:
            found += with_first_plays(robot, [stretch], late_ms)
        else:
            found.append(replace(stretch, plays=_left_at(robot, found[-1])))
    return found


def with_first_plays(robot: Robot, stretches: Sequence[Stretch], late_ms: float) -> list[Stretch]:
    """The stretches, each first one of a record with the gearboxes at that end of their play, or in its middle, from
    which the model comes nearest."""
    if not _has_play(robot):
        return list(stretches)
    found: list[Stretch] = []
    for stretch in stretches:
        if stretch.first:
            off = [_off(robot, replace(stretch, plays=(end, end)), late_ms) for end in ENDS]
            left, right = (ENDS[int(numpy.argmin([one[i] for one in off]))] for i in (0, 1))
            found.append(replace(stretch, plays=(left, right)))
        else:
            found.append(stretch)
    return found


def _has_play(robot: Robot) -> bool:
    return any(side.play > 0.0 for side in sides(robot))


def _left_at(robot: Robot, stretch: Stretch) -> tuple[float, float]:
    *_, last = _run(robot, stretch)
    left, right = (last[at] / side.play if side.play else 0.0 for at, side in zip(PLAYS, sides(robot), strict=True))
    return left, right


def _off(robot: Robot, stretch: Stretch, late_ms: float) -> numpy.ndarray:
    """Of each wheel, the sum of the squares by which its counts are off."""
    return numpy.asarray(((driven(robot, stretch, late_ms)[0] - stretch.counts) ** 2).sum(axis=0))


def _run(robot: Robot, stretch: Stretch) -> Iterator[State]:
    """The state at the start, and after each step."""
    step = drive_step(robot, STEP_MS / 1000)
    windings = windings_of(robot, STEP_MS / 1000)
    both = sides(robot)
    state = at_rest(robot, 0.0, 0.0, 0.0)
    left, right = (part * side.play for part, side in zip(stretch.plays, both, strict=True))
    state = (*state[:17], left, right)
    given: tuple[Share, Share] | None = None
    yield state
    steps = 1
    for shares, until_ms in zip(stretch.shares, stretch.times_ms[1:], strict=False):
        if shares != given:
            to_left, to_right = (
                winding(_phases(share, side.forward))
                for winding, share, side in zip(windings, shares, both, strict=True)
            )
            given = shares
        while (steps - 0.5) * STEP_MS < until_ms:
            state = step(state, to_left, to_right)
            yield state
            steps += 1


def _phases(share: Share, ahead: float) -> Phases:
    """As the runtime drives a bridge: it brakes in the rest of each period. `ahead` is -1 for a motor mounted the other
    way round, whose inputs the runtime has exchanged."""
    return Phases(0.0, 0.0, 1.0) if share is None else Phases(share * ahead, 1.0 - abs(share), 0.0)
