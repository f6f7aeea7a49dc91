"""What line sensors read over white and over black, how noisy they are, and when they crossed an edge."""

from dataclasses import dataclass

import numpy
from marshrut.simulator.devices.adc import FULL_SCALE_V, LEVELS, MARGIN, U16
from marshrut.simulator.scene.chips import CHIPS
from marshrut.simulator.scene.model import Reflectance, Robot

from .figures import Fitted
from .records import FitProblem, Record

LEAST_CONTRAST_V = 0.3
LEAST_SAMPLES = 20
FLOOR_SURE, STRIP_SURE = 0.03, 0.01  # two standard deviations of what a mat and its strips throw back
NEAR = 3  # records before and after an edge that are not taken for noise


@dataclass(frozen=True)
class Crossing:
    """A sensor came over an edge: when, as a place between two records, and whether onto the dark."""

    sensor: int
    at: float
    onto_dark: bool


@dataclass(frozen=True)
class Levels:
    """Of one sensor, in volts: over the floor and over the strips, and the noise of a reading."""

    floor_v: float
    strip_v: float
    noise_v: float
    floor_samples: int
    strip_samples: int


def sensors_of(robot: Robot, record: Record) -> list[Reflectance]:
    """The robot's line sensors in the order of the record's columns, from left to right."""
    sensors = sorted(robot.reflectance, key=lambda sensor: -sensor.y_mm)
    names = record.line_columns()
    if len(names) != len(sensors):
        raise FitProblem("fit-other-sensors", record.name, count=len(names), wanted=len(sensors), robot=robot.id)
    return sensors


def volts_of(robot: Robot, record: Record) -> numpy.ndarray:
    """A row a record, a column a sensor; what is missing is between its neighbours. As the board's converter has it."""
    codes = numpy.arange(LEVELS, dtype=float)
    shown = numpy.array(U16[CHIPS[robot.board]][MARGIN : MARGIN + LEVELS], dtype=float)
    columns = []
    for name in record.line_columns():
        values = numpy.array([float("nan") if value is None else value for value in record.columns[name]], dtype=float)
        known = numpy.flatnonzero(~numpy.isnan(values))
        if not len(known):
            raise FitProblem("fit-column-empty", record.name, name=name)
        whole = numpy.interp(numpy.arange(len(values)), known, values[known])
        columns.append(numpy.interp(whole, shown, codes) * FULL_SCALE_V / (LEVELS - 1))
    return numpy.array(columns).T


def levels_of(volts: numpy.ndarray) -> Levels | None:
    """None for a sensor that has seen but one of the two."""
    low, high = numpy.percentile(volts, (2, 98))
    if high - low < LEAST_CONTRAST_V:
        return None
    floor, strip = volts[volts < low + 0.2 * (high - low)], volts[volts > high - 0.2 * (high - low)]
    if len(floor) < LEAST_SAMPLES or len(strip) < LEAST_SAMPLES:
        return None
    # Neighbours over plain floor: the difference of two has twice the variance of one.
    plain = volts < low + 0.2 * (high - low)
    quiet = numpy.convolve(plain, numpy.ones(2 * NEAR + 1), mode="same") > 2 * NEAR
    steps = numpy.diff(volts)[quiet[1:] & quiet[:-1]]
    noise = float(numpy.sqrt(numpy.mean(steps**2) / 2)) if len(steps) else 0.0
    return Levels(float(numpy.median(floor)), float(numpy.median(strip)), noise, len(floor), len(strip))


def crossings_of(sensor: int, volts: numpy.ndarray, levels: Levels) -> list[Crossing]:
    """Half-way between its two levels half of the spot that it sees is over the edge."""
    middle = (levels.floor_v + levels.strip_v) / 2
    above = volts > middle
    found: list[Crossing] = []
    for i in numpy.flatnonzero(above[1:] != above[:-1]):
        at = i + (middle - volts[i]) / (volts[i + 1] - volts[i])
        found.append(Crossing(sensor, float(at), bool(above[i + 1])))
    # Noise at the edge makes three crossings of one.
    return [one for k, one in enumerate(found) if not _doubled(found, k)]


def _doubled(found: list[Crossing], k: int) -> bool:
    near = [other for other in found[max(0, k - 1) : k + 2] if other is not found[k]]
    return any(abs(other.at - found[k].at) < 1.0 for other in near)


def sensor_figures(
    sensors: list[Reflectance], levels: list[Levels | None], floor: float, dark: float
) -> dict[str, dict[str, Fitted]]:
    """By the sensor's id: `white_v`, `black_v` and `noise_mv`, from what the mat's floor and its strips throw back.

    The floor throws back more than the strips, by LEAST_DARKER at least, so that black is more than what was seen of a
    strip and never zero.
    """
    found: dict[str, dict[str, Fitted]] = {}
    for sensor, seen in zip(sensors, levels, strict=True):
        if seen is None:
            continue
        per_light = (seen.floor_v - seen.strip_v) / (floor - dark)
        black = seen.strip_v - per_light * dark
        white, per_v = black + per_light, abs(per_light)
        # A level is the median of noisy readings (1.25 times the mean's error); white is drawn on from both.
        # Both are drawn from what mat and strips are taken to throw back, which is known so well and no better.
        floor_sure = 2.5 * seen.noise_v / seen.floor_samples**0.5
        strip_sure = 2.5 * seen.noise_v / seen.strip_samples**0.5
        found[sensor.id] = {
            "white_v": Fitted(
                sensor.white_v, max(white, 0.0), (floor_sure + strip_sure + per_v * FLOOR_SURE) / max(white, 0.01)
            ),
            "black_v": Fitted(
                sensor.black_v, min(black, FULL_SCALE_V), (floor_sure + strip_sure + per_v * STRIP_SURE) / black
            ),
            "noise_mv": Fitted(sensor.noise_mv, 1000 * seen.noise_v, (2 / seen.floor_samples) ** 0.5),
        }
    return found
