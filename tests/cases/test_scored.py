"""What a task leaves to its own scorer: a check, a penalty and a rule of conduct, each so and not so, and the scorer's
faults. The scorer is a program on MicroPython behind every wall."""

import re
from pathlib import Path

import pytest
from marshrut.simulator.judge import Judgement
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.problems import Problem
from marshrut.simulator.scoring import check_scorer
from marshrut.simulator.tasks import Task

from .stage import Step, judged, task_with

WORDS = """so = { ru = "по краям {value} мм", kk = "шеттері {value} мм", en = "{value} mm aside" },
  not_so = { ru = "в сторону {value} мм", kk = "бүйірге {value} мм", en = "at most {value} mm aside" }"""
WHEN = f'when = {{ kind = "scored", {WORDS.replace(chr(10), " ")} }}\n'
CHECK = f'[[checks]]\nid = "aside"\nrule = "DR-1"\npoints = 40\n{WHEN}'
INSIDE = 'when = { kind = "inside", zone = "goal", part = "axle" }\n'
OTHER = f'[[checks]]\nid = "there"\nrule = "DR-1"\npoints = 10\n{INSIDE}'
PENALTY = f'[[penalties]]\nid = "aside-fine"\nrule = "DR-1"\npoints = 7\nmost = 2\n{WHEN}'
CONDUCT = f'[[conduct]]\nid = "aside-bad"\nrule = "DR-1"\nverdict = "VERDICT"\n{WHEN}'
# How far the robot comes to the side of where it stood: a number that no word of a task file says.
PAGES = [
    Path(__file__).resolve().parents[2] / "docs" / "reference" / f"task-files{lang}.md" for lang in ("", ".ru", ".kk")
]
EXAMPLES = [re.findall(r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S) for page in PAGES]
SCORER = EXAMPLES[0][0]
# The same for a rule that earns nothing, three times over.
THRICE = SCORER.replace("if most", "for _ in 1, 2, 3:\n  if most").replace("\nelse", "\n  else")
UNPAID = THRICE.replace(", points=min(40, most_mm // 10)", "")
ASIDE: list[Step] = [(2.0, "robot", 400, 500), (3.0, "robot", 400, 750), (4.0, "robot", 400, 500)]
THERE = (5.0, "robot", 1000, 500)
AHEAD: list[Step] = [(2.0, "robot", 400, 500), (3.0, "robot", 400, 530)]


def task_scored(folder: Path, rules: str, scorer: str | None = SCORER) -> Task:
    if scorer is not None:
        folder.mkdir(exist_ok=True)
        (folder / "scorer.py").write_text(scorer, encoding="utf-8")
    return task_with(folder, rules)


def told(judgement: Judgement, check: str, lang: str) -> str:
    result = next(result for result in judgement.checks if result.id == check)
    return say(lang, result.message_id, **result.params)


def test_the_example_is_the_same_in_each_language() -> None:
    assert EXAMPLES[0] == EXAMPLES[1] == EXAMPLES[2]


def test_a_check_and_its_share_of_points(tmp_path: Path) -> None:
    task = task_scored(tmp_path, 'goal = ["aside"]\n' + CHECK)
    so, not_so = judged(task, ASIDE, 6.0), judged(task, AHEAD, 6.0)
    assert (so.ended, so.verdict, so.points, so.max_points) == ("goal", "pass", 25, 40)
    check = so.checks[0]
    assert (check.passed, check.rule, check.t_ms, check.x_mm, check.y_mm) == (True, "DR-1", 3000, 400, 750)
    assert [told(so, "aside", lang) for lang in LANGUAGES] == ["по краям 250 мм", "шеттері 250 мм", "250 mm aside"]
    assert (not_so.ended, not_so.verdict, not_so.points) == ("program_end", "fail", 0)
    assert told(not_so, "aside", "en") == "at most 30 mm aside"


def test_it_is_asked_when_time_is_up_and_beside_what_was_seen_live(tmp_path: Path) -> None:
    task = task_scored(tmp_path, 'goal = ["aside", "there"]\n' + CHECK + OTHER)
    both = judged(task, [*ASIDE, (5.0, "robot", 1000, 500)], 30.0)
    assert (both.ended, both.points) == ("goal", 35)
    one = judged(task, ASIDE, 30.0)
    assert (one.ended, one.verdict, one.points) == ("time_limit", "fail", 25)


