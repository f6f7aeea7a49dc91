"""Faults: what may be written, what a fault changes in a robot's figures, and what it does in the world."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.devices.failing import Failing
from marshrut.simulator.devices.loose_end import HIGHEST_V, HUM_V, LOWEST_V, floating_volts
from marshrut.simulator.devices.ports import Device
from marshrut.simulator.runners.interruptions import LOW_RECORDS, NEVER_US, Interruptions
from marshrut.simulator.scene import (
    FAULT_KINDS,
    SceneError,
    fault_of,
    fault_text,
    load_robot,
    load_scene,
    scene_from_json,
    scene_to_json,
    with_faults,
)
from marshrut.simulator.scene.fault_shapes import TABLES
from marshrut.simulator.scene.fault_text import FaultProblem
from marshrut.simulator.scene.faults import begins_us, breakable
from marshrut.simulator.scene.model import Part, Press, Robot, RobotFault, Scene
from marshrut.simulator.world import World

FULL = 65535
CURRICULUM = Path(__file__).resolve().parents[2] / "curriculum"
ROVER = CURRICULUM / "robots" / "esp32-rover.toml"
OVAL = CURRICULUM / "tasks" / "line-sprint" / "worlds" / "oval.toml"
LEFT, RIGHT = (25, 26), (27, 14)
LEFT_ENCODER, RIGHT_ENCODER = (18, 19), (22, 23)
LINE3, LINE4, BUTTON = 34, 35, 4

names = st.from_regex(r"[a-z][a-z0-9-]{0,10}", fullmatch=True)
ms = st.integers(1, 3_600_000)
faults = st.one_of(
    st.builds(RobotFault, st.sampled_from(["cable-off", "dead"]), names, st.integers(0, 3_600_000)),
    st.builds(RobotFault, st.just("swapped-motors")),
    st.builds(RobotFault, st.just("reversed"), st.sampled_from(["left", "right"])),
    st.builds(RobotFault, st.just("weak-battery"), value=st.integers(10, 600).map(lambda v: v / 10)),
    st.builds(RobotFault, st.just("noisy-adc"), value=st.integers(4, 400).map(lambda v: v / 4)),
    st.builds(RobotFault, st.just("brown-out"), at_ms=ms),
    st.builds(RobotFault, st.just("ctrl-c"), at_ms=ms),
    st.builds(RobotFault, st.just("stuck"), names, st.integers(0, 3_600_000), st.sampled_from([0.0, 1.0])),
)


# What may be written


@given(faults)
def test_the_text_of_a_fault_asks_for_that_very_fault(fault: RobotFault) -> None:
    assert fault_of(fault_text(fault)) == fault


def test_there_is_an_example_of_every_kind() -> None:
    assert [fault_of(text).kind for text in FAULT_KINDS] == list(TABLES)


@pytest.mark.parametrize(
    ("text", "message_id"),
    [
        ("", "fault-form"), (":left", "fault-form"), ("dead:", "fault-form"), ("dead:left@", "fault-form"),
        ("stuck:button=open@3", "fault-form"), ("dead:left:right", "fault-form"),
        ("cable-of:line3", "fault-unknown-near"), ("explosion", "fault-unknown"),
        ("dead", "fault-needs"), ("stuck", "fault-needs"), ("reversed", "fault-needs"), ("brown-out", "fault-needs"),
        ("ctrl-c", "fault-needs"), ("ctrl-c:left@1", "fault-takes-no"), ("ctrl-c@1=2", "fault-takes-no"),
        ("swapped-motors:left", "fault-takes-no"), ("weak-battery@3", "fault-takes-no"),
        ("dead:left=3", "fault-takes-no"),
        ("weak-battery=0", "fault-value"), ("weak-battery=1e1", "fault-value"), ("noisy-adc=-2", "fault-value"),
        ("noisy-adc=101", "fault-value"), ("brown-out@3601", "fault-value"), ("brown-out@soon", "fault-value"),
        ("stuck:button=shut", "fault-value"), ("weak-battery=nan", "fault-value"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_a_sentence(text: str, message_id: str) -> None:
    with pytest.raises(FaultProblem) as caught:
        fault_of(text)
    assert caught.value.message_id == message_id
    assert caught.value.where == text
    for lang in ("ru", "kk", "en"):
        assert "{" not in caught.value.tell(lang)


def test_a_fault_of_what_the_robot_does_not_have_names_what_it_has() -> None:
    for text, message_id in (("dead:line33", "fault-device-near"), ("stuck:left", "fault-device"), ("dead:X", None)):
        with pytest.raises(FaultProblem) as caught:
            load_scene(OVAL, ROVER, faults=[fault_of(text)])
        assert message_id in (None, caught.value.message_id)
        assert "button" in str(caught.value) or "line3" in str(caught.value)


# Robot and world files

FILE = """
[[fault]]
kind = "cable-off"
device = "line3"
at_s = 2.5

