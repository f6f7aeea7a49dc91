"""A gripper takes what is between its fingers when they close, carries it, and lets it go."""

import math
from collections.abc import Callable
from pathlib import Path

import pytest
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, drive, trace_header
from marshrut.simulator.scene import SceneError, load_robot, load_scene
from marshrut.simulator.tasks.catalogue import find_task
from marshrut.simulator.trace import Trace, TraceWriter

ROBOT = (Path(__file__).resolve().parents[2] / "curriculum" / "robots" / "sensor-rover.toml").read_text(
    encoding="utf-8"
)
GRIPPER = """
[gripper]
servo = "arm"
area_mm = [[90, 30], [90, -30], [150, -30], [150, 30]]
opening_mm = 80
open_deg = 20
closed_deg = 120
"""
WORLD = """
id = "depot"
title = { en = "Depot", ru = "Склад", kk = "Қойма" }
mat = { width_mm = 3000, height_mm = 2000, reflectance = 0.85 }

[[start]]
id = "start"
x_mm = 1000
y_mm = 1000
heading_deg = 0

[[pin]]
id = "can"
x_mm = 1300
y_mm = 1005
diameter_mm = 50
height_mm = 80
mass_g = 60
"""
PROGRAM = """
from rover import Rover, Servo
import time
rover = Rover()
arm = Servo(12)
arm.move(20, 400)
rover.drive.straight(185)
arm.move({closed}, 400)
rover.drive.turn(90)
rover.drive.straight(200)
arm.move(20, 400)
time.sleep_ms(400)
rover.drive.straight(-150)
"""


Ride = Callable[..., Trace]


@pytest.fixture
def ride(tmp_path: Path) -> Ride:
    """A program's run in the depot, with a gripper; `more` is put into the world."""

    def run(text: str, more: str = "", runtime: str = "cpython") -> Trace:
        robot, world = tmp_path / "robot.toml", tmp_path / "world.toml"
        robot.write_text(ROBOT + GRIPPER, encoding="utf-8")
        world.write_text(WORLD + more, encoding="utf-8")
        task = find_task("desk")
        conditions = Conditions(task, task.variants[0], 7, "nominal", runtime)
        scene, program = load_scene(world, robot), Program("grip.py", {"main.py": text})
        writer = TraceWriter(trace_header(program, conditions, scene))
        outcome = drive(program, conditions, scene, writer, lambda t_us, state: "")
        assert outcome.ended == "program_end", outcome
        return Trace.of(writer)

    return run


@pytest.fixture
def carry(ride: Ride) -> Ride:
    return lambda closed, runtime="cpython": ride(PROGRAM.replace("{closed}", str(closed)), runtime=runtime)


def test_what_is_gripped_goes_along_and_stays_where_it_is_let_go(carry: Ride) -> None:
    trace = carry(120)
    _, _, x, y, _, lying = trace.moves[-1]
    assert x / 1000 == pytest.approx(1185, abs=15)  # to the left of where the robot turned, before its front
    assert y / 1000 == pytest.approx(1000 + 200 + 115, abs=15)
    assert not lying
    robot = trace.states[-1]
    assert robot[3] / 1000 == pytest.approx(1050, abs=10)  # the robot has backed away
    assert carry(120, "micropython").sha256 == trace.sha256


def test_fingers_that_do_not_close_on_it_carry_nothing(carry: Ride) -> None:
    trace = carry(40)  # 64 mm are left between them, and the can is 50 mm thick
    _, _, x, y, _, _ = trace.moves[-1]
    assert math.dist((x / 1000, y / 1000), (1185, 1315)) > 100


def test_a_gripper_s_file_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "robot.toml"
    for old, new, part in (('servo = "arm"', 'servo = "hand"', "arm"), ("closed_deg = 120", "closed_deg = 20", "20")):
        path.write_text(ROBOT + GRIPPER.replace(old, new), encoding="utf-8")
        with pytest.raises(SceneError) as caught:
            load_robot(path)
        assert "gripper" in str(caught.value) and part in str(caught.value)


HOLDING = """
from rover import Rover, Servo
import time
rover = Rover()
arm = Servo(12)
arm.move({first}, 400)
rover.drive.straight({way})
arm.move(120, 400)
{then}
"""


WALL = '\n[[wall]]\nid = "wall"\nfrom_mm = [1450, 500]\nto_mm = [1450, 1500]\nheight_mm = 100\n'


@pytest.fixture
def hold(ride: Ride) -> Ride:
    return lambda first, way, then: ride(HOLDING.format(first=first, way=way, then=then), WALL)


def test_what_is_held_meets_a_wall_as_a_part_of_its_robot(hold: Ride) -> None:
    trace = hold(20, 185, "rover.drive.set_effort(40, 40)\ntime.sleep_ms(1500)\nrover.drive.brake()\n")
    assert max(x for _, _, x, *_ in trace.moves) / 1000 == pytest.approx(1450 - 25, abs=1.5)
    assert trace.states[-1][2] / 1000 < 1450 - 110  # the robot stops as much before the wall


def test_closed_fingers_do_not_catch(hold: Ride) -> None:
    trace = hold(120, 240, "rover.drive.straight(-150)\n")
    assert trace.moves[-1][2] / 1000 > 1300  # pushed, and left there
    assert trace.states[-1][2] / 1000 < 1110
