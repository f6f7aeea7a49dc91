"""Drawn runs of line-sprint, one folder each: `run.toml` says how the robot moves, `expected.toml` what the judge says.

The folder's name begins with the verdict.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from marshrut.simulator.judge import Judgement, judge
from marshrut.simulator.program import load_program
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.tasks import Task, find_variant

from .medians import medians, well_apart

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("line-sprint/*/run.toml"))


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_drawn_run_is_judged_as_expected(folder: Path, draw: Callable[..., Any], line_sprint: Task) -> None:
    run, expected = load(folder / "run.toml"), load(folder / "expected.toml")
    trace, said = draw(run.get("variant", "oval"), run["moves"], run.get("end", {"kind": "program_end"}))

    judgement = judge(line_sprint, trace)

    assert judgement.ended == expected["ended"]
    assert judgement.verdict == expected["verdict"] == folder.name.partition("-")[0]
    assert judgement.points == expected["points"]
    assert judgement.max_points == 100
    if said:
        assert said == judgement.ended, "the live referee and the later judge disagree"
    for name, wanted in expected.get("measures", {}).items():
        low, high = wanted if isinstance(wanted, list) else (wanted, wanted)
        assert low <= judgement.measures[name] <= high, name
    if "no_measures" in expected:
        assert [judgement.measures[name] for name in expected["no_measures"]] == [None] * len(expected["no_measures"])
    assert [check.id for check in judgement.checks if not check.passed] == expected.get("missed", [])
    assert [mark.kind for mark in judgement.marks] == [*expected.get("marks", []), "end"]
    if "missed_messages" in expected:
        assert [c.message_id for c in judgement.checks if not c.passed] == expected["missed_messages"]
    by_id = {check.id: check for check in judgement.checks}
    for check_id, (x, y) in expected.get("places", {}).items():
        assert abs(by_id[check_id].x_mm - x) <= 2 and abs(by_id[check_id].y_mm - y) <= 2
    assert_all_cites_rules(judgement, line_sprint, trace.events[-1][0] // 1000)


def assert_all_cites_rules(judgement: Judgement, task: Task, last_ms: int) -> None:
    rules = {rule.id for rule in task.rules}
    for cited in (*judgement.checks, *judgement.marks):
        assert cited.rule in rules or (cited.rule == "" and getattr(cited, "kind", "") == "end")
        assert 0 <= cited.t_ms <= last_ms
    total = 0
    for check in judgement.checks:
        assert 0 <= check.points <= check.max
        total += check.points
    assert total == judgement.points


@pytest.mark.sample(2)
@pytest.mark.parametrize("number", range(1, 31))
def test_the_reference_finishes_in_every_round(line_sprint: Task, number: int) -> None:
    program = load_program(line_sprint.folder / "programs" / "goal" / "reference.py")
    drawn = find_variant(line_sprint, "round")
    run = run_program(program, Conditions(line_sprint, drawn, 60 + number, round_seed=number))
    assert (run.judgement.ended, run.judgement.points) == ("goal", 100), run.outcome.fault
    assert 4000 <= run.judgement.measures["lap_mm"] <= 6000


@pytest.mark.slow
@pytest.mark.parametrize("runtime", ["cpython", pytest.param("micropython", marks=pytest.mark.rare)])
def test_the_better_program_earns_more(line_sprint: Task, runtime: str, node: object) -> None:
    """In the median, by at least 15 % of all points: reference, middling, starter, and one that does nothing."""
    names = ("reference", "middling", "starter", "empty")
    points = medians(line_sprint, names, line_sprint.variants, range(20, 24), runtime)
    assert well_apart(points, 100), points
