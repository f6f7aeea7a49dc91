"""A robot that is too large or too heavy for a task does not run; one sentence says by how much, and by which rule."""

from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.run import Conditions, nominal_scene
from marshrut.simulator.tasks import find_task
from marshrut.simulator.tasks.loading import CURRICULUM
from marshrut.simulator.tasks.robot_limits import RobotTooLarge

ROVER = (CURRICULUM / "robots" / "esp32-rover.toml").read_text(encoding="utf-8")
TASK = find_task("line-sprint")
PROGRAM = TASK.folder / "programs" / "program_end" / "starter.py"
TOO_MUCH = [
    ("[[85, 55], [85, -55],", "[[212, 55], [212, -55],", ("257", "250", "7", "mm")),
    ("[-45, -75], [-45, 75], [40, 75]]", "[-45, -150], [-45, 150], [40, 150]]", ("300", "250", "50", "mm")),
    ("mass_g = 380", "mass_g = 1200.5", ("1200.5", "1000", "200.5", "g")),
]


def robot(folder: Path, old: str, new: str) -> str:
    assert old in ROVER
    path = folder / "large.toml"
    text = ROVER.replace(old, new, 1)
    path.write_text(text.replace("[40, -75]", "[40, -150]") if "-150" in new else text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("old", "new", "told"), TOO_MUCH, ids=["length", "width", "mass"])
def test_too_much_is_told_with_its_rule(
    old: str, new: str, told: tuple[str, ...], lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    large = ["--task", "line-sprint", "--robot", robot(tmp_path, old, new), "--lang", lang]
    assert cli.run(["sim", str(PROGRAM), *large]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1
    assert all(part.replace(".", ",") in said.err or part in said.err for part in (*told[:3], "LS-13", "esp32-rover"))


def test_just_as_much_as_is_allowed_may_run(tmp_path: Path) -> None:
    path = Path(robot(tmp_path, "mass_g = 380", "mass_g = 1000"))
    task = TASK.model_copy(update={"robot_path": path})
    assert nominal_scene(Conditions(task, task.variants[0], 7)).robot.mass_g == 1000


def test_the_fingers_of_a_gripper_count(tmp_path: Path) -> None:
    sensors = (CURRICULUM / "robots" / "sensor-rover.toml").read_text(encoding="utf-8")
    for ahead, fits in ((200, True), (206, False)):
        area = f"[[85, 20], [{ahead}, 20], [{ahead}, -20], [85, -20]]"
        angles = "open_deg = 90\nclosed_deg = 30\n"
        gripper = f'\n[gripper]\nservo = "arm"\narea_mm = {area}\nopening_mm = 40\n{angles}'
        path = tmp_path / "gripping.toml"
        path.write_text(sensors + gripper, encoding="utf-8")
        task = TASK.model_copy(update={"robot_path": path})
        if fits:
            nominal_scene(Conditions(task, task.variants[0], 7))
        else:
            with pytest.raises(RobotTooLarge, match="251 mm"):
                nominal_scene(Conditions(task, task.variants[0], 7))


def test_a_task_says_how_large_a_robot_may_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["task", "explain", "kegelring", "--lang", "en"]) == 0
    told = "length at most 250 mm, width at most 250 mm, mass at most 1000 g [KR-9]"
    assert told in capsys.readouterr().out
