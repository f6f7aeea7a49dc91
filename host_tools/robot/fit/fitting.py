"""The whole of it: from a robot file, records and a mat with strips to figures and how sure they are."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy
from marshrut.simulator.scene.model import Mat, Robot, Start

from .figures import MOTOR_FIELDS, SIDES, Fitted, with_values
from .levels import Levels, crossings_of, levels_of, sensor_figures, sensors_of, volts_of
from .marks import Marks, fit_marks
from .motion import LEAST, MOST, Motion, fit_motion, off_mm
from .records import BATTERY, FitProblem, Record
from .stretches import Stretch, stretches_of
from .strips import light_of, strips_of

UNTOLD = 0.3  # less sure than that: the record says nothing of it, and the file's value stays
SHAKY = 0.05  # less sure than that: a guess
FLOOR = 0.005  # no model is a robot: nothing is surer than that
SHIFT_GAIN = 0.6  # of the model's error, that shares are told a record late
OTHER_MM, OTHER_PART = 5.0, 0.05  # a model that is further off its own best way than that is of another robot


@dataclass(frozen=True)
class Found:
    """What was found; `robot` follows the records as well as can be."""

    robot: Robot
    figures: dict[str, Fitted] = field(default_factory=dict)
    sensors: dict[str, dict[str, Fitted]] = field(default_factory=dict)
    marks: Marks | None = None
    strips: bool = True  # the mat has some that line sensors tell from it
    alike: bool = True  # and they are of one light
    edges: int = 0  # that line sensors have seen, of strips or of anything else
    motion: Motion | None = None
    drive_s: float = 0.0
    battery_told: bool = False
    measured: bool = False  # the battery's voltage, by hand

    def kept(self) -> dict[str, Fitted]:
        """The figures that the records tell of."""
        return {name: figure for name, figure in self.figures.items() if figure.sure <= UNTOLD}

    def unsure(self) -> list[str]:
        """Kinds of figures of which the records say little or nothing: without the side."""
        told = self.figures
        names = [f"{side}-{kind}" for side in SIDES for kind in MOTOR_FIELDS]
        names += ["track", "rotor", "inertia", "grip", *(() if self.measured else ("battery-v",)), "battery-ohm"]
        shaky = [name for name in names if name not in told or told[name].sure > SHAKY]
        kinds = dict.fromkeys(name.partition("-")[2] if name.partition("-")[0] in SIDES else name for name in shaky)
        return [*kinds, *(["sensors"] if self.robot.reflectance and not self.sensors else [])]


def fit_robot(robot: Robot, records: Sequence[Record], mat: Mat, start: Start, measured: bool = False) -> Found:
    """FitProblem where the records are of another robot. `measured`: the battery's voltage was."""
    found = Found(robot, measured=measured)
    for record in records:
        if found.marks is None and record.line_columns() and robot.reflectance:
            found = _with_marks(found, record, mat, start)
    drives = [record for record in records if record.drives()]
    stretches = _stretches(drives, 0)
    if stretches:
        _refuse_against(drives[0], stretches)
        found = _with_motion(found, robot, drives, stretches)
    return replace(found, robot=_settled(robot, found))


def _with_marks(found: Found, record: Record, mat: Mat, start: Start) -> Found:
    robot, strips = found.robot, strips_of(mat)
    sensors, volts = sensors_of(robot, record), volts_of(robot, record)
    levels: list[Levels | None] = [levels_of(volts[:, i]) for i in range(len(sensors))]
    if not strips:
        return replace(found, strips=False)
    if not any(levels):
        return found
    dark = light_of(strips)
    crossings = [one for i, seen in enumerate(levels) if seen for one in crossings_of(i, volts[:, i], seen)]
    marks = fit_marks(robot, record, sensors, crossings, strips, start)
    return replace(
        found,
        robot=marks.robot if marks else robot,
        figures={name: _floored(figure) for name, figure in marks.figures.items()} if marks else {},
        sensors={} if dark is None else sensor_figures(sensors, levels, mat.reflectance, dark),
        alike=dark is not None,
        marks=marks,
        edges=len(crossings),
    )


def _with_motion(found: Found, robot: Robot, drives: Sequence[Record], stretches: list[Stretch]) -> Found:
    late_ms = found.marks.late_ms if found.marks else 0.0
    ruled = found.marks is not None
    motion = fit_motion(found.robot, stretches, late_ms, found.measured, ruled)
    shifted = _stretches(drives, 1)
    if shifted and off_mm(motion.robot, shifted, motion.late_ms) < SHIFT_GAIN * motion.off_mm:
        stretches, motion = shifted, fit_motion(found.robot, shifted, late_ms, found.measured, ruled)
    way_mm = _way_mm(motion.robot, stretches)
    wild = [one.value / one.was for one in motion.figures.values()]  # what is not told stays near the file
    if motion.off_mm > max(OTHER_MM, OTHER_PART * way_mm) or any(not LEAST * 1.1 < x < MOST / 1.1 for x in wild):
        raise FitProblem(
            "fit-other-robot", drives[0].name, robot=robot.id, off=round(motion.off_mm, 1), way=round(way_mm)
        )
    figures = {name: _floored(figure) for name, figure in motion.figures.items()}
    volts = any(BATTERY in record.columns for record in drives)
    return replace(
        found,
        robot=motion.robot,
        figures=found.figures | figures,
        motion=motion,
        drive_s=sum(stretch.times_ms[-1] for stretch in stretches) / 1000,
        battery_told=volts,
    )


def _settled(robot: Robot, found: Found) -> Robot:
    """The file's robot with the figures that the records tell of."""
    values = {name: figure.value for name, figure in found.kept().items()}
    return with_values(robot, values)


def _stretches(drives: Sequence[Record], shift: int) -> list[Stretch]:
    return [stretch for record in drives for stretch in stretches_of(record, shift)]


def _floored(figure: Fitted) -> Fitted:
    return replace(figure, sure=max(figure.sure, FLOOR))


def _way_mm(robot: Robot, stretches: Sequence[Stretch]) -> float:
    """The mean way of a wheel in a stretch."""
    per_count = [numpy.pi * m.wheel_diameter_mm / m.counts_per_turn for m in (robot.left, robot.right)]
    ways = [float(numpy.abs(stretch.counts).max(axis=0) @ per_count) / 2 for stretch in stretches]
    return sum(ways) / len(ways)


def _refuse_against(record: Record, stretches: Sequence[Stretch]) -> None:
    """A wheel that counts against what its motor is given: its wires or its encoder's are the other way round."""
    for i, side in enumerate(SIDES):
        agrees = 0.0
        for stretch in stretches:
            given = numpy.array([shares[i] or 0.0 for shares in stretch.shares])
            agrees += float(given[:-1] @ numpy.diff(stretch.counts[:, i]))
        if agrees < 0.0:
            raise FitProblem("fit-against", record.name, side=side)
