"""What a run with objects or a gripper leaves behind: where all really stood, and what can be judged again."""

import json
import re
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.simulator.run import Conditions, nominal_scene
from marshrut.simulator.scene import vary
from marshrut.simulator.tasks.catalogue import TASKS, find_task
from marshrut.simulator.trace import read_trace

GRIPPER = """
[gripper]
servo = "arm"
area_mm = [[90, 30], [90, -30], [150, -30], [150, 30]]
opening_mm = 80
open_deg = 20
closed_deg = 120
"""


@pytest.fixture
def still(tmp_path: Path) -> str:
    program = tmp_path / "still.py"
    program.write_text("from time import sleep_ms\nsleep_ms(200)\n", encoding="utf-8")
    return str(program)


def test_a_robot_with_a_gripper_is_judged(still: str, tmp_path: Path) -> None:
    robot, out = tmp_path / "grip.toml", tmp_path / "run"
    robot.write_text(
        (TASKS.parent / "robots" / "sensor-rover.toml").read_text(encoding="utf-8") + GRIPPER, encoding="utf-8"
    )
    assert cli.run(["sim", still, "--task", "desk", "--robot", str(robot), "--out", str(out), "--lang", "en"]) == 0
    assert read_trace(out / "trace.jsonl").header["scene"]["robot"]["gripper"]["servo"] == "arm"


def test_a_pin_stands_from_the_beginning_where_its_seed_puts_it(still: str, tmp_path: Path) -> None:
    """In the trace, in the page, and in the figures of the judge."""
    task = find_task("kegelring")
    conditions = Conditions(task, task.variants[0], 4, "hard")
    drawn, put = (
        scene.mat.objects for scene in (nominal_scene(conditions), vary(nominal_scene(conditions), 4, "hard"))
    )
    cli.run(["sim", still, "--task", "kegelring", "--seed", "4", "--hard", "--out", str(tmp_path), "--lang", "en"])
    moves = read_trace(tmp_path / "trace.jsonl").moves
    assert [move[:4] for move in moves] == [
        (0, number, round(pin.x_mm * 1000), round(pin.y_mm * 1000)) for number, pin in enumerate(put)
    ]
    assert all((a.x_mm, a.y_mm) != (b.x_mm, b.y_mm) for a, b in zip(drawn, put, strict=True))
    page = (tmp_path / "replay.html").read_text(encoding="utf-8")
    assert re.search(r'"poses":\[\[(-?[\d.]+),', page)[1] == str(moves[0][2] / 1000)  # type: ignore[index]
    checks = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))["checks"]
    assert len({check["params"].get("short_mm") for check in checks if "short_mm" in check["params"]}) > 1
