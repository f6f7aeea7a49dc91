"""A stretch of a record driven by the model: what its encoders and its battery would have shown."""

import numpy
from marshrut.simulator.devices.bridge import Phases
from marshrut.simulator.devices.encoder import counts_per_metre
from marshrut.simulator.scene.model import Robot
from marshrut.simulator.world.drive import at_rest, drive_step, sides, windings_of

from .stretches import Share, Stretch

STEP_MS = 5  # the world's own: the model that is fitted is the one that runs
WAYS, VOLTS = (13, 14), 15  # places in the drive's state


def driven(robot: Robot, stretch: Stretch, late_ms: float = 0.0) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Counts, a row for each time of the stretch, and the battery's voltages. The robot stands at its begin.

    `late_ms`: a record holds the counts of so long before; a decoder in software takes some milliseconds.
    """
    step = drive_step(robot, STEP_MS / 1000)
    windings = windings_of(robot, STEP_MS / 1000)
    ahead = [side.forward for side in sides(robot)]
    per_metre = [abs(counts_per_metre(motor)) for motor in (robot.left, robot.right)]
    state = at_rest(robot, 0.0, 0.0, 0.0)
    seen = [(0.0, 0.0, state[VOLTS])]
    given: tuple[Share, Share] | None = None
    for shares, until_ms in zip(stretch.shares, stretch.times_ms[1:], strict=False):
        if shares != given:
            to_left, to_right = (
                winding(_phases(share, way)) for winding, share, way in zip(windings, shares, ahead, strict=True)
            )
            given = shares
        while (len(seen) - 0.5) * STEP_MS < until_ms:
            state = step(state, to_left, to_right)
            seen.append((state[WAYS[0]] * per_metre[0], state[WAYS[1]] * per_metre[1], state[VOLTS]))
    left, right, volts = numpy.array(seen).T
    grid = numpy.arange(len(seen)) * float(STEP_MS)
    times = numpy.array(stretch.times_ms, dtype=float)
    counts = [numpy.interp(times - late_ms, grid, way) for way in (left, right)]
    return numpy.stack(counts, axis=1), numpy.interp(times, grid, volts)


def _phases(share: Share, ahead: float) -> Phases:
    """As the runtime drives a bridge: it brakes in the rest of each period. `ahead` is -1 for a motor mounted the other
    way round, whose inputs the runtime has exchanged."""
    return Phases(0.0, 0.0, 1.0) if share is None else Phases(share * ahead, 1.0 - abs(share), 0.0)
