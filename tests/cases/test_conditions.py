"""Every kind of condition that needs no course: a drawn run in which it comes about, and one in which it does not."""

import typing
from pathlib import Path

import pytest
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.tasks.conditions import WATCHED_KINDS, Watched

from .stage import Step, judged, task_with

IN_GOAL = (2.0, "robot", 1100, 500)
NEAR_GOAL = (2.0, "robot", 860, 500)  # its front, 85 mm ahead of the axle, is over it

# The condition, a run in which it comes about, the second when that is seen, and a run in which it does not.
CASES: list[tuple[str, list[Step], float, list[Step]]] = [
    ('kind = "left_field"', [(2.0, "robot", 1501, 500)], 2.0, [(2.0, "robot", 1499, 500)]),
    ('kind = "moved_early"', [(0.5, "robot", 206, 500)], 0.5, [(0.5, "robot", 204, 500)]),
    ('kind = "moved_early", delay_ms = 3000', [(3.9, "robot", 300, 500)], 3.9, [(4.1, "robot", 300, 500)]),
    ('kind = "idle", limit_ms = 4000', [], 5.02, [(4.0, "robot", 300, 500), (8.0, "robot", 400, 500)]),
    ('kind = "inside", zone = "goal", part = "any"', [NEAR_GOAL], 2.0, [(2.0, "robot", 800, 500)]),
    ('kind = "inside", zone = "goal", part = "axle"', [(2.0, "robot", 901, 500)], 2.0, [NEAR_GOAL]),
    ('kind = "inside", zone = "goal", part = "all"', [IN_GOAL], 2.0, [(2.0, "robot", 940, 500)]),
    ('kind = "outside", zone = "home", limit_ms = 3000', [IN_GOAL], 5.02, [IN_GOAL, (4.5, "robot", 200, 500)]),
    ('kind = "stopped_in", zone = "goal", part = "all", for_ms = 2000', [IN_GOAL], 4.02,
     [IN_GOAL, (3.5, "robot", 1100, 590), (5.0, "robot", 800, 500)]),
    ('kind = "touched", what = "walls"', [(2.0, "event", "wall", "left")], 2.0, [(2.0, "event", "object", "crate")]),
    ('kind = "touched", what = "objects", objects = "pin"', [(2.0, "event", "object", "pin-2")], 2.0,
     [(2.0, "event", "object", "crate")]),
    ('kind = "touched", what = "robots"', [(2.0, "event", "robot", "2")], 2.0, [(2.0, "event", "wall", "left")]),
    ('kind = "passed_side", post = "crate", side = "left", heading_deg = 0',
     [(2.0, "robot", 590, 640), (2.02, "robot", 610, 640)], 2.02,
     [(2.0, "robot", 590, 360), (2.02, "robot", 610, 360)]),
    ('kind = "way", first = "home", last = "goal", percent = 40', [(2.0, "robot", 400, 500), (2.1, "robot", 600, 500)],
     2.1, [(2.0, "robot", 600, 500), (3.0, "robot", 1100, 500)]),
    ('kind = "object_out", objects = "crate", zone = "ring"', [(2.0, "object", "crate", 100, 500)], 2.0,
     [(2.0, "object", "crate", 120, 500)]),
    ('kind = "object_in", objects = "crate", zone = "goal", part = "any"', [(2.0, "object", "crate", 861, 500)], 2.0,
     [(2.0, "object", "crate", 859, 500)]),
    ('kind = "object_in", objects = "crate", zone = "goal", part = "all"', [(2.0, "object", "crate", 941, 500)], 2.0,
     [(2.0, "object", "crate", 939, 500)]),
    ('kind = "object_in", objects = "crate", zone = "goal", part = "all", released = true',
     [(2.0, "robot", 1000, 500), (2.0, "object", "crate", 1000, 500), (3.0, "robot", 700, 500)], 3.0,
     [(2.0, "robot", 1000, 500), (2.0, "object", "crate", 1000, 500)]),
    ('kind = "object_moved", objects = "crate", beyond_mm = 50', [(2.0, "object", "crate", 651, 500)], 2.0,
     [(2.0, "object", "crate", 649, 500)]),
    ('kind = "object_fallen", objects = "pin-1"', [(2.0, "object", "pin-1", 600, 300, True)], 2.0,
     [(2.0, "object", "pin-1", 700, 300, False), (2.0, "object", "pin-2", 600, 700, True)]),
    ('kind = "called"', [(2.0, "event", "call", "DR-1")], 2.0, [(2.0, "event", "call", "DR-2")]),
]  # fmt: skip
OF_RIVALS: list[tuple[str, list[Step], float, list[Step]]] = [
    ('kind = "rival_outside", zone = "ring", part = "axle"', [(2.0, "rival", 1351, 500)], 2.0,
     [(2.0, "rival", 1349, 500)]),
    ('kind = "rival_outside", zone = "ring", part = "any"', [(2.0, "rival", 1340, 500)], 2.0,
     [(2.0, "rival", 1250, 500)]),
    ('kind = "rival_moved_early", delay_ms = 2000', [(2.9, "rival", 1200, 500)], 2.9, [(3.1, "rival", 1200, 500)]),
    ('kind = "caught", gap_mm = 20', [(2.0, "robot", 1111, 500)], 2.0, [(2.0, "robot", 1109, 500)]),
    ('kind = "nearer", zone = "ring"', [(2.0, "robot", 300, 500)], 20.0, [(2.0, "rival", 1299, 500)]),
]  # fmt: skip
# In the runs about robots' places, the rival's outline begins 85 mm ahead of its axle, like the robot's own.


