"""What the pins read: ADC samples and their noise, encoders, buttons."""

import math
import random
import statistics
import struct
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.devices.adc_scale import MARGIN
from marshrut.simulator.devices.button import edges
from marshrut.simulator.devices.chance import normal_rows, word
from marshrut.simulator.devices.drv8833 import ON_OHM
from marshrut.simulator.devices.encoder import LEVELS_A, LEVELS_B, count
from marshrut.simulator.devices.esp32_adc import U16
from marshrut.simulator.scene.model import Button, Light, Line, Part, Polygon, Press, Scene, Stripe, Surface
from marshrut.simulator.world import World

MakeScene = Callable[..., Scene]
SENSOR_PINS = (36, 39, 34, 35, 32)
STEP = 5000


def readings(world: World, steps: int, pin: int) -> list[int]:
    samples: list[int] = []
    for step in range(steps):
        world.advance(step * STEP)
        samples += world.adc([pin])
    return samples


def codes(u16: list[int]) -> list[int]:
    """12-bit codes of what `read_u16` gives."""
    return [value >> 4 for value in u16]


def test_the_adc_stretches_twelve_bits_to_sixteen() -> None:
    scale = U16[MARGIN : MARGIN + 4096]
    assert scale[0] == 0 and scale[-1] == 65535
    assert all(value == (code << 4 | code >> 8) for code, value in enumerate(scale))
    assert U16[0] == U16[MARGIN - 1] == 0 and U16[-1] == U16[MARGIN + 4096] == 65535


def test_dark_reads_high(make_scene: MakeScene) -> None:
    line = Stripe("line", 20.0, 0.05, False, (Line(1000.0, 2000.0, 3000.0, 2000.0, 2000.0),))
    world = World(make_scene(line), 1)
    middle, outer = statistics.mean(world.adc([34])), statistics.mean(world.adc([36]))
    sensor = make_scene().robot.reflectance[0]
    for reading, light in ((middle, 0.05), (outer, 0.85)):
        volts = sensor.black_v + (sensor.white_v - sensor.black_v) * light
        assert reading / 65535 * 3.3 == pytest.approx(volts, abs=3 * sensor.noise_mv / 1000)


def test_noise_is_normal_and_as_strong_as_the_robot_file_says(make_scene: MakeScene) -> None:
    scene = make_scene()
    per_code = 3300 / 4095
    for seed in (1, 2):
        noise = [code * per_code for code in codes(readings(World(scene, seed), 3000, 34))]
        middle, spread = statistics.mean(noise), statistics.stdev(noise)
        wanted = scene.robot.reflectance[2].noise_mv
        assert spread == pytest.approx(wanted, rel=0.04)
        within = sum(abs(value - middle) <= wanted for value in noise) / len(noise)
        assert within == pytest.approx(0.683, abs=0.03)
        beyond = sum(abs(value - middle) > 2 * wanted for value in noise) / len(noise)
        assert beyond == pytest.approx(0.0455, abs=0.012)


def test_averaging_readings_helps(make_scene: MakeScene) -> None:
    """Means of many readings scatter less, by the square root of their number: there is no memory from step to step."""
    noise = codes(readings(World(make_scene(), 5), 6400, 34))
    single = statistics.stdev(noise)
    for number in (4, 16, 64):
        means = [statistics.mean(noise[i : i + number]) for i in range(0, len(noise), number)]
        assert statistics.stdev(means) == pytest.approx(single / math.sqrt(number), rel=0.15)


def test_sensors_have_noises_of_their_own(make_scene: MakeScene) -> None:
    world = World(make_scene(), 3)
    runs: list[list[int]] = [[] for _ in SENSOR_PINS]
    for step in range(3000):
        world.advance(step * STEP)
        for i, pin in enumerate(SENSOR_PINS):
            runs[i] += world.adc([pin])
    for i, first in enumerate(runs):
        for second in runs[i + 1 :]:
            assert abs(statistics.correlation(first, second)) < 0.04
        assert abs(statistics.correlation(first[:-4], first[4:])) < 0.04
        # The four of a step come from one row of a table, which is not endless.
        assert abs(statistics.correlation(first[::4], first[1::4])) < 0.15


