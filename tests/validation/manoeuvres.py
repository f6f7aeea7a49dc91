"""Six manoeuvres that both simulators drive, and how far apart they end.

The shares of full are known before; nothing is steered by where the robot is. Gentle ones stay within what tyres hold.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import dist, pi, sin

from marshrut.simulator.scene.model import Robot

from . import mujoco_rover
from .world_drive import STEP_US, Plan, run

EVERY_S = STEP_US / 1e6


@dataclass(frozen=True)
class Compared:
    """Two paths at the same times: x and y of the axle's middle, and the left wheel's way by the robot's turning, in m.

    How long ours is, and how far they are apart at most and at the end, in all three: on the spot the middle goes
    nowhere, and a difference in heading counts as it does at the wheel.
    """

    ours: list[tuple[float, ...]]
    theirs: list[tuple[float, ...]]
    way_m: float
    most_m: float
    end_m: float


def _ramp(t: float, top: float, seconds: float) -> float:
    return top * min(1.0, t / seconds)


def _braking(t: float) -> tuple[float, float]:
    share = _ramp(t, 0.6, 1.0) if t < 1.5 else 0.0
    return share, share


def _s_curve(t: float) -> tuple[float, float]:
    base, swing = _ramp(t, 0.4, 0.8), 0.15 * sin(2 * pi * max(0.0, t - 0.8) / 2.0)
    return base - swing, base + swing


MANOEUVRES: dict[str, tuple[Plan, float]] = {  # by name; with its seconds
    "acceleration": (lambda t: (_ramp(t, 0.8, 1.2), _ramp(t, 0.8, 1.2)), 2.0),
    "braking": (_braking, 2.2),
    "arc": (lambda t: (_ramp(t, 0.35, 0.8), _ramp(t, 0.5, 0.8)), 3.0),
    "spin": (lambda t: (-_ramp(t, 0.3, 0.8), _ramp(t, 0.3, 0.8)), 2.0),
    "s-curve": (_s_curve, 4.8),
    "slip-start": (lambda t: (1.0, 1.0), 0.8),
}


def compared(robot: Robot, name: str) -> Compared:
    plan, seconds = MANOEUVRES[name]
    moments = run(robot, seconds, plan)
    # Shares hold for a whole step in our world; the other one is given the same.
    theirs = mujoco_rover.drive(robot, seconds, lambda t: plan(int(t / EVERY_S + 1e-9) * EVERY_S), EVERY_S)
    arm = robot.left.wheel_y_mm / 1000
    ours: list[tuple[float, ...]] = [(moment.x_m, moment.y_m, arm * moment.heading_rad) for moment in moments]
    others: list[tuple[float, ...]] = [(x, y, arm * heading) for x, y, heading in theirs]
    way = sum(dist(a, b) for a, b in pairwise(ours))
    apart = [dist(a, b) for a, b in zip(ours, others, strict=True)]
    return Compared(ours, others, way, max(apart), apart[-1])
