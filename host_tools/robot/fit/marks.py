"""Wheels and track, from where a robot's line sensors crossed strips at known places.

Counts alone know no millimetre: twice as large wheels on twice as wide a robot count alike. The strips are the ruler.
The robot's way is reckoned from its counts, wheels rolling without slip, and figures are moved until each sensor was on
an edge when it saw one. Crossings are taken in one after the other, since only who knows the way so far can tell which
edge the next one is.

A record may hold counts of a few milliseconds before: a decoder in software takes that long. It shows when edges are
met both ways, and is fitted, too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import radians, sqrt

import numpy
from marshrut.simulator.scene.model import Reflectance, Robot, Start
from scipy.optimize import least_squares

from .figures import Fitted, value_of, with_values
from .levels import Crossing
from .records import Record
from .strips import Strip

EDGE_SIGMA_MM = 0.4  # of an edge as a sensor sees it: its own place, the strip's, and the time between two records
PRIOR = 0.3
PLACED_MM, PLACED_DEG = 30.0, 5.0  # as a hand puts a robot down
LATE = 0.5  # of the time from one record to the next
FARTHEST_MM = 25.0  # from the edge that a crossing may be of
LEAST_CROSSINGS = 8
SURE_OFF_MM = 6.0  # crossings further off at the end are of something else
ROUGHLY, EXACTLY = 10, 30  # looks at the whole way: after each crossing, and at the end
NAMES = ("left-wheel", "right-wheel", "track")
# Ratios of the two wheels and of the track; start: x, y, heading in rad; how late the counts are, in records
NOMINAL = numpy.array([1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0])
DOUBT = numpy.array([PRIOR, PRIOR, PRIOR, PLACED_MM, PLACED_MM, radians(PLACED_DEG), LATE])
SCALE = numpy.array([0.05, 0.05, 0.05, 5.0, 5.0, 0.05, 0.1])


@dataclass(frozen=True)
class Marks:
    robot: Robot
    figures: dict[str, Fitted]
    late_ms: float  # how long before a record the counts in it were true
    off_mm: float  # root of the mean square, of the edges
    count: int


@dataclass(frozen=True)
class _Met:
    """A crossing and the edge it is taken for."""

    crossing: Crossing
    strip: Strip
    edge_mm: float  # across the strip


def fit_marks(
    robot: Robot, record: Record, sensors: list[Reflectance], crossings: list[Crossing], strips: list[Strip],
    start: Start,
) -> Marks | None:  # fmt: skip
    """None where too few crossings can be told."""
    way = _Way(robot, record, sensors, start)
    solution = NOMINAL
    met: list[_Met] = []
    for crossing in sorted(crossings, key=lambda one: one.at):
        edge = _edge_of(way, solution, crossing, strips)
        if edge is not None:
            met.append(edge)
            solution = _solved(way, met, solution, ROUGHLY).x
    if len(met) < LEAST_CROSSINGS:
        return None
    near = numpy.abs(_off_mm(way, met)(solution)) < SURE_OFF_MM
    met = [one for one, sure in zip(met, near, strict=True) if sure]
    if len(met) < max(LEAST_CROSSINGS, len(crossings) / 2):
        return None
    found = _solved(way, met, solution, EXACTLY)
    off = _off_mm(way, met)(found.x)
    spread = max(1.0, float(numpy.mean((off / EDGE_SIGMA_MM) ** 2)))
    covariance = numpy.linalg.pinv(found.jac.T @ found.jac) * spread
    values = {name: value_of(robot, name) * float(ratio) for name, ratio in zip(NAMES, found.x, strict=False)}
    return Marks(
        robot=with_values(robot, values),
        figures={
            name: Fitted(value_of(robot, name), values[name], 2 * sqrt(covariance[i, i]) / float(found.x[i]))
            for i, name in enumerate(NAMES)
        },
        late_ms=float(found.x[-1]) * float(numpy.median(numpy.diff(record.times_ms))),
        off_mm=float(numpy.sqrt(numpy.mean(off**2))),
        count=len(met),
    )


class _Way:
    """Where the robot was at each record, for ratios of wheels and track and a start that is a little elsewhere."""

    def __init__(self, robot: Robot, record: Record, sensors: list[Reflectance], start: Start) -> None:
        self._ahead = numpy.array([sensor.x_mm for sensor in sensors])
        self._aside = numpy.array([sensor.y_mm for sensor in sensors])
        left, right = (numpy.array(counts, dtype=float) for counts in record.counts())
        per_count = [numpy.pi * motor.wheel_diameter_mm / motor.counts_per_turn for motor in (robot.left, robot.right)]
        self._left, self._right = numpy.diff(left) * per_count[0], numpy.diff(right) * per_count[1]
        self._left_y, self._right_y = robot.left.wheel_y_mm, robot.right.wheel_y_mm
        self._records = numpy.arange(len(left), dtype=float)
        self._start = start

    def poses(self, solution: numpy.ndarray) -> numpy.ndarray:
        """x and y of the axle's middle in mm and the heading in rad, a row for each record."""
        left, right, track, dx, dy, turn, _ = solution
        middle = (self._left_y + self._right_y) / 2
        left_y, right_y = (middle + (y - middle) * track for y in (self._left_y, self._right_y))
        one, other = self._left * left, self._right * right
        turns = (other - one) / (left_y - right_y)
        ahead = (left_y * other - right_y * one) / (left_y - right_y)
        heading = radians(self._start.heading_deg) + turn + numpy.concatenate([[0.0], numpy.cumsum(turns)])
        mean = heading[:-1] + turns / 2
        x = self._start.x_mm + dx + numpy.concatenate([[0.0], numpy.cumsum(ahead * numpy.cos(mean))])
        y = self._start.y_mm + dy + numpy.concatenate([[0.0], numpy.cumsum(ahead * numpy.sin(mean))])
        return numpy.stack([x, y, heading], axis=1)

    def sensors_at(self, poses: numpy.ndarray, late: float, numbers: numpy.ndarray, at: numpy.ndarray) -> numpy.ndarray:
        """Where these sensors were at these places between records, mm: a row of x and y for each."""
        at = numpy.clip(at + late, 0.0, len(poses) - 1.0)
        x, y, heading = (numpy.interp(at, self._records, poses[:, i]) for i in range(3))
        ahead, left = self._ahead[numbers], self._aside[numbers]
        cosine, sine = numpy.cos(heading), numpy.sin(heading)
        return numpy.stack([x + ahead * cosine - left * sine, y + ahead * sine + left * cosine], axis=1)


