"""Attempts put together and robots put in order, on judgements of plain numbers."""

from fractions import Fraction

from marshrut.simulator.judge import Judgement
from marshrut.simulator.judge.judgement import Verdict
from marshrut.simulator.judge.standing import standing
from marshrut.simulator.tasks import Task, find_task
from marshrut.simulator.tasks.model import Attempts

TASK = find_task("kegelring")  # by points, then by scored_ms


def run(points: int, scored_ms: int | None, verdict: Verdict = "pass") -> Judgement:
    return Judgement(verdict, "goal", points, 80, {"scored_ms": scored_ms}, (), ())


def order(task: Task, **runs: list[Judgement]) -> list[tuple[int, str]]:
    return [(place.rank, place.name) for place in standing(task, runs)]


def with_attempts(counts: str, best: int | None = None) -> Task:
    return TASK.model_copy(update={"attempts": Attempts(count=3, counts=counts, best=best)})  # type: ignore[arg-type]


def test_step_by_step_and_a_missing_measure_last() -> None:
    assert order(TASK, slow=[run(80, 9000)], fast=[run(80, 8000)], few=[run(70, 1000)], none=[run(70, None)]) == [
        (1, "fast"), (2, "slow"), (3, "few"), (4, "none"),
    ]  # fmt: skip


def test_equals_share_a_rank_and_the_next_one_is_left_out() -> None:
    assert order(TASK, b=[run(80, 8000)], a=[run(80, 8000)], c=[run(70, 1)]) == [(1, "a"), (1, "b"), (3, "c")]


def test_the_best_counts_and_the_second_best_tells_equals_apart() -> None:
    runs = {"one": [run(80, 8000), run(10, 1)], "two": [run(80, 8000), run(70, 9000)], "three": [run(80, 8000)]}
    assert order(with_attempts("best"), **runs) == [(1, "two"), (2, "one"), (3, "three")]


def test_sum_mean_and_the_best_so_many() -> None:
    runs = {"even": [run(50, 1), run(50, 1), run(50, 1)], "once": [run(80, 1), run(40, 1), run(0, 1)]}
    assert order(with_attempts("sum"), **runs) == [(1, "even"), (2, "once")]
    assert order(with_attempts("sum", best=2), **runs) == [(1, "once"), (2, "even")]
    assert [place.points for place in standing(with_attempts("mean"), runs)] == [50, 40]
    assert standing(with_attempts("mean"), {"x": [run(1, 1), run(2, 1)]})[0].points == Fraction(3, 2)


def test_void_does_not_count_and_disqualified_has_no_result() -> None:
    runs = {
        "void": [run(0, None, "void")],
        "out": [run(0, 1, "disqualified")],
        "low": [run(0, 5)],
        "again": [run(0, None, "void"), run(10, 3)],
    }
    assert order(TASK, **runs) == [(1, "again"), (2, "low"), (3, "out"), (4, "void")]


def test_what_our_side_failed_does_not_count_either() -> None:
    runs = {"unlucky": [run(100, 1), run(40, 1, "error")], "steady": [run(90, 1), run(90, 1)]}
    assert [(place.name, place.points) for place in standing(with_attempts("mean"), runs)] == [
        ("unlucky", 100),
        ("steady", 90),
    ]
