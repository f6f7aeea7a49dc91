"""The world as a session sees it: time, pins, states, and that the same always comes of the same."""

import random
from collections.abc import Callable

import pytest
from marshrut.simulator.scene import vary
from marshrut.simulator.scene.model import Scene
from marshrut.simulator.trace import state_fields
from marshrut.simulator.world import World

MakeScene = Callable[..., Scene]
MOTOR_PINS = (25, 26, 27, 14)
ADC_PINS = (36, 39, 34, 35, 32)


def driven(scene: Scene, seed: int, program: int, every_us: int = 5000) -> list[tuple[int, ...]]:
    """States, readings and counts of a second and a half of random outputs."""
    rng = random.Random(program)
    world = World(scene, seed)
    seen: list[tuple[int, ...]] = []
    for t in range(0, 1_500_000, every_us):
        world.advance(t)
        if t % 20_000 == 0:
            world.set_pin(rng.choice(MOTOR_PINS), rng.choice((0, 20000, 40000, 65535)), t)
            seen += [
                world.state(),
                *(world.adc([pin]) for pin in ADC_PINS),
                (*world.counts([(18, 19)]), world.level(22)),
            ]
    return seen


def test_time_passes_in_whole_steps(make_scene: MakeScene) -> None:
    world = World(make_scene(), 1)
    assert (world.t_us, world.step_us) == (0, 5000)
    for t, step in ((4999, 0), (5000, 5000), (5001, 5000), (14_999, 10_000), (3, 10_000), (1_000_000, 1_000_000)):
        world.advance(t)
        assert world.t_us == step


def test_steps_taken_at_once_or_one_by_one(make_scene: MakeScene) -> None:
    one, all_at_once = World(make_scene(), 1), World(make_scene(), 1)
    for world in (one, all_at_once):
        world.set_pin(25, 65535, 0)
        world.set_pin(14, 30000, 0)
    for t in range(0, 1_000_001, 1000):
        one.advance(t)
    all_at_once.advance(1_000_000)
    assert one.state() == all_at_once.state()


def test_an_output_acts_from_the_next_step_on(make_scene: MakeScene) -> None:
    world = World(make_scene(), 1)
    world.advance(10_000)
    world.set_pin(25, 65535, 12_000)
    fields = state_fields(5)
    assert world.state()[fields.index("left_ma")] == 0
    world.advance(14_999)
    assert world.state()[fields.index("left_ma")] == 0
    world.advance(15_000)
    assert world.state()[fields.index("left_ma")] > 500


def test_a_pin_let_go_lets_the_motor_coast(make_scene: MakeScene) -> None:
    world = World(make_scene(), 1)
    world.set_pin(25, 65535, 0)
    world.advance(100_000)
    world.set_pin(25, 0, 100_000)
    world.advance(105_000)
    fields = state_fields(5)
    state = world.state()
    assert state[fields.index("left_ma")] == state[fields.index("left_mv")] == 0


def test_state_has_an_integer_for_each_field(make_scene: MakeScene) -> None:
    world = World(make_scene(), 1)
    world.set_pin(26, 65535, 0)
    world.set_pin(27, 65535, 0)
    world.advance(500_000)
    state = world.state()
    fields = state_fields(5)
    assert len(state) == len(fields) and all(type(value) is int for value in state)
    told = dict(zip(fields, state, strict=True))
    assert told["heading_mdeg"] > 90_000 and told["omega_mdeg_s"] > 90_000
    assert told["left_count"] < 0 < told["right_count"]
    assert told["left_mv"] == pytest.approx(-told["right_mv"], abs=1) and told["right_mv"] > 6500
    assert 7000 < told["battery_mv"] < 7700


def test_roles_of_the_pins(make_scene: MakeScene) -> None:
    world = World(make_scene(), 1)
    by_role: dict[str, list[int]] = {}
    for pin, role in world.pins().items():
        by_role.setdefault(role, []).append(pin)
    assert by_role == {
        "motor": [25, 26, 27, 14], "encoder": [18, 19, 22, 23], "adc": [36, 39, 34, 35, 32], "in": [4], "out": [2],
    }  # fmt: skip


def test_pins_without_a_device_do_nothing(make_scene: MakeScene) -> None:
    world, untouched = World(make_scene(), 1), World(make_scene(), 1)
    for pin in (2, 5, 36, 99):
        world.set_pin(pin, 65535, 0)
    for each in (world, untouched):
        each.advance(100_000)
    assert world.state() == untouched.state()
    assert world.adc([5]) == [0, 0, 0, 0] and world.level(5) == 0


@pytest.mark.parametrize("name", ["oval", "s-bends", "technical"])
def test_two_instances_in_lockstep(line_sprint: dict[str, Scene], name: str) -> None:
    scene = line_sprint[name]
    assert driven(vary(scene, 7, "normal"), 7, 1) == driven(vary(scene, 7, "normal"), 7, 1)


def test_how_often_one_looks_changes_nothing(line_sprint: dict[str, Scene]) -> None:
    scene = vary(line_sprint["oval"], 7, "normal")
    assert driven(scene, 7, 1, every_us=20_000) == driven(scene, 7, 1, every_us=1000)


def test_another_seed_is_another_run(line_sprint: dict[str, Scene]) -> None:
    scene = line_sprint["oval"]
    seven, eight = (driven(vary(scene, seed, "normal"), seed, 1) for seed in (7, 8))
    assert seven != eight
    # Even where nothing varies the noise is the seed's; what moves is not.
    seven, eight = (driven(scene, seed, 1) for seed in (7, 8))
    assert seven != eight and seven[-7] == eight[-7]


def test_an_output_that_changes_often_acts_with_its_mean(make_scene: MakeScene) -> None:
    """PWM by hand, 500 Hz, 70 % of the time off at the second input: like 70 % duty from the PWM unit."""
    by_hand, by_unit = World(make_scene(), 1), World(make_scene(), 1)
    for world in (by_hand, by_unit):
        world.set_pin(25, 65535, 0)
        world.set_pin(27, 65535, 0)
    for pin in (26, 14):
        by_unit.set_pin(pin, round(65535 * 0.3), 0)
    for t in range(0, 2_000_000, 2000):
        by_hand.advance(t)
        for pin in (26, 14):
            by_hand.set_pin(pin, 65535, t)
        by_hand.advance(t + 600)
        for pin in (26, 14):
            by_hand.set_pin(pin, 0, t + 600)
    by_unit.advance(2_000_000)
    by_hand.advance(2_000_000)
    fields = state_fields(5)
    for field in ("x_um", "v_um_s", "left_count"):
        place = fields.index(field)
        assert by_hand.state()[place] == pytest.approx(by_unit.state()[place], rel=0.03)


def test_the_last_of_one_change_holds_for_the_whole_step(make_scene: MakeScene) -> None:
    early, late = World(make_scene(), 1), World(make_scene(), 1)
    early.set_pin(25, 40000, 0)
    late.set_pin(25, 40000, 4999)
    for world in (early, late):
        world.advance(50_000)
    assert early.state() == late.state()
