"""The two pictures of docs/validation.md: symbols and units and no words, so that all languages share them."""

from math import exp, log
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib
from marshrut.simulator.scene.model import Robot
from matplotlib.figure import Figure

from .cases import GATHER_S, rim
from .manoeuvres import Compared
from .world_drive import Moment, gripping, run

if TYPE_CHECKING:
    from matplotlib.axes import Axes

OURS, THEIRS = "#1c5f9e", "#e07b1a"
_STYLE = {"svg.hashsalt": "marshrut", "svg.fonttype": "path", "font.size": 9, "axes.grid": True, "grid.alpha": 0.3}


def draw_paper(robot: Robot, path: Path) -> None:
    """Gathering speed, the winding's current, and the two ways to a stop: simulated as dots, the formula as a line."""
    with matplotlib.rc_context(_STYLE):
        figure = Figure(figsize=(8.2, 5.2), layout="constrained")
        (rise, current), (coast, brake) = figure.subplots(2, 2)
        _draw_rise(rise, robot)
        _draw_current(current, robot)
        _draw_stop(coast, robot, None, 8)
        _draw_stop(brake, robot, 0.0, 1)
        _save(figure, path)


def _draw_rise(axes: "Axes", robot: Robot) -> None:
    side, low, high = rim(robot), 0.5, 0.6
    moments = run(gripping(robot), GATHER_S + 0.25, lambda t: (low, low) if t < GATHER_S else (high, high))
    since = [moment for moment in moments if moment.t_s >= GATHER_S - 1e-9]
    begin, end = since[0].v_m_s, since[-1].v_m_s
    tau = side.moved * (side.ohm + 2 * high * high * side.battery_ohm) / (side.push * side.volts)
    times = [moment.t_s - GATHER_S for moment in since]
    axes.plot([1000 * t for t in times], [1000 * (end + (begin - end) * exp(-t / tau)) for t in times], color=THEIRS)
    _dots(axes, [1000 * t for t in times], [1000 * moment.v_m_s for moment in since])
    axes.set(xlabel="t, ms", ylabel="v, mm/s", title="τ")


def _draw_current(axes: "Axes", robot: Robot) -> None:
    side = rim(robot)
    moments = run(robot, 0.0015, lambda t: (1.0, 1.0), jammed=True, step_us=50)
    end = moments[-1].left_a
    times = [moment.t_s for moment in moments]
    formula = [1000 * end * (1 - exp(-t * (side.ohm + 2 * side.battery_ohm) / side.henry)) for t in times]
    axes.plot([1000 * t for t in times], formula, color=THEIRS)
    _dots(axes, [1000 * t for t in times], [1000 * moment.left_a for moment in moments])
    axes.set(xlabel="t, ms", ylabel="i, mA", title="L / R")


def _draw_stop(axes: "Axes", robot: Robot, share: float | None, every: int) -> None:
    moments = run(gripping(robot), 2 * GATHER_S, lambda t: (1.0, 1.0) if t < GATHER_S else (share, share))
    at = round(GATHER_S / moments[1].t_s)
    end = next(i for i, moment in enumerate(moments) if i > at and moment.v_m_s == 0.0)
    since = moments[at : end + 1]
    ways = [1000 * (moment.x_m - since[0].x_m) for moment in since]
    speeds = [since[0].v_m_s * i / 100 for i in range(101)]
    axes.plot([1000 * _way(robot, since, v, share) for v in speeds], [1000 * v for v in speeds], color=THEIRS)
    _dots(axes, ways[::every], [1000 * moment.v_m_s for moment in since[::every]])
    axes.set(xlabel="s, mm", ylabel="v, mm/s", title="i = 0" if share is None else "U = 0")


def _way(robot: Robot, since: list[Moment], v: float, share: float | None) -> float:
    """How far it is until the speed is v."""
    side, first = rim(robot), since[0].v_m_s
    if share is None:
        return side.moved * (first * first - v * v) / (2 * side.friction)
    c = side.drag * side.volts / side.ohm
    lost = side.friction / c * log((side.friction + c * first) / (side.friction + c * v))
    return side.moved / c * (first - v - lost)


def draw_drives(drives: dict[str, Compared], path: Path) -> None:
    """The paths: ours as dots, MuJoCo's as a line. Straight ones and the turn on the spot as a way over time."""
    with matplotlib.rc_context(_STYLE):
        figure = Figure(figsize=(8.2, 5.2), layout="constrained")
        places = enumerate(figure.subplots(2, 3).flat, start=1)
        for (number, axes), (name, drive) in zip(places, drives.items(), strict=True):
            plane = name in ("arc", "s-curve")
            ours, theirs = (_shown(drive, path, plane) for path in (drive.ours, drive.theirs))
            axes.plot(*theirs, color=THEIRS)
            every = max(1, len(ours[0]) // 24)
            _dots(axes, ours[0][::every], ours[1][::every])
            axes.set(xlabel="x, mm" if plane else "t, s", ylabel="y, mm" if plane else "s, mm", title=str(number))
            if plane:
                axes.set_aspect("equal", adjustable="datalim")
        _save(figure, path)


def _shown(drive: Compared, path: list[tuple[float, ...]], plane: bool) -> tuple[list[float], list[float]]:
    if plane:
        return [1000 * pose[0] for pose in path], [1000 * pose[1] for pose in path]
    turns = drive.ours[-1][0] == drive.ours[0][0]
    return [0.005 * i for i in range(len(path))], [1000 * pose[2 if turns else 0] for pose in path]


def _dots(axes: "Axes", xs: list[float], ys: list[float]) -> None:
    axes.plot(xs, ys, "o", ms=2.6, color=OURS, zorder=3)


def _save(figure: Figure, path: Path) -> None:
    figure.savefig(path, metadata={"Date": None}, facecolor="white")
