"""What sentences call zones and objects: the names of the task, in the reader's language."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.host_tools.lessons.loading import find_unit
from marshrut.host_tools.sim.files import replay_of
from marshrut.host_tools.task.explain import explained
from marshrut.simulator.program import Program
from marshrut.simulator.result import build_result
from marshrut.simulator.run import Conditions, Run, run_program
from marshrut.simulator.tasks import TaskError, find_task, load_task
from marshrut.simulator.tasks.names import say_named

TASK = find_unit("first-movement").judged_by
BEGIN = "from rover import Rover\n\nrover = Rover()\nrover.button.wait_pressed()\n"


@pytest.fixture(scope="module")
def drive() -> Callable[[str], Run]:
    def driven(commands: str) -> Run:
        return run_program(Program("main.py", {"main.py": BEGIN + commands}), Conditions(TASK, TASK.variants[0], 1))

    return driven


def told(run: Run, lang: str) -> dict[str, str]:
    return {check.id: check.message for check in build_result(run.trace, run.judgement, lang).checks}


def test_a_zone_that_was_not_reached(drive: Callable[[str], Run]) -> None:
    run = drive("rover.drive.straight(320)\n")
    assert "«жёлтый ящик»" in told(run, "ru")["post"]
    assert "«сары жәшік»" in told(run, "kk")["post"]
    assert "“yellow box”" in told(run, "en")["post"]
    assert "FM-2" in told(run, "ru")["garage"] and "post" not in told(run, "ru")["garage"]
    checks = {check.id: check for check in build_result(run.trace, run.judgement, "ru").checks}
    assert checks["post"].params["zone"] == "post"  # for programs


def test_the_replay_has_the_names_in_each_language(drive: Callable[[str], Run]) -> None:
    run = drive("rover.drive.straight(320)\n")
    page = replay_of(run, build_result(run.trace, run.judgement, "ru"), TASK, "ru")
    assert "«жёлтый ящик»" in page and "«сары жәшік»" in page and "“yellow box”" in page


def test_a_robot_that_is_half_inside_is_told_by_how_much_it_sticks_out(drive: Callable[[str], Run]) -> None:
    run = drive("rover.drive.straight(400)\nrover.drive.turn(90)\nrover.drive.straight(270)\n")
    garage = next(check for check in run.judgement.checks if check.id == "garage")
    assert garage.params["short_mm"] == 0  # the middle of its axle is in it
    assert 5 <= int(garage.params["out_mm"]) <= 40
    assert f"выступал за её край на {garage.params['out_mm']} мм" in told(run, "ru")["garage"]
    assert f"stuck out by {garage.params['out_mm']} mm" in told(run, "en")["garage"]


def test_a_robot_that_is_not_there_at_all_is_told_how_far_away_it_is(drive: Callable[[str], Run]) -> None:
    run = drive("rover.drive.straight(400)\nrover.drive.turn(90)\nrover.drive.straight(100)\n")
    assert "мм." in told(run, "ru")["garage"] and "не заехал" in told(run, "ru")["garage"]


def test_the_end_and_its_check_tell_one_time(drive: Callable[[str], Run]) -> None:
    run = drive("rover.drive.turn(43)\nrover.drive.straight(530)\n")
    result = build_result(run.trace, run.judgement, "ru")
    puddle = next(check for check in result.checks if check.id == "puddle")
    assert "«лужа»" in puddle.message and result.marks[-1].message == puddle.message


def test_off_a_mat_without_a_line_the_advice_speaks_of_none(drive: Callable[[str], Run]) -> None:
    end = drive("rover.drive.straight(400)\nrover.drive.turn(-90)\nrover.drive.straight(370)\n").judgement.marks[-1]
    assert end.message_id == "ended-out_of_field-counted"


@pytest.mark.parametrize("task", ["kegelring", "labyrinth", "sumo-15", "first-movement"])
@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_the_rules_as_they_are_judged(lang: str, task: str) -> None:
    the_task = TASK if task == TASK.id else find_task(task)
    lines = "\n".join(explained(the_task, lang))
    assert the_task.names and all(name.title.of(lang) in lines for name in the_task.names)


def test_one_of_a_kind_has_the_name_of_its_kind_and_its_number() -> None:
    names = find_task("kegelring").names
    told = say_named("ru", "judge-object-out-not", {"name": "pin-3", "zone": "ring", "short_mm": 7}, names)
    assert "«кегля 3»" in told
    other = say_named("ru", "judge-object-out-not", {"name": "box-3", "zone": "ring", "short_mm": 7}, names)
    assert "«box-3»" in other


@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_a_bout_is_told_by_its_clauses(lang: str) -> None:
    lines = "\n".join(explained(find_task("sumo-15"), lang))
    assert "SM-4, SM-3, SM-6" in lines
    assert not any(word in lines for word in ("pushed-out", "nearer,", "«bout»", "`bout`"))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('id = "puddle"\ntitle', 'id = "pudle"\ntitle', r"names\[3\]\.id` names `pudle`.*`puddle`"),
        ('id = "puddle"\ntitle', 'id = "post"\ntitle', r"names\[3\]\.id`: the name `post`"),
    ],
    ids=["of nothing", "twice"],
)
def test_a_name_of_nothing_and_a_name_given_twice(tmp_path: Path, old: str, new: str, words: str) -> None:
    (tmp_path / "worlds").mkdir()
    (tmp_path / "text").mkdir()
    for path in (*TASK.folder.glob("worlds/*"), *TASK.folder.glob("text/*")):
        (tmp_path / path.relative_to(TASK.folder)).write_bytes(path.read_bytes())
    text = (TASK.folder / "task.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "task.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(TaskError, match=words) as caught:
        load_task(tmp_path)
    assert new.partition("\n")[0] in text.replace(old, new).splitlines()[caught.value.line - 1]
    assert not caught.value.others


def test_where_a_rule_misnames_a_zone_its_name_is_not_blamed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(TASK.folder, tmp_path / "task")
    file = tmp_path / "task" / "task.toml"
    text = file.read_text(encoding="utf-8").replace('zone = "puddle"', 'zone = "pudle"')
    file.write_text(text, encoding="utf-8")
    assert cli.run(["task", "check", str(file.parent), "--lang", "en"]) == 2
    (told,) = capsys.readouterr().err.splitlines()
    assert "conduct[puddle].when.zone` names `pudle`" in told and "`puddle`" in told