def test_more_than_six_sensors_still_have_noises_of_their_own(make_scene: MakeScene) -> None:
    one = make_scene().robot.reflectance[0]
    many = tuple(replace(one, id=f"s{i}", pin=100 + i, x_mm=-40.0, y_mm=4.0 * i - 28.0) for i in range(15))
    world = World(make_scene(reflectance=many), 3)
    assert len({tuple(world.adc([100 + i])) for i in range(15)}) == 15
    assert len(world.state()) == 13 + 15


def test_noise_does_not_depend_on_how_often_one_reads(make_scene: MakeScene) -> None:
    eager, lazy = World(make_scene(), 9), World(make_scene(), 9)
    for step in range(1, 200):
        eager.advance(step * STEP)
        for pin in SENSOR_PINS:
            eager.adc([pin])
            eager.adc([pin])
        eager.state()
        if step % 7 == 0:
            lazy.advance(step * STEP)
            assert lazy.adc([32]) == eager.adc([32])
            assert lazy.state() == eager.state()


def test_bits_of_a_word_are_even_and_belong_to_its_number_alone() -> None:
    words = [word(12345, number) for number in range(4000)]
    for bit in range(64):
        assert sum(each >> bit & 1 for each in words) / len(words) == pytest.approx(0.5, abs=0.04)
    for field in range(0, 63, 9):
        values = [each >> field & 511 for each in words]
        assert abs(statistics.correlation(values[:-1], values[1:])) < 0.06
        # As many different pairs of neighbours as chance gives: no cycle, no drift.
        assert len(set(pairwise(values))) > 3950
    assert len({word(key, 7) for key in range(1000)}) == 1000


def test_rows_of_noise_are_normal() -> None:
    values = [value for row in normal_rows(4) for value in row]
    exact = statistics.NormalDist()
    for number, value in enumerate(sorted(values)):
        assert value == pytest.approx(exact.inv_cdf((number + 0.5) / len(values)), abs=1e-3)
    assert normal_rows(4) == normal_rows(4) != normal_rows(5)


def test_an_encoder_counts_what_its_wheel_turns(make_scene: MakeScene) -> None:
    scene = make_scene(grip=50.0)
    world = World(scene, 1)
    for pin in (25, 27):
        world.set_pin(pin, 65535, 0)
    for pin in (26, 14):
        world.set_pin(pin, 40000, 0)
    world.advance(2_000_000)
    x_um = world.state()[0] - 2_000_000
    counts_per_um = 600 / (math.pi * 43_000)
    left, right, swapped, *none = world.counts([(18, 19), (22, 23), (19, 18), (18, 22), (18, 18), (36, 39)])
    assert left == pytest.approx(x_um * counts_per_um, abs=1)
    assert right == left > 1000
    assert swapped == -left
    assert none == [0, 0, 0]


@given(st.floats(-2, 2))
def test_encoder_phases_change_one_at_a_time(way: float) -> None:
    """A leads B forward; between neighbouring counts one phase changes."""
    here = count(way, 4400.0)
    assert abs(way * 4400.0 - here) <= 0.5 + 1e-6
    now, after = here & 3, here + 1 & 3
    assert (LEVELS_A[now] != LEVELS_A[after]) != (LEVELS_B[now] != LEVELS_B[after])
    assert [LEVELS_A[1], LEVELS_B[1]] == [1, 0]