[[fault]]
kind = "stuck"
device = "button"
contact = "open"

[[fault]]
kind = "weak-battery"
"""


def spoilt(folder: Path, original: Path, more: str) -> Path:
    path = folder / original.name
    path.write_text(original.read_text(encoding="utf-8") + more, encoding="utf-8")
    return path


def test_files_name_faults_and_a_scene_has_all_of_them(tmp_path: Path) -> None:
    robot = spoilt(tmp_path, ROVER, FILE)
    world = spoilt(tmp_path, OVAL, '\n[[fault]]\nkind = "brown-out"\nat_s = 4.2\n')
    scene = load_scene(world, robot, faults=[fault_of("swapped-motors")])
    assert [fault_text(fault) for fault in scene.faults] == [
        "cable-off:line3@2.5", "stuck:button=open", "weak-battery=6.4", "brown-out@4.2", "swapped-motors",
    ]  # fmt: skip
    assert scene_from_json(scene_to_json(scene)) == scene
    assert replace(scene, faults=()) == load_scene(OVAL, ROVER), "faults leave the nominal geometry alone"


@pytest.mark.parametrize(
    ("original", "more", "message_id", "key"),
    [
        (ROVER, '[[fault]]\nkind = "dead"\ndevice = "line33"\n', "name-unknown-near", "fault[1].device"),
        (ROVER, '[[fault]]\nkind = "reversed"\ndevice = "line3"\n', "name-unknown", "fault[1].device"),
        (ROVER, '[[fault]]\nkind = "cable-of"\n', "value-choice-near", "fault[1].kind"),
        (ROVER, '[[fault]]\nkind = "brown-out"\n', "key-missing", "fault[1].at_s"),
        (ROVER, '[[fault]]\nkind = "weak-battery"\nvolts = 90\n', "value-range", "fault[1].volts"),
        (OVAL, '[[fault]]\nkind = "dead"\ndevice = "line33"\n', "name-unknown", "fault[1].device"),
    ],
)
def test_a_wrong_table_is_told_with_its_place(
    original: Path, more: str, message_id: str, key: str, tmp_path: Path
) -> None:
    wrong = spoilt(tmp_path, original, "\n" + more)
    with pytest.raises(SceneError) as caught:
        load_scene(wrong if original is OVAL else OVAL, wrong if original is ROVER else ROVER)
    assert (caught.value.message_id, caught.value.key) == (message_id, key)


def test_no_device_may_have_an_encoder_s_name(tmp_path: Path) -> None:
    robot = tmp_path / "robot.toml"
    robot.write_text(ROVER.read_text(encoding="utf-8").replace('id = "led"', 'id = "left-encoder"'), encoding="utf-8")
    with pytest.raises(SceneError, match="already taken"):
        load_robot(robot)


def test_everything_on_the_rover_can_be_broken_and_nothing_else(rover: Robot) -> None:
    everything = {"left", "right", "left-encoder", "right-encoder", "button", "led", *(f"line{i}" for i in range(1, 6))}
    assert set(breakable(rover, "cable-off")) == set(breakable(rover, "dead")) == everything
    assert breakable(rover, "stuck") == ["button"]
    assert breakable(rover, "weak-battery") == []


# In the world


@pytest.fixture
def broken(make_scene: Callable[..., Scene]) -> Callable[..., World]:
    def make(*texts: str, presses: tuple[Press, ...] = ()) -> World:
        scene = replace(make_scene(presses=presses), faults=tuple(map(fault_of, texts)))
        return World(with_faults(scene), seed=7)

    return make


def count(world: World, encoder: tuple[int, int]) -> int:
    return world.counts([encoder])[0]


def drive_on(world: World, ms: int) -> World:
    """Both motors forward, and time passes."""
    world.set_pin(LEFT[0], FULL, world.t_us)
    world.set_pin(RIGHT[0], FULL, world.t_us)
    world.advance(world.t_us + ms * 1000)
    return world


def test_a_dead_encoder_counts_up_to_its_end_and_the_other_goes_on(broken: Callable[..., World]) -> None:
    for fault in ("cable-off:left-encoder@1", "dead:left-encoder@1"):
        whole, world = drive_on(broken(), 1000), drive_on(broken(fault), 1000)
        seen = count(world, LEFT_ENCODER)
        assert seen == count(whole, LEFT_ENCODER) > 500
        level = world.level(18)
        drive_on(world, 1000)
        drive_on(whole, 1000)
        assert count(world, LEFT_ENCODER) == -count(world, LEFT_ENCODER[::-1]) == seen
        assert count(world, RIGHT_ENCODER) == count(whole, RIGHT_ENCODER)
        assert world.level(18) == level
        assert world.next_edge(LEFT_ENCODER, world.t_us, world.t_us + 10_000_000) is None
        assert world.next_edge(RIGHT_ENCODER, world.t_us, world.t_us + 100_000) is not None
        assert world.state()[:5] == whole.state()[:5], "the robot itself drives as before"


def test_one_long_wait_breaks_at_the_same_time_as_many_short_ones(broken: Callable[..., World]) -> None:
    texts = ("dead:right@0.3", "cable-off:left-encoder@0.4", "cable-off:line3@0.1")
    at_once, in_pieces = drive_on(broken(*texts), 900), drive_on(broken(*texts), 0)
    for t_us in range(1000, 901_000, 1000):
        in_pieces.advance(t_us)
    assert in_pieces.state() == at_once.state()
    assert count(in_pieces, LEFT_ENCODER) == count(at_once, LEFT_ENCODER)


@pytest.mark.parametrize("kind", ["dead", "cable-off"])
def test_a_motor_without_current_rolls_out_and_cannot_brake(kind: str, broken: Callable[..., World]) -> None:
    world = drive_on(broken(f"{kind}:left@1", f"{kind}:right@1"), 1100)
    assert world.state()[9:11] == (0, 0), "no current flows"
    begun = world.state()[0]
    for pin in (*LEFT, *RIGHT):
        world.set_pin(pin, FULL, world.t_us)
    world.advance(3_000_000)
    rolled_mm = (world.state()[0] - begun) / 1000
    braked = drive_on(broken(), 1100)
    begun = braked.state()[0]
    for pin in (*LEFT, *RIGHT):
        braked.set_pin(pin, FULL, braked.t_us)
    braked.advance(3_000_000)
    assert rolled_mm > 2 * (braked.state()[0] - begun) / 1000


def test_swapped_motors_answer_to_each_other_s_pins(broken: Callable[..., World]) -> None:
    world = broken("swapped-motors")
    world.set_pin(LEFT[0], FULL, 0)
    world.advance(500_000)
    assert count(world, RIGHT_ENCODER) > 100
    assert abs(count(world, LEFT_ENCODER)) < 20


def test_a_reversed_motor_turns_back_and_its_encoder_says_so(broken: Callable[..., World]) -> None:
    world = drive_on(broken("reversed:left"), 500)
    assert count(world, LEFT_ENCODER) < -100
    assert count(world, RIGHT_ENCODER) > 100


def test_a_dead_line_sensor_sees_black_and_a_loose_one_anything(broken: Callable[..., World], rover: Robot) -> None:
    black = rover.reflectance[2].black_v / 3.3 * FULL
    dead, loose, whole = broken("dead:line3@0.1"), broken("cable-off:line3@0.1"), broken()
    seen: dict[World, list[int]] = {whole: [], dead: [], loose: []}
    for world in seen:
        world.advance(99_000)
    for world in seen:
        assert world.adc([LINE3]) == whole.adc([LINE3]), "nothing has happened yet"
    for t_us in range(100_000, 3_000_000, 5000):
        for world in seen:
            world.advance(t_us)
            seen[world].append(sum(world.adc([LINE3])) // 4)
            assert world.adc([LINE4]) == whole.adc([LINE4]), "the sensor beside it sees what it saw"
    assert all(abs(value - black) < 0.02 * FULL for value in seen[dead])
    assert max(seen[loose]) - min(seen[loose]) > 0.2 * FULL
    assert max(abs(b - a) for a, b in zip(seen[loose], seen[loose][1:], strict=False)) < 0.15 * FULL
    assert max(seen[whole]) < 0.25 * FULL


def test_a_noisy_adc_spreads_its_readings(broken: Callable[..., World]) -> None:
    def spread(world: World) -> int:
        values = [value for t in range(0, 1_000_000, 5000) for value in (world.advance(t), *world.adc([LINE3]))[1:]]
        return max(values) - min(values)

    assert spread(broken("noisy-adc=10")) > 5 * spread(broken())
    assert spread(broken("noisy-adc=100")) <= FULL


def test_a_stuck_button(broken: Callable[..., World]) -> None:
    press = (Press("button", 500, 400),)
    closed, opened = broken("stuck:button@0.6", presses=press), broken("stuck:button=open", presses=press)
    released = [(at, level) for at, _, level in changes(closed, BUTTON, 2_000_000) if at > 550_000]
    assert released == [], "it was down and stays down"
    assert closed.level(BUTTON, 1_900_000) == 0
    assert list(changes(opened, BUTTON, 2_000_000)) == []
    assert opened.level(BUTTON, 700_000) == 1
    late = broken("stuck:button@1.2", presses=press)
    assert [(at, level) for at, _, level in changes(late, BUTTON, 2_000_000)][-1] == (1_200_000, 0)


def changes(world: World, pin: int, until_us: int) -> list[tuple[int, int, int]]:
    found, after = [], -1
    while (change := world.next_edge((pin,), after, until_us)) is not None:
        found.append(change)
        after = change[0]
    return found


def test_a_weak_battery_is_as_weak_as_was_asked_whatever_the_seed(make_scene: Callable[..., Scene]) -> None:
    scene = with_faults(replace(make_scene(), faults=(fault_of("weak-battery=5"),)))
    world = drive_on(World(scene, 7), 60)
    assert scene.robot.battery.open_circuit_v == 5.0
    assert world.state()[11] < 4600
    assert not world.supply_low()
    assert drive_on(World(with_faults(replace(make_scene(), faults=(fault_of("weak-battery=4"),))), 7), 60).supply_low()


# Parts


class Ticker(Device):
    """Its line changes every 10 ms; it answers on its bus and shows what it was told."""

    LISTENS, DRIVES, ANALOGUE = ("in",), ("out",), ("volts",)
    told = ""

    def set_line(self, line: str, duty: int, freq_hz: int, t_us: int) -> None:
        self.told += str(duty)

    def level(self, line: str, t_us: int) -> int | None:
        return t_us // 10_000 & 1

    def next_change(self, line: str, after_us: int, until_us: int) -> tuple[int, int] | None:
        at = (after_us // 10_000 + 1) * 10_000
        return (at, at // 10_000 & 1) if at <= until_us else None

    def volts(self, line: str, t_us: int) -> float:
        return 3.0

    def shown(self, t_us: int) -> str:
        return self.told


def ticker(text: str) -> Failing:
    part = Part("ticker", "ticker", (("in", 1), ("out", 2)), 0, 0, 0, 0, (("address", 9.0),))
    fault = fault_of(text)
    return Failing(Ticker(part, None, 7), fault, begins_us(fault, 5000))  # type: ignore[arg-type]


def test_a_part_stops_at_its_time_and_not_before() -> None:
    part = ticker("cable-off:ticker@0.055")
    edges, after = [], 0
    while (change := part.next_change("out", after, 1_000_000)) is not None:
        edges.append(change)
        after = change[0]
    assert edges == [(10_000, 1), (20_000, 0), (30_000, 1), (40_000, 0), (50_000, 1), (55_000, 0)]
    assert [part.level("out", t) for t in (54_999, 55_000, 75_000)] == [1, 0, 0]
    part.set_line("in", 1, 0, 1000)
    part.set_line("in", 2, 0, 60_000)
    assert (part.shown(54_000), part.shown(60_000)) == ("1", "")
    assert (part.answers(54_999), part.answers(55_000)) == (True, False)
    assert part.volts("volts", 54_999) == 3.0 != part.volts("volts", 60_000)
    assert part.address == 9


def test_a_dead_part_s_voltage_is_gone() -> None:
    assert ticker("dead:ticker").volts("volts", 0) == 0.0


def test_whatever_a_device_can_be_asked_a_failing_one_answers_for_it() -> None:
    """A question that passed it by would reach a default that does nothing, before the fault as well."""
    asked = {name for name, value in vars(Device).items() if callable(value) and not name.startswith("_")}
    assert asked <= set(vars(Failing))


@given(st.integers(0, 2**64 - 1), st.integers(0, 10**9))
def test_a_loose_wire_s_voltage_stays_in_its_range_and_drifts(key: int, t_us: int) -> None:
    volts = [floating_volts(key, t_us + step) for step in range(0, 6_000_000, 20_000)]
    assert all(LOWEST_V - HUM_V <= value <= HIGHEST_V + HUM_V for value in volts)
    assert max(volts) - min(volts) > 0.3
    assert volts[0] == floating_volts(key, t_us)


# The supply


def test_a_supply_fails_when_the_battery_is_low_for_long_enough() -> None:
    supply = Interruptions((), 5000)
    assert [supply.see_supply(low) for low in (True, False, True)] == [False, False, False]
    assert [supply.see_supply(True) for _ in range(LOW_RECORDS - 1)][-1] is True
    supply.supply_returns(1_000_000)
    assert not supply.supply_failed
    assert not supply.see_supply(True), "it begins to count again"


def test_what_fails_while_the_board_is_off_makes_no_difference() -> None:
    supply = Interruptions(tuple(map(fault_of, ("brown-out@1.001", "brown-out@1.2", "brown-out@3"))), 5000)
    assert supply.next_us == 1_005_000
    supply.pass_to(1_005_000)
    assert supply.supply_failed
    supply.supply_returns(1_305_000)
    assert (supply.supply_failed, supply.next_us) == (False, 3_000_000)
    supply.pass_to(3_000_000)
    assert (supply.supply_failed, supply.next_us) == (True, NEVER_US)


def test_a_key_is_told_once_and_not_to_a_board_that_is_off() -> None:
    pressed = Interruptions(tuple(map(fault_of, ("ctrl-c@1.001", "brown-out@2", "ctrl-c@2.1", "ctrl-c@3"))), 5000)
    pressed.pass_to(1_005_000)
    assert pressed.next_us == 0, "at once, where the answer had no place for it"
    assert [pressed.take_key(), pressed.take_key(), pressed.next_us] == [True, False, 2_000_000]
    pressed.pass_to(2_000_000)
    pressed.supply_returns(2_300_000)
    assert (pressed.take_key(), pressed.next_us) == (False, 3_000_000)
