"""Worlds drawn for a round: who may ask for which, what a record says of it, and what a task file may not say."""

import hashlib
import json
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.simulator.generators import generate
from marshrut.simulator.judge import JudgeError, judge
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, nominal_scene, run_program
from marshrut.simulator.tasks import Task, TaskError, find_task, load_task, task_ids
from marshrut.simulator.tasks.rounds import FIRST_ROUND, world_of
from marshrut.simulator.toml_file import NamedText
from marshrut.simulator.trace import Trace

TASK = """
id = "hall"
version = 1
robot = "esp32-rover"
title = { ru = "Зал", kk = "Зал", en = "Hall" }
summary = { ru = "Зал.", kk = "Зал.", en = "Hall." }
limits = { time_limit_ms = 2_000 }

[[variants]]
id = "drawn"
title = { ru = "Новый", kk = "Жаңа", en = "New" }
draw = { kind = "maze", across = 5, along = 4, way_cells = 9 }
start = "start"

[[variants]]
id = "known"
title = { ru = "Тот же", kk = "Сол", en = "Same" }
world = "worlds/known.toml"
start = "start"
"""
DRAW = 'draw = { kind = "maze", across = 5, along = 4, way_cells = 9 }'
WAIT = Program("wait.py", {"main.py": "from time import sleep_ms\nsleep_ms(100)\n"})


def written(folder: Path, text: str = TASK) -> Path:
    for name in ("worlds", "text"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "task.toml").write_text(text, encoding="utf-8")
    (folder / "worlds" / "known.toml").write_text(generate("maze", 4, {}), encoding="utf-8")
    for lang in LANGUAGES:
        (folder / "text" / f"{lang}.md").write_text("# …\n", encoding="utf-8")
    return folder


@pytest.fixture
def task(tmp_path: Path) -> Task:
    return load_task(written(tmp_path))


def walls(task: Task, round_seed: int, seed: int = 7) -> object:
    return nominal_scene(Conditions(task, task.variants[0], seed, round_seed=round_seed)).mat.walls


def test_a_round_has_one_world_whatever_the_seed_of_the_run(task: Task) -> None:
    assert walls(task, 3) == walls(task, 3, seed=8) != walls(task, 4)
    assert nominal_scene(Conditions(task, task.variants[0], 7)).mat.walls == walls(task, FIRST_ROUND)


