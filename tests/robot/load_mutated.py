"""Loads spoilt robot files in a process of its own; what can be loaded is described, and drives for a second.

Arguments: a folder for them, the first number, how many. Prints a JSON line for each, and one with the memory taken.
"""

import json
import math
import sys
import time
from pathlib import Path
from random import Random

from marshrut.host_tools.robot.robot_figures import robot_figures
from marshrut.host_tools.robot.sheet import sheet_lines
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene import load_robot
from marshrut.simulator.scene.model import Mat, Robot, Scene, Start
from marshrut.simulator.toml_file import FileProblem
from marshrut.simulator.world import World

sys.path.append(str(Path(__file__).resolve().parents[1] / "world"))
from mutations import spoilt_toml

ROOT = Path(__file__).resolve().parents[2]
ROBOTS = [file.read_bytes() for file in sorted((ROOT / "curriculum" / "robots").glob("*.toml"))]
PARTS = [file.read_bytes() for file in sorted((ROOT / "tests" / "device" / "robots").glob("*.toml"))]
ESP32 = (ROOT / "curriculum" / "robots" / "esp32-rover.toml").read_bytes()
FILES = [*ROBOTS, *(ESP32 + b"\n" + parts for parts in PARTS)]

SIDE_MM = 8000.0
FASTEST_MM_S = 100_000.0  # no figures that a file may have make a robot faster


def main(folder: Path, first: int, count: int) -> None:
    for number in range(first, first + count):
        rng = Random(f"robot {number}")
        file = folder / "robot.toml"
        file.write_bytes(spoilt_toml(rng.choice(FILES), rng))
        begin = time.process_time()
        try:
            drive(load_robot(file))
            told = ""
        except FileProblem as problem:
            told, *_ = [fault.tell(lang) for fault in (problem, *problem.others)[:3] for lang in LANGUAGES]
        print(json.dumps({"number": number, "seconds": round(time.process_time() - begin, 2), "told": told}))
    most = Path("/proc/self/status").read_text().partition("VmHWM:")[2]
    print(json.dumps({"peak_mb": int(most.split()[0]) / 1024}))


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