def _edge_of(way: _Way, solution: numpy.ndarray, crossing: Crossing, strips: list[Strip]) -> _Met | None:
    """The nearest edge onto or off which the sensor moved that way; None where none is near."""
    around = numpy.array([crossing.at - 0.5, crossing.at, crossing.at + 0.5])
    numbers = numpy.full(3, crossing.sensor)
    before, (x, y), after = way.sensors_at(way.poses(solution), float(solution[-1]), numbers, around)
    best: tuple[float, _Met] | None = None
    for strip in strips:
        far, across = strip.place(float(x), float(y))
        moved = float((after - before) @ strip.across)
        if not strip.holds(far) or moved == 0.0:
            continue
        side = 1.0 if (moved > 0.0) != crossing.onto_dark else -1.0
        off = abs(across - side * strip.half)
        if off < FARTHEST_MM and (best is None or off < best[0]):
            best = off, _Met(crossing, strip, side * strip.half)
    return best[1] if best else None


def _off_mm(way: _Way, met: list[_Met]) -> Callable[[numpy.ndarray], numpy.ndarray]:
    """How far across its strip each sensor was from its edge, as a function of the solution."""
    at = numpy.array([one.crossing.at for one in met])
    numbers = numpy.array([one.crossing.sensor for one in met])
    across = numpy.array([one.strip.across for one in met])
    edges = numpy.array([one.strip.x0 * one.strip.across[0] + one.strip.y0 * one.strip.across[1] for one in met])
    edges += [one.edge_mm for one in met]

    def off(solution: numpy.ndarray) -> numpy.ndarray:
        places = way.sensors_at(way.poses(solution), float(solution[-1]), numbers, at)
        return (places * across).sum(axis=1) - edges

    return off


def _solved(way: _Way, met: list[_Met], solution: numpy.ndarray, most: int):  # type: ignore[no-untyped-def]
    off_mm = _off_mm(way, met)

    def off(values: numpy.ndarray) -> numpy.ndarray:
        return numpy.concatenate([off_mm(values) / EDGE_SIGMA_MM, (values - NOMINAL) / DOUBT])

    return least_squares(off, solution, x_scale=SCALE, loss="soft_l1", f_scale=5.0, max_nfev=most)