def name(case: tuple[str, list[Step], float, list[Step]]) -> str:
    return case[0].replace('"', "").replace("kind = ", "")


def test_every_kind_has_its_runs() -> None:
    told = [case[0].split('"')[1] for case in (*CASES, *OF_RIVALS)]
    told.append("scored")  # tests/cases/test_scored.py
    assert set(told) == set(WATCHED_KINDS) and len(typing.get_args(Watched)) == len(WATCHED_KINDS)


@pytest.mark.parametrize("case", CASES, ids=name)
def test_it_comes_about_and_not(case: tuple[str, list[Step], float, list[Step]], tmp_path: Path) -> None:
    when, so, at_s, not_so = case
    rules = f'[[checks]]\nid = "it"\nrule = "DR-1"\npoints = 5\nwhen = {{ {when} }}\n'
    task = task_with(tmp_path, 'goal = ["it"]\n' + rules)
    reached, missed = judged(task, so, 12.0), judged(task, not_so, 12.0, end="program_error")
    check, other = reached.checks[0], missed.checks[0]
    assert (check.passed, check.points, check.t_ms, check.rule) == (True, 5, round(at_s * 1000), "DR-1")
    assert (reached.ended, reached.verdict) == ("goal", "pass")
    assert (other.passed, other.points, missed.verdict) == (False, 0, "fail")
    for lang in LANGUAGES:
        for result in (check, other):
            assert "{" not in say(lang, result.message_id, **result.params)


@pytest.mark.parametrize("case", CASES, ids=name)
@pytest.mark.parametrize("outcome", ["fail", "zero", "max_time", "void", "disqualified"])
@pytest.mark.sample(6)
def test_it_ends_an_attempt_as_the_rule_says(
    case: tuple[str, list[Step], float, list[Step]], outcome: str, tmp_path: Path
) -> None:
    when, so, at_s, not_so = case
    task = task_with(
        tmp_path,
        'goal = ["never"]\n'
        f'[[conduct]]\nid = "it"\nrule = "DR-1"\nverdict = "{outcome}"\nwhen = {{ {when} }}\n'
        '[[checks]]\nid = "home"\nrule = "DR-1"\npoints = 7\nwhen = { kind = "inside", zone = "home", part = "axle" }\n'
        '[[checks]]\nid = "never"\nrule = "DR-1"\npoints = 3\nwhen = { kind = "object_fallen", objects = "pin-2" }\n',
    )
    broken, kept = judged(task, so, 12.0), judged(task, not_so, 12.0, end="program_error")
    verdict = outcome if outcome in ("void", "disqualified") else "fail"
    result = next(check for check in broken.checks if check.id == "it")
    assert (broken.verdict, broken.points) == (verdict, 7 if outcome in ("fail", "max_time") else 0)
    assert (result.passed, result.t_ms) == (False, round(at_s * 1000))
    assert broken.measures.get("total_ms") == (20_000 if outcome == "max_time" else None)
    assert broken.marks[-1].rule == "DR-1"
    assert kept.ended in ("program_error", "goal") and next(check for check in kept.checks if check.id == "it").passed
    for lang in LANGUAGES:
        assert say(lang, broken.marks[-1].message_id, **broken.marks[-1].params)


@pytest.mark.parametrize("case", OF_RIVALS, ids=name)
def test_a_bout_is_won_and_lost_by_it(case: tuple[str, list[Step], float, list[Step]], tmp_path: Path) -> None:
    when, so, at_s, not_so = case
    rules = f'[[checks]]\nid = "it"\nrule = "DR-1"\npoints = 5\nwhen = {{ {when} }}\n'
    task = task_with(tmp_path, '[bout]\nwon_by = ["it"]\n' + rules)
    won, other = judged(task, so, 20.0), judged(task, not_so, 20.0 if "nearer" in when else 4.0)
    check = won.checks[0]
    if when.startswith('kind = "caught"'):  # each has caught the other
        assert (won.verdict, won.ended, won.points) == ("fail", "draw", 0)
    else:
        assert (won.verdict, won.ended, won.points) == ("pass", "goal", 5)
        lost = judged(task, [mirrored(step) for step in so], 20.0)
        assert (lost.verdict, lost.ended, lost.points) == ("fail", "beaten", 0)
    assert (check.passed, check.t_ms) == (True, round(at_s * 1000))
    assert (other.verdict, other.checks[0].passed) == ("fail", False)
    for lang in LANGUAGES:
        for judgement in (won, other):
            assert say(lang, judgement.marks[-1].message_id, **judgement.marks[-1].params)


def mirrored(step: Step) -> Step:
    """The same from the other robot's side."""
    s, who, x, y = step
    return s, {"robot": "rival", "rival": "robot"}[who], 1500 - x, y
