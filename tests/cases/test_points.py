"""The arithmetic of points on drawn runs: penalties, order, groups, attempts, bounds and the factor."""

from pathlib import Path

import pytest
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.tasks import TaskError

from .stage import Step, judged, task_with

NEVER = '[[checks]]\nid = "never"\nrule = "DR-1"\npoints = 100\nwhen = { kind = "object_fallen", objects = "pin-2" }\n'
GOAL = 'goal = ["never"]\n'


def check(name: str, when: str, more: str = "", points: int = 10) -> str:
    return f'[[checks]]\nid = "{name}"\nrule = "DR-1"\npoints = {points}\nwhen = {{ {when} }}\n{more}\n'


def penalty(cost: str) -> str:
    return f'[[penalties]]\nid = "touch"\nrule = "DR-1"\n{cost}\nwhen = {{ kind = "touched", what = "walls" }}\n'


IN_HOME = 'kind = "inside", zone = "home", part = "axle"'
IN_GOAL = 'kind = "inside", zone = "goal", part = "axle"'
STOPS = 'kind = "stopped_in", zone = "goal", part = "all", for_ms = 1000'
CRATE_IN_GOAL = 'kind = "object_in", objects = "crate", zone = "goal", part = "any"'
TO_GOAL: Step = (2.0, "robot", 1100, 500)
TO_HOME: Step = (4.0, "robot", 200, 500)
TOUCHES: list[Step] = [(at, "event", "wall", "left") for at in (2.0, 3.0, 4.0)]


def test_a_penalty_costs_points_each_time_and_no_more_than_there_are(tmp_path: Path) -> None:
    task = task_with(tmp_path, GOAL + check("home", IN_HOME) + NEVER + penalty("points = 3"))
    once, thrice, never = (judged(task, steps, 6.0) for steps in (TOUCHES[:1], TOUCHES, []))
    assert (once.points, thrice.points, never.points) == (7, 1, 10)
    told = [(each.id, each.points, each.t_ms) for each in thrice.checks if each.id.startswith("touch")]
    assert told == [("touch/1", -3, 2000), ("touch/2", -3, 3000), ("touch/3", -3, 4000)]
    assert [(each.id, each.passed) for each in never.checks if each.id.startswith("touch")] == [("touch", True)]
    assert [mark.t_ms for mark in thrice.marks if mark.kind == "penalty"] == [2000, 3000, 4000]
    harder = task_with(tmp_path, GOAL + check("home", IN_HOME) + NEVER + penalty("points = 6"))
    assert judged(harder, TOUCHES, 6.0).points == 0


def test_a_penalty_costs_time_and_at_most_so_often(tmp_path: Path) -> None:
    task = task_with(tmp_path, 'goal = ["there"]\n' + check("there", IN_GOAL) + penalty("ms = 10000\nmost = 2"))
    steps = [*TOUCHES, (5.0, "robot", 1100, 500)]
    done = judged(task, steps, 9.0)
    assert (done.verdict, done.points) == ("pass", 10)
    assert [done.measures[each] for each in ("time_ms", "penalty_ms", "total_ms")] == [4000, 20_000, 24_000]
    assert judged(task, TOUCHES, 9.0).measures["total_ms"] is None


def test_what_comes_after_counts_from_then_on(tmp_path: Path) -> None:
    back = check("back", IN_HOME, 'after = ["there"]')
    task = task_with(tmp_path, 'goal = ["back"]\n' + check("there", IN_GOAL) + back)
    only_there, both = judged(task, [TO_GOAL], 6.0), judged(task, [TO_GOAL, TO_HOME], 6.0)
    assert only_there.points == 10 and not only_there.checks[1].passed  # it was at home before
    assert (both.points, both.verdict, both.checks[1].t_ms) == (20, "pass", 4000)
    # What is so already counts at the moment when its turn comes.
    crate = check("crate", CRATE_IN_GOAL, 'after = ["there"]')
    delivered = task_with(tmp_path, 'goal = ["crate"]\n' + check("there", IN_GOAL) + crate)
    done = judged(delivered, [(1.5, "object", "crate", 1100, 500), TO_GOAL], 6.0)
    assert (done.points, done.checks[1].t_ms) == (20, 2000)


def test_at_the_end_it_must_still_be_so(tmp_path: Path) -> None:
    task = task_with(tmp_path, 'goal = ["crate"]\n' + check("crate", CRATE_IN_GOAL, "at_end = true"))
    inside: Step = (2.0, "object", "crate", 1100, 500)
    stays, leaves = judged(task, [inside], 5.0), judged(task, [inside, (3.0, "object", "crate", 600, 500)], 5.0)
    assert (stays.ended, stays.verdict, stays.points) == ("goal", "pass", 10)
    assert (leaves.ended, leaves.verdict, leaves.points) == ("program_end", "fail", 0)
    assert judged(task, [inside], 30.0).ended == "goal"  # by the clock
    assert judged(task, [inside], 5.0, end="program_error").verdict == "fail"


