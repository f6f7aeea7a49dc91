"""Runs through mazes: drawn ones, cell by cell, and what the judge says of them; and the task's programs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.host_tools.sim import files
from marshrut.simulator.generators import generate
from marshrut.simulator.judge import CourseError, Judgement, Referee, judge
from marshrut.simulator.program import load_program
from marshrut.simulator.run import Conditions, Run, nominal_scene, run_program
from marshrut.simulator.scene import Scene
from marshrut.simulator.scene.model import Wall, Zone
from marshrut.simulator.tasks import find_task, find_variant
from marshrut.simulator.tasks.model import Check
from marshrut.simulator.trace import STATE_PERIOD_US, Trace, TraceWriter, state_fields

from .conftest import header_of
from .medians import medians, well_apart

TASK = find_task("labyrinth")
SMALL = find_variant(TASK, "small")
SCENE = nominal_scene(Conditions(TASK, SMALL, seed=1))
CELL, MARGIN = 300.0, 100.0  # mm
PRESS_S = 3.0

Cell = tuple[int, int]
# From the start to the finish of "small", and the cells of a dead end before that: worlds/small.toml.
OUT: list[Cell] = [(0, 0), (1, 0), (1, 1), (1, 2), (2, 2), (2, 1), (2, 0), (3, 0)]
DEAD_END: Cell = (0, 1)


def drawn(cells: Iterable[Cell], touch_s: Sequence[float] = (), rest_s: float = 1.0, end: str = "program_end") -> Trace:
    """The robot stands in the middle of each cell for a second, from the press of the button on."""
    referee = Referee(TASK, SCENE)
    writer = TraceWriter(header_of(TASK, SMALL, SCENE), referee)
    places = [OUT[0], *cells]
    touches = sorted(touch_s)
    t_us, said = 0, ""
    until_us = round((PRESS_S + len(places) - 1 + rest_s) * 1e6)
    while t_us <= until_us and not said:
        at = min(max(0, int(t_us / 1e6 - PRESS_S + 1)), len(places) - 1)
        x, y = (MARGIN + (part + 0.5) * CELL for part in places[at])
        moving = 300_000 if t_us / 1e6 < PRESS_S + len(places) - 1 and t_us / 1e6 > PRESS_S else 0
        state = (round(x * 1000), round(y * 1000), 0, moving)
        state += (0,) * (len(state_fields(5)) - len(state))
        writer.state(t_us, 0, state)
        while touches and touches[0] * 1e6 <= t_us:
            touches.pop(0)
            writer.event(t_us, 0, "wall", 0, "wall-1")
        said = referee.see(t_us, state)
        t_us += STATE_PERIOD_US
    writer.event(t_us - STATE_PERIOD_US, 0, said or end)
    return Trace.of(writer)


def judged(*drawing: object, **how: object) -> Judgement:
    return judge(TASK, drawn(*drawing, **how))  # type: ignore[arg-type]


def passed(judgement: Judgement) -> set[str]:
    return {check.id for check in judgement.checks if check.max and check.passed}


def test_the_rules_are_whole() -> None:
    assert sum(check.points for check in TASK.checks) == 100
    cited = {check.rule for check in TASK.checks} | {rule.rule for rule in (*TASK.conduct, *TASK.penalties)}
    cited |= {TASK.limits.rule, TASK.robot_limits.rule if TASK.robot_limits else ""}
    # LB-1 and LB-3 say what the field is, LB-10 how runs rank.
    assert {rule.id for rule in TASK.rules} - cited == {"LB-1", "LB-3", "LB-10"}
    assert all(rule.origin for rule in TASK.rules if rule.source == "regulation")
    for lang in ("ru", "kk", "en"):
        text = (TASK.folder / "text" / f"{lang}.md").read_text(encoding="utf-8")
        assert all(part in text for part in ("300", "250", "100 ", "20 ", "10 ", "12 "))


@pytest.mark.parametrize(
    ("cells", "points"),
    [([], 0), ([(1, 0)], 20), (OUT[1:3], 30), (OUT[1:4], 30), (OUT[1:5], 40), (OUT[1:7], 50), (OUT[1:8], 60)],
)
def test_points_grow_with_the_cells_passed(cells: list[Cell], points: int) -> None:
    judgement = judged(cells)
    assert (judgement.points, judgement.max_points, judgement.verdict) == (points, 100, "fail")


def test_out_and_back_is_the_goal() -> None:
    whole = judged([*OUT[1:], *OUT[-2::-1]])
    assert (whole.ended, whole.verdict, whole.points) == ("goal", "pass", 100)
    # It stands in the start cell from the 14th second on; half a second of rest there is part of the time.
    assert whole.measures["time_ms"] == 14_500
    assert whole.measures["total_ms"] == whole.measures["time_ms"] and whole.measures["penalty_ms"] == 0


def test_having_come_is_no_way_back() -> None:
    """Whoever turns round before the finish has passed the cells that lie before it, and nothing of the way back."""
    turned = judged([*OUT[1:7], *OUT[5::-1]])
    assert passed(turned) == {"first-cell", "quarter", "half", "three-quarters"}
    home = next(check for check in turned.checks if check.id == "home")
    assert (home.passed, home.message_id, home.params) == (
        False,
        "judge-not-yet",
        {"checks": "finish", "rules": "LB-2"},
    )
    again = judged([*OUT[1:8], *OUT[6:3:-1]])
    assert passed(again) == {"first-cell", "quarter", "half", "three-quarters", "finish"}
    half = judged([*OUT[1:8], *OUT[6:2:-1]])
    assert passed(half) - passed(again) == {"half-back"}


def test_a_dead_end_costs_time_and_no_points() -> None:
    assert SCENE.mat.zones, "the maze has its two zones"
    detour = judged([*OUT[1:4], (0, 2), DEAD_END, (0, 2), *OUT[3:]])
    assert passed(detour) == passed(judged(OUT[1:]))
    assert (detour.measures["scored_ms"] or 0) - (judged(OUT[1:]).measures["scored_ms"] or 0) == 4000


def test_each_touch_costs_ten_seconds() -> None:
    home = [*OUT[1:], *OUT[-2::-1]]
    clean, touched = judged(home), judged(home, [5.0, 7.0, 7.5])
    assert (touched.verdict, touched.points) == ("pass", 100)
    assert touched.measures["time_ms"] == clean.measures["time_ms"]
    assert (touched.measures["total_ms"] or 0) - (clean.measures["total_ms"] or 0) == 30_000
    fines = [check for check in touched.checks if check.rule == "LB-7"]
    assert [(check.t_ms, check.passed) for check in fines] == [(5000, False), (7000, False), (7500, False)]


@pytest.mark.parametrize(("lang", "told"), [("en", "34.50 s"), ("ru", "34,50 с"), ("kk", "34,50 с")])
def test_the_terminal_tells_the_time_with_its_penalties(
    lang: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trace = tmp_path / "trace.jsonl"
    drawn([*OUT[1:], *OUT[-2::-1]], [5.0, 7.0]).write(trace)
    assert cli.run(["task", "judge", str(trace), "--lang", lang]) == 0
    assert told in capsys.readouterr().out.splitlines()[1]


def test_the_page_tells_what_each_touch_costs() -> None:
    touched = judged([*OUT[1:], *OUT[-2::-1]], [5.0])
    told = [files._cost({"id": check.id, "passed": check.passed}, TASK) for check in touched.checks]
    assert [cost["cost"] for cost in told if cost] == [{"ru": "+10 с", "kk": "+10 с", "en": "+10 s"}]


def test_twenty_seconds_of_rest_disqualify() -> None:
    idle = judged(OUT[1:3], rest_s=30.0)
    assert (idle.ended, idle.verdict, idle.points) == ("idle", "disqualified", 0)
    rested = judged(OUT[1:3], rest_s=18.0)
    assert (rested.ended, rested.points) == ("program_end", 30)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"first": "bgein"}, "no zone `bgein`"),
        ({"last": "begin"}, "no way leads from the zone `begin`"),
    ],
)
def test_a_way_that_the_world_lacks_is_refused(change: dict[str, str], message: str) -> None:
    with pytest.raises(CourseError, match=message):
        Referee(TASK.model_copy(update={"checks": (way(**change),)}), SCENE)


def test_a_way_that_is_walled_up_or_has_no_cells_is_refused() -> None:
    shut = Wall("shut", MARGIN + CELL, MARGIN, MARGIN + CELL, MARGIN + 3 * CELL, 100.0)
    with pytest.raises(CourseError, match="C156"):
        Referee(TASK, with_mat(walls=(*SCENE.mat.walls, shut)))
    oblong = tuple(
        replace(zone, points=((100, 100), (400, 100), (400, 300), (100, 300))) if zone.id == "begin" else zone
        for zone in SCENE.mat.zones
    )
    with pytest.raises(CourseError, match="`begin` is no square"):
        Referee(TASK, with_mat(zones=oblong))


def with_mat(**change: tuple[Wall, ...] | tuple[Zone, ...]) -> Scene:
    return replace(SCENE, mat=replace(SCENE.mat, **change))  # type: ignore[arg-type]


def way(**change: str) -> Check:
    first = TASK.checks[0]
    return first.model_copy(update={"when": first.when.model_copy(update=change)})


@pytest.mark.sample(1)
@pytest.mark.parametrize("rounds", [range(begin, begin + 40) for begin in (0, 40, 80, 2**31 - 41)], ids=str)
@pytest.mark.parametrize("variant", ["round", "long-round"])
def test_every_round_has_a_maze_with_a_way_of_the_same_length(variant: str, rounds: range) -> None:
    chosen = find_variant(TASK, variant)
    assert chosen.draw is not None
    walls = set()
    for number in rounds:
        scene = nominal_scene(Conditions(TASK, chosen, seed=1, round_seed=number))
        watch = Referee(TASK, scene).watches["quarter"]
        assert watch.missing("")["count"] == chosen.draw.numbers["way_cells"]
        walls.add(scene.mat.walls)
    assert len(walls) == len(rounds), "another maze in each round"


def test_the_mazes_for_training_are_drawn_by_the_generator() -> None:
    for name in ("small", "medium", "large"):
        text = (TASK.folder / "worlds" / f"{name}.toml").read_text(encoding="utf-8")
        words = text.splitlines()[0].split(" --")[1:]
        numbers = {word.split()[0].replace("-", "_"): int(word.split()[1]) for word in words}
        assert generate("maze", numbers.pop("seed"), numbers) == text


PROGRAMS = sorted((TASK.folder / "programs").glob("*/*.py"))
LONG = "time_limit"  # five simulated minutes


def ends_as_its_folder_says(path: Path, variant: str, runtime: str) -> Run:
    conditions = Conditions(TASK, find_variant(TASK, variant), seed=3, runtime=runtime, round_seed=11)
    run = run_program(load_program(path), conditions)
    assert run.judgement.ended == path.parent.name, run.outcome.fault
    return run


@pytest.mark.sample(3)
@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
@pytest.mark.parametrize("path", [path for path in PROGRAMS if path.parent.name != LONG], ids=lambda path: path.stem)
def test_a_program_ends_as_its_folder_says(path: Path, runtime: str, node: object) -> None:
    ends_as_its_folder_says(path, "small", runtime)


@pytest.mark.slow
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_it_does_so_in_a_round_on_both_runners_alike(path: Path, node: object) -> None:
    one, other = (ends_as_its_folder_says(path, "round", runtime) for runtime in ("cpython", "micropython"))
    assert one.trace.sha256 == other.trace.sha256


def test_who_looks_at_no_wall_touches_some() -> None:
    program = load_program(TASK.folder / "programs" / "program_end" / "touches.py")
    run = run_program(program, Conditions(TASK, SMALL, seed=3))
    assert (run.judgement.measures["penalty_ms"] or 0) >= 10_000


@pytest.mark.slow
@pytest.mark.parametrize("runtime", ["cpython", pytest.param("micropython", marks=pytest.mark.rare)])
def test_the_better_program_earns_more(runtime: str, node: object) -> None:
    """In the median over rounds, by at least 15 % of all points: reference, middling, starter, and one that does
    nothing."""
    variants = [find_variant(TASK, "round")]
    points = medians(TASK, ("reference", "middling", "starter", "nothing"), variants, range(9), runtime)
    assert well_apart(points, 100), points


def test_the_report_tells_what_each_touch_costs_and_where_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = find_task("labyrinth").folder / "programs" / "program_end" / "touches.py"
    assert cli.run(["sim", str(program), "--task", "labyrinth", "--lang", "ru", "--out", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert cli.run(["task", "judge", str(tmp_path / "trace.jsonl"), "--lang", "ru"]) == 0
    again = capsys.readouterr().out
    for said in (told, again):
        assert "штрафы +30,00 с" in said
        assert "Столкновение со стеной: 3 раза" in said
        fines = re.findall(r"✗  \+10 с  LB-7  Робот задел стену .* · x \d+, y \d+ мм\n", said)
        assert len(fines) == 3
        assert "середина оси робота" in said