def test_the_round_is_in_the_trace_and_in_the_result(task: Task, tmp_path: Path) -> None:
    program = tmp_path / "wait.py"
    program.write_text(WAIT.main, encoding="utf-8")
    out = tmp_path / "out"
    arguments = ["sim", str(program), "--task", str(tmp_path), "--round", "12", "--out", str(out), "--lang", "en"]
    assert cli.run(arguments) == 0
    result = json.loads((out / "result.json").read_text(encoding="utf-8"))
    assert result["draw"] == {"kind": "maze", "round": 12}
    header = json.loads((out / "trace.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert header["draw"] == {"kind": "maze", "round": 12}
    assert "New, round 12" in (out / "replay.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_run_is_judged_in_the_world_of_its_round(
    task: Task, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = run_program(WAIT, Conditions(task, task.variants[0], 7, round_seed=5))
    run.trace.write(tmp_path / "trace.jsonl")
    assert cli.run(["task", "judge", str(tmp_path / "trace.jsonl"), "--task", str(tmp_path), "--lang", lang]) == 0
    assert "5" in capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize(
    "draw", [{"kind": "maze", "round": 6}, {"kind": "track", "round": 5}, {"kind": "maze", "round": "5"}, None, 5]
)
def test_a_record_that_names_another_round_is_refused(task: Task, draw: object) -> None:
    run = run_program(WAIT, Conditions(task, task.variants[0], 7, round_seed=5))
    with pytest.raises(JudgeError, match="J28"):
        judge(task, Trace(run.trace.header | {"draw": draw}, run.trace.lines))


def test_a_draw_is_refused_where_the_world_is_a_file(task: Task) -> None:
    run = run_program(WAIT, Conditions(task, task.variants[1], 7))
    assert "draw" not in run.trace.header
    with pytest.raises(JudgeError, match="J21"):
        judge(task, Trace(run.trace.header | {"draw": {"kind": "maze", "round": 4}}, run.trace.lines))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_round_of_a_world_that_is_a_file_is_refused(
    task: Task, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "wait.py"
    program.write_text(WAIT.main, encoding="utf-8")
    known = ["--task", str(tmp_path), "--variant", "known", "--round", "2", "--lang", lang]
    for arguments in (["sim", str(program), *known], ["world", "draw", f"{tmp_path}:known:2", "--lang", lang]):
        assert cli.run(arguments) == 2
        said = capsys.readouterr().err
        assert said.count("\n") == 1 and "known" in said and "C153" in said


def test_world_commands_see_a_round(task: Task, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawn = {number: tmp_path / f"{number}.svg" for number in (1, 2)}
    for number, path in drawn.items():
        assert cli.run(["world", "draw", f"{tmp_path}:drawn:{number}", "--out", str(path), "--lang", "en"]) == 0
        assert cli.run(["world", "check", f"{tmp_path}:drawn:{number}", "--lang", "en"]) == 0
        assert f"Maze {number}" in capsys.readouterr().out
    assert len({path.read_text(encoding="utf-8") for path in drawn.values()}) == 2
    assert cli.run(["world", "print", f"{tmp_path}:drawn:2", "--out", str(tmp_path / "2.pdf"), "--lang", "en"]) == 0
    assert cli.run(["world", "check", f"{tmp_path}:drawn", "--lang", "en"]) == 0
    assert f"Maze {FIRST_ROUND}" in capsys.readouterr().out


# The first 16 digits of round 7 of every drawn variant: who has announced a number must find the same world behind it.
PINNED = {
    "kegelring:round": "1b3306f3d7797744",
    "labyrinth:round": "247dd4ca231f16aa",
    "labyrinth:long-round": "14bb6033ab18627f",
    "line-sprint:round": "6dde97f27377d3b2",
    "sumo-15:round": "0b578e92ffd02291",
}


def test_the_rounds_of_the_catalogue_stay_what_they_are() -> None:
    digests = {}
    for task in map(find_task, task_ids()):
        for variant in task.variants:
            world = world_of(task, variant, 7)
            if isinstance(world, NamedText):
                digests[f"{task.id}:{variant.id}"] = hashlib.sha256(world.text.encode()).hexdigest()[:16]
    assert digests == PINNED


def test_a_task_tells_what_is_drawn(task: Task, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["task", "explain", str(tmp_path), "--lang", "en"]) == 0
    assert "“New” is drawn for each round" in capsys.readouterr().out
    assert cli.run(["task", "check", str(tmp_path), "--lang", "en"]) == 0


FAULTS = [
    ("across = 5", "acros = 5", "There is no key `variants[drawn].draw.acros` here. Did you mean `across`?"),
    ("across = 5", "pins = 5", "There is no key `variants[drawn].draw.pins` here; there are: across, along, "),
    ("across = 5", "across = 99", "`variants[drawn].draw.across` must be at most 24; it says 99."),
    ("across = 5", "across = 1", "`variants[drawn].draw.across` must be at least 2; it says 1."),
    ("across = 5", 'across = "5"', "`variants[drawn].draw.across` must be a whole number"),
    ('kind = "maze"', 'kind = "mase"', "`variants[drawn].draw.kind` cannot be `mase`. Did you mean `maze`?"),
    ("way_cells = 9", "way_cells = 90", "There is no such world: the way has at most"),
    (DRAW, "", "The key `variants[drawn].world` is missing."),
    (DRAW, f'{DRAW}\nworld = "worlds/known.toml"', "`variants[drawn].draw`: the variant has a `world` of its own"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS, ids=[new or "missing" for _, new, _ in FAULTS])
def test_a_faulty_draw_is_told(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(TaskError) as caught:
        load_task(written(tmp_path, TASK.replace(old, new, 1)))
    assert sentence in str(caught.value) and "task.toml:" in str(caught.value)
    assert caught.value.others == ()
