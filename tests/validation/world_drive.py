"""A robot alone on a wide floor, driven by what a program would put on its pins, and looked at through the trace's
states: the public simulated world, as every run has it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from marshrut.simulator.scene import load_robot
from marshrut.simulator.scene.model import Mat, Motor, Robot, RobotFault, Scene, Start
from marshrut.simulator.trace import state_fields
from marshrut.simulator.world import World

ROBOTS = Path(__file__).resolve().parents[2] / "curriculum" / "robots"
STEP_US = 5000  # of every run
FULL = 65535
SIDE_MM = 20_000.0
_FIELDS = state_fields(0)


class Moment(NamedTuple):
    """A state in SI units: time, place, heading, speeds, currents, the battery's voltage, and what slips."""

    t_s: float
    x_m: float
    y_m: float
    heading_rad: float
    v_m_s: float
    omega_rad_s: float
    left_a: float
    right_a: float
    battery_v: float
    slip: int


# Shares of full for each side, from -1 to 1 (0 brakes), or None where the motor is off; a function of time
Shares = tuple[float | None, float | None]
Plan = Callable[[float], Shares]


def named(name: str) -> Robot:
    return load_robot(ROBOTS / f"{name}.toml")


def gripping(robot: Robot) -> Robot:
    """With tyres that hold whatever the motors do: most of these motors are stronger than tyres."""
    return replace(robot, grip=100.0, grip_across=0.0)


def run(robot: Robot, seconds: float, plan: Plan, jammed: bool = False, step_us: int = STEP_US) -> list[Moment]:
    """A moment for each step, from the start on; `jammed`: something holds both wheels."""
    start = Start("start", SIDE_MM / 2, SIDE_MM / 2, 0.0)
    faults = tuple(RobotFault("jammed", side) for side in ("left", "right")) if jammed else ()
    world = World(Scene(Mat(SIDE_MM, SIDE_MM, 0.85, (), (start,)), robot, start, (), faults), 0, step_us)
    moments = [_moment(world, start)]
    in_force: Shares | None = None
    for _ in range(round(seconds * 1e6 / step_us)):
        shares = plan(world.t_us / 1e6)
        if shares != in_force:
            in_force = shares
            for motor, share in zip((robot.left, robot.right), shares, strict=True):
                for pin, duty in _duties(motor, share):
                    world.set_pin(pin, duty, world.t_us)
        world.advance(world.t_us + step_us)
        moments.append(_moment(world, start))
    return moments


def _duties(motor: Motor, share: float | None) -> Iterable[tuple[int, int]]:
    """As the runtime drives a DRV8833: one side stays high and the other carries the pulses."""
    ahead, back = (motor.pin_in2, motor.pin_in1) if motor.reversed else (motor.pin_in1, motor.pin_in2)
    if share is None:
        return (ahead, 0), (back, 0)
    rest = round(FULL * (1 - abs(share)))
    return ((ahead, FULL), (back, rest)) if share >= 0 else ((ahead, rest), (back, FULL))


def _moment(world: World, start: Start) -> Moment:
    values = dict(zip(_FIELDS, world.state(), strict=False))
    return Moment(
        world.t_us / 1e6,
        values["x_um"] / 1e6 - start.x_mm / 1000,
        values["y_um"] / 1e6 - start.y_mm / 1000,
        values["heading_mdeg"] * 3.141592653589793 / 180_000,
        values["v_um_s"] / 1e6,
        values["omega_mdeg_s"] * 3.141592653589793 / 180_000,
        values["left_ma"] / 1000,
        values["right_ma"] / 1000,
        values["battery_mv"] / 1000,
        values["slip"],
    )
