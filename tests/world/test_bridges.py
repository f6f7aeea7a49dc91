"""Motor bridges against their data sheets' truth tables, and what their losses leave of the battery."""

from collections.abc import Callable
from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.devices import drv8833, l298, tb6612
from marshrut.simulator.devices.bridge import FULL, Chopped, Phases
from marshrut.simulator.scene.model import Scene
from marshrut.simulator.world import World

OPEN, BRAKE, FORWARD, BACKWARD = Phases(0, 0, 1), Phases(0, 1, 0), Phases(1, 0, 0), Phases(-1, 0, 0)
DUTY = st.integers(0, FULL)

# chip; in1, in2, pwm, standby; what the data sheet calls it
TABLE = [
    (drv8833, 0, 0, 1, 1, OPEN),
    (drv8833, 1, 0, 1, 1, FORWARD),
    (drv8833, 0, 1, 1, 1, BACKWARD),
    (drv8833, 1, 1, 1, 1, BRAKE),
    (drv8833, 1, 0, 1, 0, OPEN),
    (tb6612, 1, 1, 1, 1, BRAKE),
    (tb6612, 1, 1, 0, 1, BRAKE),
    (tb6612, 0, 1, 1, 1, BACKWARD),
    (tb6612, 0, 1, 0, 1, BRAKE),
    (tb6612, 1, 0, 1, 1, FORWARD),
    (tb6612, 1, 0, 0, 1, BRAKE),
    (tb6612, 0, 0, 1, 1, OPEN),
    (tb6612, 1, 0, 1, 0, OPEN),
    (tb6612, 1, 1, 0, 0, OPEN),
    (l298, 1, 0, 1, 1, FORWARD),
    (l298, 0, 1, 1, 1, BACKWARD),
    (l298, 1, 1, 1, 1, BRAKE),
    (l298, 0, 0, 1, 1, BRAKE),
    (l298, 1, 0, 0, 1, OPEN),
    (l298, 0, 0, 0, 1, OPEN),
]


@pytest.mark.parametrize(("chip", "in1", "in2", "pwm", "standby", "expected"), TABLE)
def test_levels_do_what_the_truth_table_says(
    chip: ModuleType, in1: int, in2: int, pwm: int, standby: int, expected: Phases
) -> None:
    assert chip.phases(in1 * FULL, in2 * FULL, pwm * FULL, standby * FULL) == expected


def test_pwm_on_the_enable_coasts_and_on_the_pwm_pin_brakes() -> None:
    quarter = FULL // 4
    assert l298.phases(FULL, 0, quarter) == pytest.approx((0.25, 0.0, 0.75), abs=1e-4)
    assert tb6612.phases(0, FULL, quarter) == pytest.approx((-0.25, 0.75, 0.0), abs=1e-4)


@given(DUTY, DUTY)
def test_two_inputs_alone_make_the_same_of_any_fet_bridge(in1: int, in2: int) -> None:
    assert tb6612.phases(in1, in2) == pytest.approx(drv8833.phases(in1, in2), abs=1e-9)


@given(DUTY, DUTY, DUTY, DUTY, st.sampled_from([drv8833, tb6612, l298]))
def test_shares_are_a_whole_period(in1: int, in2: int, pwm: int, standby: int, chip: ModuleType) -> None:
    shares = chip.phases(in1, in2, pwm, standby)
    assert abs(shares.drive) + shares.brake + shares.coast == pytest.approx(1.0)


def bipolar(shares: Phases, ohm: float = 6.15) -> Chopped:
    made = l298.chopped(shares, ohm, 0.0015)
    assert made is not None
    return made


def test_a_bipolar_bridge_loses_what_its_data_sheet_says() -> None:
    """2.55 V at 1 A, 3.7 V at 2 A."""
    for amps, lost in ((1.0, 2.55), (2.0, 3.7)):
        load_ohm = (12.0 - lost) / amps
        mean, _, share = bipolar(FORWARD, load_ohm + l298.ON_OHM).current(12.0, 0.0)
        assert mean == pytest.approx(amps)
        assert share == 1.0


def test_a_bipolar_bridge_leaves_nothing_of_a_weak_battery() -> None:
    assert bipolar(FORWARD).current(1.3, 0.0) == (0.0, 0.0, 0.0)
    assert bipolar(BRAKE).current(7.4, 1.3)[0] == 0.0
    assert bipolar(BRAKE).current(7.4, 3.0)[0] < 0.0


@given(
    drive=st.floats(-1, 1),
    coast_of_rest=st.sampled_from([0.0, 1.0]),
    battery=st.floats(0, 9),
    emf=st.floats(-9, 9),
)
def test_a_bipolar_bridge_takes_from_motor_and_battery_and_gives_nothing(
    drive: float, coast_of_rest: float, battery: float, emf: float
) -> None:
    """What the battery gives is what the motor takes and the losses, which are not negative."""
    rest = 1.0 - abs(drive)
    made = l298.chopped(Phases(drive, rest * (1 - coast_of_rest), rest * coast_of_rest), 6.15, 0.0015)
    if made is None:
        return
    mean, conductance, share = made.current(battery, emf)
    assert conductance >= 0.0
    assert battery * share * mean - emf * mean >= -1e-9


MakeScene = Callable[..., Scene]


def driven(make_scene: MakeScene, outputs: dict[int, int], us: int = 2_000_000, **motor: object) -> World:
    world = World(make_scene(motor=motor), 1)
    for pin, duty in outputs.items():
        world.set_pin(pin, duty, 0)
    world.advance(us)
    return world


def forward(world: World) -> int:
    return world.state()[3]


def test_a_tb6612_drives_with_pwm_and_wakes_both_sides_with_one_pin(make_scene: MakeScene) -> None:
    wiring = {"driver": "tb6612", "pin_pwm": 33, "pin_standby": 13}
    scene = make_scene(motor=wiring)
    scene = replace(scene, robot=replace(scene.robot, right=replace(scene.robot.right, pin_pwm=16)))
    ahead = {scene.robot.left.pin_in1: FULL, scene.robot.right.pin_in1: FULL, 33: FULL // 2, 16: FULL // 2}
    speeds = {}
    for standby in (0, FULL):
        world = World(scene, 1)
        for pin, duty in (ahead | {13: standby}).items():
            world.set_pin(pin, duty, 0)
        world.advance(2_000_000)
        speeds[standby] = forward(world)
    assert speeds[0] == 0
    assert speeds[FULL] > 150_000


def test_a_bipolar_bridge_is_slower_than_one_of_fets(make_scene: MakeScene) -> None:
    ahead = {25: FULL, 27: FULL}
    fast = forward(driven(make_scene, ahead, driver="drv8833"))
    slow = forward(driven(make_scene, ahead, driver="l298"))
    assert 0.6 * fast < slow < 0.9 * fast


def test_a_bipolar_bridge_brakes_and_coasts(make_scene: MakeScene) -> None:
    """On a free roll the one with its enable low rolls further."""
    speeds = []
    for stop in ({25: 0, 27: 0}, {33: 0}):
        world = driven(make_scene, {25: FULL, 27: FULL, 33: FULL}, driver="l298", pin_pwm=33)
        for pin, duty in stop.items():
            world.set_pin(pin, duty, world.t_us)
        world.advance(world.t_us + 50_000)
        speeds.append(forward(world))
    assert speeds[0] < 0.9 * speeds[1]