def test_of_several_objects_so_many_count(tmp_path: Path) -> None:
    fallen = 'kind = "object_fallen", objects = "pin"'
    task = task_with(
        tmp_path, 'goal = ["crate"]\n' + check("crate", CRATE_IN_GOAL) + check("fallen", fallen, "most = 1")
    )
    both: list[Step] = [(2.0, "object", "pin-2", 600, 700, True), (3.0, "object", "pin-1", 600, 300, True)]
    done = judged(task, both, 5.0)
    assert (done.points, done.max_points) == (10, 20)
    assert {each.id: each.points for each in done.checks if each.max or each.passed} == {
        "crate/crate": 0, "fallen/pin-1": 0, "fallen/pin-2": 10, "time-limit": 0,
    }  # fmt: skip


def test_the_best_of_a_group_counts(tmp_path: Path) -> None:
    part = 'group = "park"'
    some = check("some", 'kind = "inside", zone = "goal", part = "any"', part, points=4)
    whole = check("whole", 'kind = "inside", zone = "goal", part = "all"', part, points=9)
    task = task_with(tmp_path, GOAL + some + whole + NEVER)
    partly, wholly = judged(task, [(2.0, "robot", 850, 500)], 5.0), judged(task, [TO_GOAL], 5.0)
    assert (partly.points, wholly.points, wholly.max_points) == (4, 9, 109)
    assert [each.points for each in wholly.checks[:2]] == [0, 9]


@pytest.mark.parametrize(("restarts", "points"), [(0, 5), (1, 3), (2, 1), (5, 1)])
def test_points_decay_by_attempt(restarts: int, points: int, tmp_path: Path) -> None:
    task = task_with(tmp_path, GOAL + check("there", IN_GOAL, "by_attempt = [5, 3, 1]") + NEVER)
    steps: list[Step] = [(1.0 + 0.1 * number, "event", "restart", "DR-1") for number in range(restarts)]
    done = judged(task, [*steps, TO_GOAL], 5.0)
    assert (done.points, done.max_points) == (points, 105)


def test_bounds_and_then_the_factor(tmp_path: Path) -> None:
    checks = check("home", IN_HOME, points=30) + check("there", IN_GOAL, points=30) + NEVER
    score = '[score]\nfloor = 5\ncap = 50\nfactor = 1.5\nfactor_if = "there"\n'
    task = task_with(tmp_path, GOAL + score + checks + penalty("points = 40"))
    assert judged(task, [], 5.0).points == 30
    assert judged(task, [TO_GOAL], 5.0).points == 75  # 60, of which 50 count, times 1.5
    assert judged(task, [TOUCHES[0]], 5.0).points == 5
    assert judged(task, [TO_GOAL], 5.0).max_points == 75


def test_both_at_once_is_a_draw(tmp_path: Path) -> None:
    out = check("out", 'kind = "rival_outside", zone = "ring", part = "axle"')
    task = task_with(tmp_path, '[bout]\nwon_by = ["out"]\n' + out)
    both: list[Step] = [(2.0, "robot", 100, 500), (2.0, "rival", 1400, 500)]
    done = judged(task, both, 5.0)
    assert (done.ended, done.verdict) == ("draw", "fail")


FAULTS = [
    (GOAL + '[bout]\nwon_by = ["never"]\n' + NEVER, "`goal` and `bout` do not go together."),
    ('[bout]\nwon_by = ["nevr"]\n' + NEVER, "`bout.won_by[1]` names `nevr`, which is not there. Did you mean `never`?"),
    (GOAL + NEVER + 'after = ["later"]\n' + check("later", IN_HOME), "`checks[never].after[1]` names `later`"),
    (GOAL + NEVER + penalty(""), "The key `penalties[touch].points` is missing."),
    (GOAL + '[score]\nfactor = 2.0\nfactor_if = "nevr"\n' + NEVER, "`score.factor_if` names `nevr`"),
    (GOAL + NEVER + check("x", 'kind = "touched", what = "walls", objects = "pin"'), "do not go together."),
    (GOAL + NEVER + penalty("points = 1") + check("touch", IN_HOME), "the name `touch` is already taken."),
]