def test_a_button_goes_down_when_pressed_and_its_contacts_bounce(make_scene: MakeScene) -> None:
    bounces = set()
    for seed in range(20):
        world = World(make_scene(presses=(Press("button", 100, 200),)), seed)
        assert world.level(4) == 1
        changes, t = [], 0
        while edge := world.next_edge((4,), t, 1_000_000):
            changes.append(edge)
            t = edge[0]
        times = [t for t, _, _ in changes]
        assert changes[0] == (100_000, 4, 0)
        assert times == sorted(set(times))
        assert [level for _, _, level in changes] == [0, 1] * (len(changes) // 2)
        down = [t for t in times if t < 300_000]
        up = [t for t in times if t >= 300_000]
        assert down[-1] <= 103_000 and up[0] == 300_000 and up[-1] <= 303_000
        bounces.add(len(changes))
        world.advance(200_000)
        assert world.level(4) == 0
        world.advance(400_000)
        assert world.level(4) == 1
    assert len(bounces) > 3


def test_two_buttons_pressed_together_are_told_one_after_the_other(make_scene: MakeScene) -> None:
    one = make_scene().robot.buttons[0]
    buttons = (one, replace(one, id="second", pin=5))
    world = World(make_scene(presses=(Press("button", 10, 50), Press("second", 10, 50)), buttons=buttons), 1)
    first = world.next_edge((4, 5), 0, 100_000)
    assert first == (10_000, 4, 0)
    assert world.next_edge((4, 5), 10_000, 10_002) == (10_002, 5, 0)


def test_next_edge_is_after_one_time_and_up_to_another(make_scene: MakeScene) -> None:
    world = World(make_scene(presses=(Press("button", 100, 200),)), 1)
    assert world.next_edge((4,), 0, 99_999) is None
    assert world.next_edge((4,), 99_999, 100_000) == (100_000, 4, 0)
    assert world.next_edge((4,), 300_000 + 3_000, 10**9) is None
    assert world.next_edge((), 0, 10**9) is None
    assert world.next_edge((18, 36, 99), 0, 10**9) is None


@given(
    st.lists(st.builds(Press, st.just("b"), st.integers(0, 50), st.integers(0, 30)), max_size=5),
    st.booleans(),
    st.floats(0, 20),
    st.integers(0, 1000),
)
def test_contacts_alternate_whatever_is_pressed(
    presses: list[Press], active_low: bool, bounce_ms: float, seed: int
) -> None:
    changes = edges(Button("b", 4, active_low, bounce_ms), presses, seed)
    levels = [int(active_low)] + [level for _, level in changes]
    assert all(a != b for a, b in pairwise(levels))
    assert [t for t, _ in changes] == sorted(t for t, _ in changes)
    assert levels[-1] == int(active_low)  # let go in the end


@pytest.mark.sample(2)
@pytest.mark.parametrize("program", range(4))
def test_encoder_edges_come_one_by_one_and_add_up(make_scene: MakeScene, program: int) -> None:
    """Who is told of every change of both phases, and acts in between, counts what the encoder counts, a step later."""
    rng = random.Random(program)
    world = World(make_scene(presses=(Press("button", 50, 200),)), program)
    pins = (18, 19, 22, 23, 4)
    levels = {pin: world.level(pin) for pin in pins}
    counted = {18: 0, 22: 0}
    now = target = 0
    while now < 1_200_000:
        edge = world.next_edge(pins, now, target)
        if edge is None:
            now = target
            world.advance(now)
            for _ in range(rng.randrange(3)):
                world.set_pin(rng.choice((25, 26, 27, 14)), rng.choice((0, 0, 30000, 65535)), now)
            target = now + rng.randrange(100, 60_000)
            continue
        now, pin, level = edge
        world.advance(now)
        assert level != levels[pin], "a change is a change"
        levels[pin] = level
        assert all(world.level(each, now) == levels[each] for each in pins)
        if pin == 4:
            continue
        a, b = (18, 19) if pin in (18, 19) else (22, 23)
        # Quadrature: a phase that changes to the other's old level, seen from A, tells the way.
        forward = (levels[a] != levels[b]) if pin == a else (levels[a] == levels[b])
        counted[a] += 1 if forward else -1
    for pin in (25, 26, 27, 14):
        world.set_pin(pin, 65535, now)
    while edge := world.next_edge(pins[:4], now, now + 2_000_000):
        now, pin, level = edge
        world.advance(now)
        levels[pin] = level
        a, b = (18, 19) if pin in (18, 19) else (22, 23)
        counted[a] += 1 if ((levels[a] != levels[b]) if pin == a else (levels[a] == levels[b])) else -1
    world.advance(now + 100_000)
    assert [counted[18], counted[22]] == world.counts([(18, 19), (22, 23)])
    assert max(map(abs, counted.values())) > 100


# The battery's current


def shunt_ma(world: World) -> float:
    """What an INA219 on the battery's wire tells: steps of 10 µV over 0.1 Ω."""
    pointed = world.transfer(struct.pack("<BBBBBHH", 0, 21, 16, 64, 1, 1, 2) + b"\x01", 100, world.t_us)
    return int.from_bytes(pointed.data, "big", signed=True) / 10


@pytest.mark.parametrize("duty", [0, 65535])
def test_a_current_sensor_tells_what_is_taken_from_the_battery(make_scene: MakeScene, duty: int) -> None:
    """At rest what the electronics draw, and what two stalled motors do: battery, bridge and winding let it through."""
    figures = {"address": 64.0, "shunt_ohm": 0.1, "offset_uv": 0.0, "noise_uv": 0.0, "scale_percent": 0.0}
    part = Part("current", "ina219", (("sda", 21), ("scl", 16)), 0.0, 0.0, 0.0, 0.0, tuple(figures.items()))
    scene = make_scene(parts=(part,), mass_g=1e9, inertia_kg_cm2=1e9)  # too heavy to move
    world = World(scene, 1)
    for pin in (25, 27):
        world.set_pin(pin, duty, 0)
    world.advance(100_000)
    robot = scene.robot
    idle_a, ohm = robot.battery.idle_ma / 1000, robot.left.resistance_ohm + ON_OHM
    volts = robot.battery.open_circuit_v - robot.battery.resistance_ohm * idle_a
    motors_a = 2 * volts / (ohm + 2 * robot.battery.resistance_ohm) if duty else 0.0
    assert shunt_ma(world) == pytest.approx((idle_a + motors_a) * 1000, rel=0.005)


# Heights


def at_height(
    make_scene: MakeScene, height_mm: float | None, *surfaces: Surface, lights: tuple[Light, ...] = ()
) -> list[int]:
    """What each line sensor reads without noise, at that height."""
    scene = make_scene(*surfaces)
    sensors = tuple(replace(sensor, height_mm=height_mm) for sensor in scene.robot.reflectance)
    scene = replace(scene, mat=replace(scene.mat, lights=lights), robot=replace(scene.robot, reflectance=sensors))
    return list(World(scene, 7).state()[13:])


def test_at_its_best_height_a_sensor_reads_as_its_file_says(make_scene: MakeScene) -> None:
    assert at_height(make_scene, None) == at_height(make_scene, 2.5)


@pytest.mark.parametrize(("height", "share"), [(0.2, 0.2), (15.0, 0.2), (5.0, 0.73), (1.25, 0.82)])
def test_higher_or_lower_less_light_comes_back(make_scene: MakeScene, height: float, share: float) -> None:
    """A fifth at both ends of a TCRT5000's operating range; white then looks nearly black."""
    best, there = at_height(make_scene, 2.5)[0], at_height(make_scene, height)[0]
    black_code = make_scene().robot.reflectance[0].black_v / 3.3 * 65535
    assert (there - black_code) / (best - black_code) == pytest.approx(share, abs=0.01)


def test_a_high_sensor_sees_a_line_from_farther_aside(make_scene: MakeScene) -> None:
    """Its spot is wider: it sees the edge of a line earlier, and not so sharp."""
    sensor = make_scene().robot.reflectance[0]
    edge = 2000.0 + sensor.y_mm + sensor.footprint_mm / 2 + 2.0
    black = Polygon("black", 0.0, ((0.0, edge), (4000.0, edge), (4000.0, 4000.0), (0.0, 4000.0)))

    def darkened(height: float) -> int:
        return at_height(make_scene, height, black)[0] - at_height(make_scene, height)[0]

    assert darkened(2.5) == 0
    assert darkened(10.0) > 100


def test_lamps_of_the_hall_weigh_more_the_less_comes_back(make_scene: MakeScene) -> None:
    """What is ambient does not lessen with height."""
    lamp = Light("lamp", 0.1, ((0.0, 0.0), (4000.0, 0.0), (4000.0, 4000.0), (0.0, 4000.0)))
    more = [at_height(make_scene, mm)[0] - at_height(make_scene, mm, lights=(lamp,))[0] for mm in (2.5, 10.0)]
    assert more[0] > 0 and more[1] == pytest.approx(more[0], rel=0.03)