def test_a_penalty_each_time_but_at_most_so_often(tmp_path: Path) -> None:
    scorer = UNPAID.replace('"aside"', '"aside-fine"')
    task = task_scored(tmp_path, 'goal = ["there"]\n' + OTHER + PENALTY, scorer)
    so, not_so = judged(task, [*ASIDE, THERE], 30.0), judged(task, [THERE], 30.0)
    assert [check.points for check in so.checks if check.id.startswith("aside-fine")] == [-7, -7]
    assert (so.verdict, so.points, not_so.points) == ("pass", 0, 10)
    assert told(not_so, "aside-fine", "ru") == "в сторону 0 мм"


@pytest.mark.parametrize("verdict", ["fail", "zero", "max_time", "void", "disqualified"])
def test_a_rule_of_conduct_decides_even_when_the_goal_was_reached(verdict: str, tmp_path: Path) -> None:
    at_home = OTHER.replace("there", "home").replace('"goal"', '"home"').replace("points = 10", "points = 3")
    rules = 'goal = ["there"]\n' + OTHER + at_home + CONDUCT.replace("VERDICT", verdict)
    task = task_scored(tmp_path, rules, UNPAID.replace('"aside"', '"aside-bad"'))
    so, not_so = judged(task, [*ASIDE, THERE], 30.0), judged(task, [THERE], 30.0)
    assert (so.ended, so.verdict) == ("scored", verdict if verdict in ("void", "disqualified") else "fail")
    assert so.points == (3 if verdict in ("fail", "max_time") else 0)  # of what came until then
    broken = next(check for check in so.checks if check.id == "aside-bad")
    limit = next(check for check in so.checks if check.id == "time-limit")
    assert (limit.passed, limit.t_ms, so.marks[-1].t_ms) == (True, 3000, 3000)
    assert (broken.passed, broken.t_ms, broken.y_mm, broken.rule) == (False, 3000, 750, "DR-1")
    assert say("en", so.marks[-1].message_id, **so.marks[-1].params) == "250 mm aside"
    assert (not_so.ended, not_so.verdict, not_so.points) == ("goal", "pass", 13)


def test_who_breaks_another_rule_later_does_not_escape(tmp_path: Path) -> None:
    wall = 'when = { kind = "touched", what = "walls" }\n'
    rules = OTHER + CONDUCT.replace("VERDICT", "disqualified")
    rules += f'[[conduct]]\nid = "wall"\nrule = "DR-1"\nverdict = "fail"\n{wall}'
    task = task_scored(tmp_path, 'goal = ["there"]\n' + rules, UNPAID.replace('"aside"', '"aside-bad"'))
    later, before = (judged(task, [*ASIDE[:2], (at, "event", "wall", "left")], 9.0) for at in (5.0, 2.5))
    assert (later.ended, later.verdict) == ("scored", "disqualified")
    assert (before.ended, before.verdict) == ("touched", "fail")


