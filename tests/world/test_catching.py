"""What happens to motion and weight when a gripper closes on something, carries it and lets it go."""

import math
from dataclasses import replace

import pytest
from marshrut.simulator.devices.drv8833 import phases
from marshrut.simulator.scene.model import Gripper, Mat, Ramp, Robot, Wall
from marshrut.simulator.world.arena.arena import Arena, ArenaState
from marshrut.simulator.world.drive import State, at_rest, sides, windings_of
from marshrut.simulator.world.traction import GRAVITY

from .contact_field import FULL, STEP_S, STEP_US, box, mat_of, pin

GRIPPER = Gripper("arm", ((60.0, 60.0), (60.0, -60.0), (250.0, -60.0), (250.0, 60.0)), 200.0, 20.0, 120.0)
OPEN, CLOSED = 0.2, 0.0  # m


class Arms:
    """Robots with grippers among things, step by step; all coast until told."""

    def __init__(self, mat: Mat, *robots: tuple[Robot, State]) -> None:
        self.robots = [replace(robot, gripper=GRIPPER) for robot, _ in robots]
        self.arena = Arena(mat, self.robots, STEP_US)
        self.state: ArenaState = self.arena.begin(tuple(state for _, state in robots))
        self._windings = [windings_of(robot, STEP_S) for robot in self.robots]
        self.go(1, OPEN)

    def go(self, steps: int, gap: float, duty: int = 0) -> None:
        """`duty` for all motors."""
        shares = phases(max(0, duty), max(0, -duty))
        settings = [(left(shares), right(shares), gap) for left, right in self._windings]
        for _ in range(steps):
            self.state = self.arena.step(self.state, settings)

    def throw(self, vx: float, vy: float) -> None:
        """The first object gets that speed, m/s."""
        first, *others = self.state.objects
        self.state = self.state._replace(objects=((*first[:5], vx, vy, *first[7:]), *others), room=0.0)


def going(robot: Robot, state: State, speed: float) -> State:
    return (*state[:5], speed, speed, speed, speed, *state[9:])


def on_ice(robot: Robot) -> Robot:
    """Tyres hold nothing, so that only what meets matters."""
    return replace(robot, grip=1e-4, grip_across=1e-4)


def test_a_robot_that_catches_a_heavy_thing_takes_it_along_with_the_momentum_it_has(rover: Robot) -> None:
    arms = Arms(
        mat_of(box("box", 1150, 1000, mass_g=2000)), (on_ice(rover), going(rover, at_rest(rover, 1e3, 1e3, 0), 0.8))
    )
    before = arms.state.robots[0][5]
    arms.go(1, CLOSED)
    assert arms.state.holds
    mass = rover.mass_g / 1000
    assert arms.state.robots[0][5] == pytest.approx(before * mass / (mass + 2.0), rel=0.01)


def test_on_a_floor_wheels_bring_no_more_than_they_turn_with(rover: Robot) -> None:
    arms = Arms(mat_of(box("box", 1150, 1000, mass_g=2000)), (rover, going(rover, at_rest(rover, 1e3, 1e3, 0), 0.8)))
    before = arms.state.robots[0][5]
    wheels = sum(side.mass for side in sides(rover))
    arms.go(20, CLOSED)
    mass = rover.mass_g / 1000
    assert arms.state.robots[0][5] < before * (mass + wheels) / (mass + wheels + 2.0)


def test_a_thing_caught_as_it_flies_by_takes_the_robot_along_and_turns_it(rover: Robot) -> None:
    arms = Arms(mat_of(box("box", 1150, 1000, mass_g=200)), (on_ice(rover), at_rest(rover, 1e3, 1e3, 0)))
    arms.throw(0.0, 1.0)
    arms.go(1, CLOSED)
    assert arms.state.holds
    left, right, aside = (arms.state.robots[0][i] for i in (5, 6, 9))
    mass, inertia, load = rover.mass_g / 1000, rover.inertia_kg_cm2 * 1e-4, 0.2
    assert aside == pytest.approx(load / (mass + load), rel=0.01)
    # About the mass centre of both; with what is held that is over the axle, as a robot's own.
    spin = load * mass / (mass + load) * 0.15 / (inertia + load * (0.15**2 + 0.06**2 / 6))
    assert (right - left) / (sides(rover)[0].y - sides(rover)[1].y) == pytest.approx(spin, rel=0.02)


def test_what_two_robots_hold_meets(rover: Robot) -> None:
    things = box("a", 1150, 1000, length_mm=120), box("b", 1850, 1000, length_mm=120)
    arms = Arms(mat_of(*things), (rover, at_rest(rover, 1e3, 1e3, 0)), (rover, at_rest(rover, 2e3, 1e3, 180)))
    arms.go(1, CLOSED)
    assert len(arms.state.holds) == 2
    arms.go(400, CLOSED, 40000)
    a, b = arms.state.objects
    assert (b[0] - a[0]) * 1000 == pytest.approx(120, abs=0.5)


def test_what_is_held_on_a_ramp_is_pulled_down_as_its_robot_is(rover: Robot) -> None:
    """Coasting down with nothing but inertia against it: the more is held, the less the wheels' inertia matters."""
    free = {"friction_mnm": 0.0, "static_friction_mnm": 0.0}
    rover = replace(rover, rolling_mn=0.0, left=replace(rover.left, **free), right=replace(rover.right, **free))  # type: ignore[arg-type]
    ramp = Ramp("ramp", ((0.0, 0.0), (4000.0, 0.0), (4000.0, 4000.0), (0.0, 4000.0)), 180.0, 10.0)
    for load in (1.0, 500.0, 2000.0):
        thing = box("box", 1150, 1000, mass_g=load, friction=2.0)
        arms = Arms(mat_of(thing, ramps=(ramp,)), (rover, at_rest(rover, 1e3, 1e3, 0)))
        arms.go(1, CLOSED)
        assert arms.state.holds
        before = arms.state.robots[0][5]
        arms.go(100, CLOSED)
        mass = (rover.mass_g + load) / 1000
        moved = mass + sum(side.mass for side in sides(rover))
        gain = GRAVITY * math.sin(math.radians(10)) * mass / moved * 100 * STEP_S
        assert arms.state.robots[0][5] - before == pytest.approx(gain, rel=0.01)


def test_what_is_held_aside_on_a_ramp_turns_its_robot_until_it_hangs_below(rover: Robot) -> None:
    ramp = Ramp("ramp", ((0.0, 0.0), (4000.0, 0.0), (4000.0, 4000.0), (0.0, 4000.0)), 180.0, 10.0)
    thing = box("box", 1150, 1050, mass_g=500, friction=2.0)
    arms = Arms(mat_of(thing, ramps=(ramp,)), (rover, at_rest(rover, 1e3, 1e3, 0)))
    arms.go(100, CLOSED)
    assert arms.state.robots[0][4] < -0.05  # downhill is ahead, and it is held to the left


@pytest.mark.parametrize("way", [(1110.0, 500.0, 1110.0, 1500.0), (1100.0, 1030.0, 1300.0, 1030.0)])
def test_no_gripper_closes_on_what_is_behind_a_wall(rover: Robot, way: tuple[float, float, float, float]) -> None:
    wall = Wall("wall", *way, 100.0)
    arms = Arms(
        mat_of(pin("pin", 1170, 1055, length_mm=40, width_mm=40), walls=(wall,)), (rover, at_rest(rover, 1e3, 1e3, 0))
    )
    arms.go(1, CLOSED)
    assert not arms.state.holds
    arms.go(200, CLOSED, -FULL)
    assert arms.state.objects[0][0] == 1.17
