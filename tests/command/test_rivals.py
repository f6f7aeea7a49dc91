"""`marshrut sim` with several programs: robots of one world, as their users meet them."""

import json
import shutil
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.host_tools.sim import files
from marshrut.simulator.program import Program
from marshrut.simulator.result import Result
from marshrut.simulator.run import Conditions, drive_together, scenes_for, trace_header
from marshrut.simulator.tasks.catalogue import TASKS, find_task, find_variant
from marshrut.simulator.trace import Trace, TraceWriter, read_trace

JOSTLE = Path(__file__).parent.parent / "traces" / "jostle"
REFERENCE = TASKS / "line-sprint" / "programs" / "goal" / "reference.py"
WAIT = "from time import sleep_ms\nprint('{name}')\nsleep_ms({ms})\n"


@pytest.fixture
def program(tmp_path: Path):
    def write(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return write


def sim(*arguments: str) -> int:
    return cli.run(["sim", *arguments, "--lang", "en"])


def test_each_program_has_its_robot_and_the_first_is_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rival that waits on the line, half a lap ahead, changes nothing for the judged robot until they meet."""
    rival = tmp_path / "waits.py"
    rival.write_text(WAIT.format(name="rival speaks", ms=500), encoding="utf-8")
    assert sim(str(REFERENCE), str(rival), "--task", "line-sprint", "--out", str(tmp_path / "out")) == 1
    said = capsys.readouterr().out
    assert said.startswith("There are 2 robots on the mat. This report is about the first: reference.py.\n")
    assert "Ran into another robot once, 8." in said
    assert "Robot 2 (waits.py): its program ended 0.50 s after power-on." in said
    assert "rival speaks" not in said  # it is not the judged program's
    trace = read_trace(tmp_path / "out" / "trace.jsonl")
    result = Result.from_json((tmp_path / "out" / "result.json").read_text(encoding="utf-8"))
    assert [each.name for each in result.programs] == ["reference.py", "waits.py"]
    assert {state[1] for state in trace.states} == {0, 1}
    assert sim(str(REFERENCE), "--task", "line-sprint", "--out", str(tmp_path / "alone")) == 0
    alone = [state for state in read_trace(tmp_path / "alone" / "trace.jsonl").states if state[0] < 8_000_000]
    assert alone == [state for state in trace.states if state[1] == 0 and state[0] < 8_000_000]


def test_the_files_of_a_bout_say_that_it_was_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bout = TASKS / "sumo-15" / "programs"
    programs = str(bout / "beaten" / "too_early.py"), str(bout / "draw" / "nothing.py")
    captions: list[str] = []

    def keep_caption(trace: Trace, marks: object, path: Path, title: str, labels: dict[str, str]) -> None:
        captions.append(labels["caption"])
        path.touch()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(files, "write_picture", keep_caption)
        assert sim(*programs, "--task", "sumo-15", "--out", str(tmp_path)) == 1
    said = capsys.readouterr().out
    assert "\nLost · points 0 of 10\n" in said
    assert "Robot 2 (nothing.py): its program ended 0.00 s after power-on.\n" in said
    assert captions[0].endswith(" · Lost")
    assert '"verdict_word":"verdict-bout-beaten"' in (tmp_path / "replay.html").read_text(encoding="utf-8")


def test_the_run_goes_on_until_the_last_program_has_ended(program, capsys: pytest.CaptureFixture[str]) -> None:
    programs = [
        program(f"{name}.py", WAIT.format(name=name, ms=ms)) for name, ms in (("a", 300), ("b", 900), ("c", 20))
    ]
    assert sim(*programs[:2], "--task", str(JOSTLE), "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["ended"] == "program_end"
    assert [each["name"] for each in document["programs"]] == ["a.py", "b.py"]
    assert document["simulated_ms"] == 900


@pytest.mark.parametrize(
    ("lang", "about", "ended"),
    [
        (
            "ru",
            "Роботов на поле: 2. Отчёт — о первом: good.py.",
            "Робот 2 (b.py): программа закончилась через 0,30 с после включения.",
        ),
        (
            "kk",
            "Алаңда 2 робот бар. Есеп бірінші робот туралы: good.py.",
            "2-робот (b.py): программасы қосылғаннан кейін 0,30 секундта аяқталды.",
        ),
    ],
)
def test_the_report_says_whose_it_is(
    program, capsys: pytest.CaptureFixture[str], lang: str, about: str, ended: str
) -> None:
    programs = [program(name, WAIT.format(name=name, ms=ms)) for name, ms in (("good.py", 400), ("b.py", 300))]
    assert cli.run(["sim", *programs, "--task", str(JOSTLE), "--lang", lang]) == 0
    said = capsys.readouterr().out
    assert said.startswith(about) and ended in said


def test_a_rival_decides_no_exit_code(program, capsys: pytest.CaptureFixture[str]) -> None:
    """The document is the first robot's; in its trace all others are."""
    good, bad = program("good.py", WAIT.format(name="good", ms=400)), program("bad.py", "a = 1\nb = a / 0\n")
    assert sim(good, bad, bad, "--task", str(TASKS / "line-sprint"), "--json") == 1
    first = json.loads(capsys.readouterr().out)
    assert (first["ended"], first["verdict"]) == ("program_end", "fail")
    assert [each["name"] for each in first["programs"]] == ["good.py", "bad.py", "bad.py"]
    assert Result.from_json(json.dumps(first)).programs[2].board == first["programs"][0]["board"]
    assert sim(good, bad, "--task", str(JOSTLE), "--json") == 0
    assert sim(bad, good, "--task", str(JOSTLE), "--json") == 1


def test_a_rival_that_does_not_compile_stands(program, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = program("good.py", WAIT.format(name="good", ms=400)), program("bad.py", "x = (\n")
    assert sim(good, bad, "--task", str(JOSTLE)) == 0
    assert "Robot 2 (bad.py): " in capsys.readouterr().out
    assert sim(bad, good, "--task", str(JOSTLE)) == 1
    said = capsys.readouterr().out
    assert "bad.py" in said and "Robot 2 (good.py): its program ended 0.40 s after power-on." in said


def test_a_rival_with_an_error_of_its_own_is_told_with_its_line(program, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = program("good.py", WAIT.format(name="good", ms=400)), program("bad.py", "a = 1\nb = a / 0\n")
    assert sim(good, bad, "--task", str(JOSTLE)) == 0
    said = capsys.readouterr().out
    assert "Robot 2 (bad.py): " in said and "line 2" in said.lower()


def test_the_time_limit_ends_all(program, capsys: pytest.CaptureFixture[str]) -> None:
    endless = program("endless.py", "from time import sleep_ms\nwhile True:\n    sleep_ms(10)\n")
    short = program("short.py", WAIT.format(name="short", ms=100))
    assert sim(short, endless, "--task", str(JOSTLE)) == 0
    assert "Robot 2 (endless.py): it ran until the time was up, 8.00 s after power-on." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("count", "told"), [(5, "5 programs"), (3, "places for 2 robots, not for 3")], ids=["too many", "no start"]
)
def test_more_robots_than_there_is_room_for(program, capsys: pytest.CaptureFixture[str], count: int, told: str) -> None:
    programs = [program(f"{i}.py", WAIT.format(name=i, ms=20)) for i in range(count)]
    assert sim(*programs, "--task", str(JOSTLE)) == 2
    error = capsys.readouterr().err
    assert told in error and "Traceback" not in error and error.count("\n") == 1


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_a_rival_that_hangs_or_spins_ends_alone(
    program, capsys: pytest.CaptureFixture[str], runtime: str, node: Path
) -> None:
    spins = program("spins.py", "x = 0\nwhile True:\n    x += 1\n")
    good = program("good.py", WAIT.format(name="good", ms=400))
    assert sim(good, spins, "--task", str(JOSTLE), "--runtime", runtime) == 0
    assert "Robot 2 (spins.py): its program was stuck in a loop" in capsys.readouterr().out


@pytest.fixture
def yard(tmp_path: Path):
    """The task with another second start, or other lines at its world's end."""

    def task(start: str, more: str = "") -> str:
        folder = tmp_path / "yard"
        shutil.copytree(JOSTLE, folder)
        world = folder / "worlds" / "yard.toml"
        text = world.read_text(encoding="utf-8").replace("x_mm = 1300\ny_mm = 620\nheading_deg = 180", start, 1)
        world.write_text(text + more, encoding="utf-8")
        return str(folder)

    return task


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("x_mm = 1560\ny_mm = 620\nheading_deg = 180", ["`right`", "`east`", "[C"]),
        ("x_mm = 330\ny_mm = 620\nheading_deg = 180", ["`left` and `right`", "[C145]"]),
    ],
)
def test_no_robot_starts_in_a_wall_or_in_another(
    program, yard, capsys: pytest.CaptureFixture[str], start: str, words: list[str]
) -> None:
    one = program("one.py", WAIT.format(name="one", ms=100))
    assert sim(one, one, "--task", yard(start)) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and all(word in said for word in words), said


def test_the_referee_may_end_a_run_before_all_have_begun(node: Path) -> None:
    task = find_task("line-sprint")
    conditions = Conditions(task, find_variant(task, "oval"), 7)
    programs = [Program(f"{name}.py", {"main.py": WAIT.format(name=name, ms=500)}) for name in "abc"]
    scenes = scenes_for(conditions, 3)
    trace = TraceWriter(trace_header(programs[0], conditions, scenes[0], [*zip(programs[1:], scenes[1:], strict=True)]))
    outcomes = drive_together(programs, conditions, scenes, trace, lambda *_: "out_of_field")
    assert [(outcome.ended, outcome.t_us) for outcome in outcomes] == [("out_of_field", 0)] * 3