@pytest.mark.parametrize(
    ("scorer", "message"),
    [
        ("import scoring\n", "scorer-silent"),
        ("x = (\n", "scorer-error"),
        ("import scoring\n\n1 / 0\n", "scorer-error"),
        ("import nothing\n", "scorer-error"),
        ("while True:\n    pass\n", "scorer-ended"),
        ("import time\nwhile True:\n    time.sleep(10)\n", "scorer-ended"),
        ("import scoring, sys\nscoring.found('aside', 0, value=1)\nsys.exit()\n", "scorer-ended"),
        ("import scoring\nprint('x' * 300000)\nscoring.found('aside', 0, value=1)\n", "scorer-ended"),
        ("import machine\nmachine.reset()\n", "scorer-ended"),
        ("def f():\n    f()\nf()\n", "scorer-error"),
        ("import js\n", "scorer-error"),
        ("a = 'a' * 1000\nwhile True:\n    a += a\n", "scorer-error"),
        ("while True:\n    print('finding')\n", "scorer-ended"),
        ("import scoring\nscoring.found('aside', 1.5, value=1)\n", "scorer-finding"),
        ("import scoring\nscoring.found('aside', 0, value='one')\n", "scorer-finding"),
        ("print('finding {')\n", "scorer-finding"),
        ("import scoring\nscoring.found('aside', 0, value=1, points='')\n", "scorer-finding"),
        ("import scoring\nscoring.found('aside', 0, value=10 ** 300)\n", "scorer-finding"),
        ("import scoring\nfor _ in 1, 2:\n    scoring.found('aside', 0, value=1)\n", "scorer-twice"),
        ("raise ValueError('\\x1b]0;title\\x07 and\\nmore')\n", "scorer-error"),
        ("import scoring\nscoring.found('there', 0, value=1)\n", "scorer-rule"),
        ("import scoring\nscoring.found('aside', -1, value=1)\n", "scorer-time"),
        ("import scoring\nscoring.found('aside', 1 << 40, value=1)\n", "scorer-time"),
        ("import scoring\nscoring.found('aside', 0)\n", "scorer-value"),
        ("import scoring\nscoring.found('aside', 0, value=1, points=41)\n", "scorer-points"),
    ],
)  # fmt: skip
@pytest.mark.sample(5)
def test_its_faults_are_told_in_a_sentence(scorer: str, message: str, tmp_path: Path) -> None:
    task = task_scored(tmp_path, 'goal = ["aside"]\n' + CHECK, scorer)
    with pytest.raises(Problem) as found:
        judged(task, ASIDE, 6.0)
    assert found.value.message_id == message, found.value
    for lang in LANGUAGES:
        assert "scorer.py" in found.value.tell(lang) and "\n" not in found.value.tell(lang)
        assert "\x1b" not in found.value.tell(lang)


def test_an_error_names_the_line_of_the_scorer(tmp_path: Path) -> None:
    text = "import scoring\n\nfor state in scoring.states():\n    print(state.missing)\n"
    task = task_scored(tmp_path, 'goal = ["aside"]\n' + CHECK, text)
    with pytest.raises(Problem, match="line 4: AttributeError"):
        judged(task, ASIDE, 6.0)


@pytest.mark.parametrize(
    ("rules", "scorer", "message", "key"),
    [
        (CHECK, None, "file-missing", ""),
        (CHECK.replace("points = 40", "points = 40\nat_end = true"), SCORER, "keys-quarrel", "at_end"),
        (CHECK.replace("points = 40", "points = 40\nby_attempt = [40]"), SCORER, "keys-quarrel", "by_attempt"),
        (CHECK + OTHER.replace("points", 'after = ["aside"]\npoints'), SCORER, "keys-quarrel", "after"),
        (CHECK.replace("{value} mm", "{values} mm", 1), SCORER, "scored-words", "en"),
        (CHECK.replace("at most {value} mm", "at most some mm"), SCORER, "scored-value", "not_so"),
        (OTHER.replace("there", "aside"), SCORER, "scorer-unasked", ""),
    ],
    ids=["no file", "at_end", "by_attempt", "after", "words", "a number missing", "nobody asks"],
)
def test_what_cannot_go_with_it(rules: str, scorer: str | None, message: str, key: str, tmp_path: Path) -> None:
    with pytest.raises(Problem) as found:
        task_scored(tmp_path, 'goal = ["aside"]\n' + rules, scorer)
    assert found.value.message_id == message and key in str(found.value), found.value


def test_a_scorer_from_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "task").mkdir()
    (tmp_path / "elsewhere.py").write_text(SCORER, encoding="utf-8")
    (tmp_path / "task" / "scorer.py").symlink_to(tmp_path / "elsewhere.py")
    with pytest.raises(Problem, match=r"`scorer\.py` does not lie in the task's folder"):
        task_scored(tmp_path / "task", 'goal = ["aside"]\n' + CHECK, None)


def test_a_rule_that_is_misnamed_outright_is_found_before_any_run(tmp_path: Path) -> None:
    check_scorer(task_scored(tmp_path, 'goal = ["aside"]\n' + CHECK))
    wrong = SCORER.replace("scoring.missed(RULE", 'scoring.missed("asid"')
    with pytest.raises(Problem, match="asid"):
        check_scorer(task_scored(tmp_path, 'goal = ["aside"]\n' + CHECK, wrong))


def test_another_scorer_is_another_task(tmp_path: Path) -> None:
    one = task_scored(tmp_path / "one", 'goal = ["aside"]\n' + CHECK)
    other = task_scored(tmp_path / "other", 'goal = ["aside"]\n' + CHECK, SCORER + "# looked at again\n")
    assert one.sha256 != other.sha256
