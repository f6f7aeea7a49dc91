"""Drawn runs of kegelring: where the robot and the pins are, second by second, and what the judge says of it."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from marshrut.simulator.judge import CourseError, Judgement, Referee, judge
from marshrut.simulator.program import load_program
from marshrut.simulator.run import Conditions, nominal_scene, run_program
from marshrut.simulator.scene.geometry import distance
from marshrut.simulator.tasks import find_task, find_variant
from marshrut.simulator.tasks.conditions import ObjectOut, Outside
from marshrut.simulator.tasks.model import Conduct
from marshrut.simulator.trace import STATE_PERIOD_US, Trace, TraceWriter, state_fields

from .conftest import header_of, scene_of
from .medians import medians, well_apart

TASK = find_task("kegelring")
VARIANT = find_variant(TASK, "even")
SCENE = scene_of(TASK, VARIANT)
PINS = [item.id for item in SCENE.mat.objects]
MIDDLE, RING, RADIUS = 700.0, 500.0, 35.0  # mm
REACH = 85.0  # from the axle's middle to the robot's front

Move = tuple[float, int, float, float, bool]  # s, number of the pin, x and y in mm, whether it lies


def drawn(until_s: float, moves: Iterable[Move] = (), robot_x: Iterable[tuple[float, float]] = ()) -> tuple[Trace, str]:
    """The robot stands in the middle, and from each (s, x) on at that x; what the live referee said at the end."""
    writer = TraceWriter(header_of(TASK, VARIANT, SCENE))
    referee = Referee(TASK, SCENE)
    moves, places = sorted(moves), sorted(robot_x)
    x, t_us, said = MIDDLE, 0, ""
    while t_us <= until_s * 1e6 and not said:
        while places and places[0][0] * 1e6 <= t_us:
            x = places.pop(0)[1]
        pose = round(x * 1000), round(MIDDLE * 1000), 0, 0
        state = pose + (0,) * (len(state_fields(5)) - len(pose))
        writer.state(t_us, 0, state)
        while moves and moves[0][0] * 1e6 <= t_us:
            _, number, to_x, to_y, lies = moves.pop(0)
            move = t_us, number, round(to_x * 1000), round(to_y * 1000), 0, int(lies)
            writer.move(*move)
            referee.move(*move)
        said = referee.see(t_us, state)
        t_us += STATE_PERIOD_US
    writer.event(t_us - STATE_PERIOD_US, 0, said or "program_end")
    return Trace.of(writer), said


def judged(*drawing: object) -> Judgement:
    trace, said = drawn(*drawing)  # type: ignore[arg-type]
    judgement = judge(TASK, trace)
    assert judgement.ended == (said or "program_end"), "the live referee and the later judge disagree"
    return judgement


def out_at(s: float, number: int) -> Move:
    return s, number, MIDDLE + RING + RADIUS + 1, MIDDLE, False


def earned(judgement: Judgement) -> set[str]:
    return {check.id.partition("/")[2] for check in judgement.checks if check.max and check.passed}


def test_a_pin_is_out_when_nothing_of_it_is_over_the_white() -> None:
    beside = judged(3.0, [(1.0, 2, MIDDLE + RING + RADIUS - 1, MIDDLE, False)])
    assert earned(beside) == set() and beside.points == 0
    missed = next(check for check in beside.checks if check.id == f"pin-out/{PINS[2]}")
    assert missed.message_id == "judge-object-out-not" and missed.params["name"] == PINS[2]
    out = judged(3.0, [out_at(1.5, 2)])
    assert earned(out) == {PINS[2]} and out.points == 10 and out.max_points == 80
    passed = next(check for check in out.checks if check.passed and check.max)
    # The clock runs from the press of the button, one second after power-on.
    assert (passed.t_ms, passed.params["time_s"], passed.rule) == (1500, 0.5, "KR-3")
    assert (out.verdict, out.measures["time_ms"], out.measures["scored_ms"]) == ("fail", None, 500)


def test_a_fallen_pin_covers_more() -> None:
    """It is 120 mm long, and lies along x here."""
    assert earned(judged(3.0, [(1.0, 0, MIDDLE + RING + 59, MIDDLE, True)])) == set()
    assert earned(judged(3.0, [(1.0, 0, MIDDLE + RING + 61, MIDDLE, True)])) == {PINS[0]}


def test_a_pin_that_comes_back_stays_counted_and_counts_once() -> None:
    back = judged(4.0, [out_at(1.0, 3), (2.0, 3, MIDDLE, MIDDLE + 300, False), out_at(3.0, 3)])
    assert back.points == 10
    assert [check.t_ms for check in back.checks if check.passed and check.max] == [1000]


def test_the_last_pin_ends_it() -> None:
    whole = judged(90.0, [out_at(2.0 + number, number) for number in range(8)])
    assert (whole.ended, whole.verdict, whole.points) == ("goal", "pass", 80)
    assert whole.measures["time_ms"] == whole.measures["scored_ms"] == 8000
    assert [mark.kind for mark in whole.marks] == ["scored"] * 8 + ["end"]
    assert whole.marks[-1].params["done"] == whole.marks[-1].params["of"] == 8
    cited = {rule.id for rule in TASK.rules}
    assert all(check.rule in cited for check in whole.checks)


@pytest.mark.parametrize(
    ("x", "back_s", "ended"),
    [
        (MIDDLE + RING + 50, 7.1, "outside"),  # its tail is 45 mm behind the axle
        (MIDDLE + RING + 50, 6.9, "program_end"),  # back in time
        (MIDDLE + RING + 40, 20.0, "program_end"),  # the tail is still over the white
    ],
)
def test_the_whole_robot_outside_for_too_long_voids_the_attempt(x: float, back_s: float, ended: str) -> None:
    moves = [out_at(1.0, 1)]
    judgement = judged(12.0, moves, [(2.0, x), (back_s, MIDDLE)])
    outside = next(check for check in judgement.checks if check.id == "outside")
    assert judgement.ended == ended
    if ended == "outside":
        assert (judgement.verdict, judgement.points, outside.passed, outside.rule) == ("void", 0, False, "KR-4")
        assert outside.t_ms == 7020 and outside.x_mm == x
    else:
        assert judgement.points == 10 and outside.passed


@pytest.mark.parametrize(("s", "ended"), [(0.9, "moved_early"), (1.1, "program_end")])
def test_nobody_moves_before_the_press(s: float, ended: str) -> None:
    judgement = judged(3.0, [], [(s, MIDDLE + 6)])
    assert judgement.ended == ended and judgement.verdict == ("void" if ended == "moved_early" else "fail")
    if ended == "moved_early":
        check = next(check for check in judgement.checks if check.id == "moved-early")
        assert (check.passed, check.rule, check.params["early_s"]) == (False, "KR-8", 0.1)


def test_a_state_that_reaches_the_goal_breaks_no_rule_any_more() -> None:
    moves = [out_at(1.5, number) for number in range(7)] + [out_at(7.02, 7)]
    judgement = judged(12.0, moves, [(2.0, MIDDLE + RING + 50)])
    assert (judgement.ended, judgement.verdict, judgement.points) == ("goal", "pass", 80)
    assert all(check.passed for check in judgement.checks)


def test_what_stands_outside_from_the_beginning_is_not_asked_for() -> None:
    far = replace(SCENE.mat.objects[0], x_mm=MIDDLE + RING + 80, y_mm=MIDDLE)
    scene = replace(SCENE, mat=replace(SCENE.mat, objects=(far, *SCENE.mat.objects[1:])))
    assert Referee(TASK, scene).items_of("pin-out") == tuple(PINS[1:])


def test_time_is_up() -> None:
    late = judged(130.0, [out_at(3.0, 0), out_at(4.0, 1)])
    assert (late.ended, late.verdict, late.points) == ("time_limit", "fail", 20)
    end = late.marks[-1]
    assert end.message_id.startswith("ended-time_limit") and (end.params["done"], end.params["of"]) == (2, 8)


def test_a_zone_or_object_that_the_world_lacks_is_refused() -> None:
    elsewhere = Outside(kind="outside", zone="rign", limit_ms=1)
    conduct = Conduct(id="outside", rule="KR-4", verdict="void", when=elsewhere)
    with pytest.raises(CourseError, match="no zone `rign`"):
        Referee(TASK.model_copy(update={"conduct": (conduct,)}), SCENE)
    wrong = TASK.checks[0].model_copy(update={"when": ObjectOut(kind="object_out", objects="pi", zone="ring")})
    with pytest.raises(CourseError, match="begin with `pi`"):
        Referee(TASK.model_copy(update={"checks": (wrong,)}), SCENE)


TRAINING = [variant for variant in TASK.variants if variant.draw is None]
PROGRAMS = sorted((TASK.folder / "programs").glob("*/*.py"))


@pytest.mark.sample(2)
@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_a_program_ends_as_its_folder_says(path: object, runtime: str, node: object) -> None:
    program = load_program(path)  # type: ignore[arg-type]
    for variant in TRAINING:
        run = run_program(program, Conditions(TASK, variant, seed=3, runtime=runtime))
        assert run.judgement.ended == path.parent.name, run.outcome.fault  # type: ignore[attr-defined]


@pytest.mark.slow
@pytest.mark.parametrize("runtime", ["cpython", pytest.param("micropython", marks=pytest.mark.rare)])
def test_the_better_program_earns_more(runtime: str, node: object) -> None:
    """In the median, by at least 15 % of all points: reference, middling, starter, and one that does nothing."""
    points = medians(TASK, ("reference", "middling", "starter", "empty"), TASK.variants, range(20, 24), runtime)
    assert well_apart(points, 80), points


def test_every_round_has_the_ring_of_the_rules() -> None:
    """The field is that of the worlds for training; the pins stand where KR-10 says, each round elsewhere."""
    drawn = find_variant(TASK, "round")
    places = set()
    for number in range(40):
        mat = nominal_scene(Conditions(TASK, drawn, seed=1, round_seed=number)).mat
        assert (mat.surfaces, mat.zones) == (SCENE.mat.surfaces, SCENE.mat.zones)
        for pin, known in zip(mat.objects, SCENE.mat.objects, strict=True):
            assert replace(pin, x_mm=known.x_mm, y_mm=known.y_mm) == known
            gap = RING - RADIUS - distance((pin.x_mm, pin.y_mm), (MIDDLE, MIDDLE))
            assert 119.9 <= gap <= 150.1
        places.add(mat.objects)
    assert len(places) == 40
