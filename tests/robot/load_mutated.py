"""Loads spoilt robot files for `test_mutated_robots`; what can be loaded is described, and drives for a second.

Arguments: a folder for them, the first number, how many.
"""

import math
import sys
from pathlib import Path
from random import Random

from marshrut.host_tools.robot.robot_figures import robot_figures
from marshrut.host_tools.robot.sheet import sheet_lines
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene import load_robot
from marshrut.simulator.scene.model import Mat, Robot, Scene, Start
from marshrut.simulator.world import World

sys.path += [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "world")]
from mutations import spoilt_toml
from spoilt import load_each

ROOT = Path(__file__).resolve().parents[2]
ROBOTS = [file.read_bytes() for file in sorted((ROOT / "curriculum" / "robots").glob("*.toml"))]
PARTS = [file.read_bytes() for file in sorted((ROOT / "tests" / "device" / "robots").glob("*.toml"))]
ESP32 = (ROOT / "curriculum" / "robots" / "esp32-rover.toml").read_bytes()
FILES = [*ROBOTS, *(ESP32 + b"\n" + parts for parts in PARTS)]

SIDE_MM = 8000.0
FASTEST_MM_S = 100_000.0  # no figures that a file may have make a robot faster


def main(folder: Path, first: int, count: int) -> None:
    file = folder / "robot.toml"

    def write(number: int) -> None:
        rng = Random(f"robot {number}")
        file.write_bytes(spoilt_toml(rng.choice(FILES), rng))

    load_each(range(first, first + count), write, lambda: drive(load_robot(file)))


def drive(robot: Robot) -> None:
    """Described in each language; then half a second ahead, and half a second back with one wheel."""
    figures = robot_figures(robot)
    for lang in LANGUAGES:
        assert list(sheet_lines(robot, figures, lang))
    start = Start("start", SIDE_MM / 2, SIDE_MM / 2, 0.0)
    world = World(Scene(Mat(SIDE_MM, SIDE_MM, 0.85, (), (start,)), robot, start, ()), 1)
    for ahead in (True, False):
        for motor in (robot.left, robot.right):
            world.set_pin(motor.pin_in1, 65535 if ahead else 0, world.t_us)
            world.set_pin(motor.pin_in2, 65535 if not ahead and motor is robot.left else 0, world.t_us)
        world.advance(world.t_us + 500_000)
        x_um, y_um, *_ = world.state()
        assert math.dist((x_um, y_um), (SIDE_MM * 500, SIDE_MM * 500)) < FASTEST_MM_S * 1000


main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
