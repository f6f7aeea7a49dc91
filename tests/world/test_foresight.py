"""What is foretold of an input comes, however far ahead one asks: a program that sleeps long misses nothing."""

from dataclasses import replace

import pytest
from marshrut.simulator.scene import load_robot
from marshrut.simulator.scene.model import Gripper, Mat, Object, Ramp, Robot, Scene, Start
from marshrut.simulator.world import World

from .conftest import CURRICULUM

START = Start("start", 2000.0, 2000.0, 0.0)
MAT = Mat(4000.0, 4000.0, 0.85, (), (START,))
EVERYWHERE = ((0.0, 0.0), (4000.0, 0.0), (4000.0, 4000.0), (0.0, 4000.0))
LATER_US = 3_000_000


def first_edges(world: World, pin: int, count: int, ask_us: int) -> list[tuple[int, int, int]]:
    """The first changes of a pin, asked for so far ahead at a time."""
    found: list[tuple[int, int, int]] = []
    after_us = 0
    while len(found) < count and world.t_us < LATER_US:
        until_us = world.t_us + ask_us
        while len(found) < count and (edge := world.next_edge((pin,), after_us, until_us)) is not None:
            found.append(edge)
            after_us = edge[0]
        world.advance(until_us)
        after_us = max(after_us, until_us)
    return found


@pytest.mark.parametrize("slope_deg", [20.0, 28.0])
def test_a_robot_that_a_ramp_will_move(rover: Robot, slope_deg: float) -> None:
    ramp = Ramp("ramp", EVERYWHERE, 0.0, slope_deg)
    scene = Scene(replace(MAT, ramps=(ramp,)), rover, START, ())
    pin = rover.left.encoder_a
    ahead, step_by_step = (first_edges(World(scene, 7), pin, 50, ask_us) for ask_us in (LATER_US, 5000))
    assert len(ahead) == 50 and ahead == step_by_step


@pytest.mark.slow
def test_fingers_that_close_on_a_box() -> None:
    """The box joins the robot's mass in the step in which the fingers reach it, foretold or not."""
    area = ((90.0, 30.0), (90.0, -30.0), (150.0, -30.0), (150.0, 30.0))
    robot = replace(
        load_robot(CURRICULUM / "robots" / "sensor-rover.toml"), gripper=Gripper("arm", area, 80.0, 20.0, 120.0)
    )
    signal = next(part for part in robot.parts if part.id == "arm").pin("signal")
    box = Object("box", "box", 2125.0, 2000.0, 0.0, 30.0, 30.0, 40.0, 800.0, 0.4, 0.5)

    def closing() -> World:
        made = World(Scene(replace(MAT, objects=(box,)), robot, START, ()), 7)
        made.set_frequency(signal, 50, 0)
        made.set_pin(signal, 65535 // 40, 0)  # 0.5 ms of 20: open
        made.advance(500_000)
        for motor in (robot.left, robot.right):
            made.set_pin(motor.pin_in1, 40_000, 500_000)
        made.set_pin(signal, 65535 * 2 // 20, 500_000)
        made.advance(505_000)
        return made

    pin = robot.left.encoder_a
    whole, stepped = closing(), closing()
    foretold = edges_until(whole, pin, 1_000_000)
    came = []
    while stepped.t_us < 1_000_000:
        came += edges_until(stepped, pin, stepped.t_us + 5000)
        stepped.advance(stepped.t_us + 5000)
    assert len(foretold) > 100 and foretold == came


def edges_until(world: World, pin: int, until_us: int) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    after_us = world.t_us
    while (edge := world.next_edge((pin,), after_us, until_us)) is not None:
        found.append(edge)
        after_us = edge[0]
    return found