@pytest.mark.parametrize(("rules", "sentence"), FAULTS, ids=[sentence for _, sentence in FAULTS])
def test_a_fault_is_one_sentence(rules: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(TaskError) as caught:
        task_with(tmp_path, rules)
    assert sentence in str(caught.value)


def test_what_holds_at_the_end_counts_when_the_goal_ends_it_too(tmp_path: Path) -> None:
    crate = check("crate", CRATE_IN_GOAL, "at_end = true")
    task = task_with(tmp_path, 'goal = ["there"]\n' + check("there", IN_GOAL) + crate)
    stays = judged(task, [(1.5, "object", "crate", 1100, 500), TO_GOAL], 6.0)
    assert (stays.ended, stays.points) == ("goal", 20)
    left = judged(task, [(1.2, "object", "crate", 1100, 500), (1.5, "object", "crate", 600, 500), TO_GOAL], 6.0)
    assert (left.ended, left.points) == ("goal", 10)


def test_a_penalty_that_only_the_programs_end_brings(tmp_path: Path) -> None:
    stands = 'kind = "stopped_in", zone = "goal", part = "axle", for_ms = 20000'
    fine = f'[[penalties]]\nid = "stands"\nrule = "DR-1"\npoints = 4\nwhen = {{ {stands} }}\n'
    task = task_with(tmp_path, GOAL + check("home", IN_HOME) + NEVER + fine)
    assert (judged(task, [TO_GOAL], 6.0).points, judged(task, [], 6.0).points) == (6, 10)


def test_a_penalty_about_objects_that_nobody_pays(tmp_path: Path) -> None:
    fine = '[[penalties]]\nid = "fell"\nrule = "DR-1"\npoints = 4\nwhen = { kind = "object_fallen", objects = "pin" }\n'
    task = task_with(tmp_path, GOAL + check("home", IN_HOME) + NEVER + fine)
    assert judged(task, [], 6.0).points == 10
    assert judged(task, [(2.0, "object", "pin-1", 600, 300, True)], 6.0).points == 6


@pytest.mark.parametrize(("verdict", "points"), [("fail", 20), ("zero", 0), ("void", 0), ("disqualified", 0)])
def test_a_run_that_does_not_count_has_no_floor(verdict: str, points: int, tmp_path: Path) -> None:
    wall = 'when = { kind = "touched", what = "walls" }'
    conduct = f'[[conduct]]\nid = "wall"\nrule = "DR-1"\nverdict = "{verdict}"\n{wall}\n'
    score = "[score]\nfloor = 20\n"
    task = task_with(tmp_path, GOAL + check("home", IN_HOME) + NEVER + conduct + score)
    assert judged(task, TOUCHES, 6.0).points == points


def test_a_robot_that_spins_has_not_stopped(tmp_path: Path) -> None:
    task = task_with(tmp_path, 'goal = ["stop"]\n' + check("stop", STOPS))
    spins: list[Step] = [(2.0 + 0.02 * turn, "robot", 1100, 500, 4 * turn) for turn in range(301)]
    assert judged(task, spins, 6.0).verdict == "fail"
    assert judged(task, spins[:100], 6.0).verdict == "pass"


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([TO_GOAL, (2.5, "robot", 200, 500)], "for 0.46 s at the longest; 1 s are needed"),
        ([(2.0, "robot", 880, 500)], "it stuck out by"),
        ([], "it was 615 mm away"),
        (
            [(2.0 + 0.02 * step, "robot", 1000 + step, 500) for step in range(40)] + [(2.8, "robot", 200, 500)],
            "did not stop",
        ),
    ],
    ids=["short", "out", "away", "passed"],
)
def test_why_it_did_not_stop_there(steps: list[Step], words: str, tmp_path: Path) -> None:
    task = task_with(tmp_path, 'goal = ["stop"]\n' + check("stop", STOPS))
    result = judged(task, steps, 6.0, end="program_error").checks[0]
    assert words in say("en", result.message_id, **result.params)


@pytest.mark.parametrize(
    ("step", "ended", "verdict"),
    [
        ((0.0, "event", "forbidden", ""), "forbidden", "disqualified"),
        ((0.0, "rival-event", "forbidden", ""), "goal", "pass"),
        ((3.0, "event", "crashed", ""), "crashed", "error"),
        ((3.0, "rival-event", "hung", ""), "hung", "error"),
    ],
)
def test_who_breaks_out_has_lost_a_bout_and_our_own_failure_decides_none(
    step: Step, ended: str, verdict: str, tmp_path: Path
) -> None:
    out = check("out", 'kind = "rival_outside", zone = "ring", part = "axle"')
    task = task_with(tmp_path, '[bout]\nwon_by = ["out"]\n' + out)
    rival_leaves: Step = (5.0, "rival", 1400, 500)
    bout = judged(task, [step, rival_leaves] if step[1] == "event" else [step], 20.0)
    assert (bout.ended, bout.verdict) == (ended, verdict)
    for lang in LANGUAGES:
        assert say(lang, bout.marks[-1].message_id, **bout.marks[-1].params)
