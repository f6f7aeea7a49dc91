"""What sensors find around a robot: things where they are now, others that look over them, echoes too faint to hear."""

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshrut.simulator.scene import load_robot
from marshrut.simulator.scene.model import Light, Mat, Object, Part, Robot, Scene, Start, Wall
from marshrut.simulator.world import World
from marshrut.simulator.world.around import NOTHING, Disc
from marshrut.simulator.world.echoes import heard_mm
from marshrut.simulator.world.light_back import light_back
from marshrut.simulator.world.ranging import View, distance_mm

ROVER = Path(__file__).resolve().parents[2] / "curriculum" / "robots" / "esp32-rover.toml"
TRIG, ECHO, SIGNAL = 5, 12, 13
MM_A_US = 0.3432 / 2
HIGH = 65535
X, Y = 1000.0, 1000.0  # of the axle's middle; the sonar is 80 mm ahead
MakeWorld = Callable[..., World]


def pin(x: float, y: float, **more: object) -> Object:
    return replace(Object("pin", "pin", x, y, 0.0, 70.0, 70.0, 120.0, 150.0, 0.3, 0.8), **more)  # type: ignore[arg-type]


def box(x: float, y: float, heading: float = 0.0, **more: object) -> Object:
    return replace(Object("box", "box", x, y, heading, 100.0, 60.0, 80.0, 500.0, 0.4, 0.5), **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def ranger() -> Robot:
    sonar = Part(
        "sonar", "hc-sr04", (("trig", TRIG), ("echo", ECHO)), 80.0, 0.0, 50.0, 0.0,
        (("noise_mm", 0.0), ("offset_mm", 0.0), ("temperature_c", 20.0)),
    )  # fmt: skip
    bumper = Part(
        "bumper", "bump-switch", (("signal", SIGNAL),), 93.0, 0.0, 20.0, 0.0,
        (("width_mm", 100.0), ("active_low", 1.0), ("bounce_ms", 0.0)),
    )  # fmt: skip
    return replace(load_robot(ROVER), parts=(sonar, bumper))


@pytest.fixture(scope="module")
def make(ranger: Robot) -> MakeWorld:
    def world(*objects: Object, walls: tuple[Wall, ...] = (), heading: float = 0.0) -> World:
        start = Start("start", X, Y, heading)
        mat = Mat(4000.0, 4000.0, 0.85, (), (start,), walls, objects=objects)
        return World(Scene(mat, ranger, start, ()), 7)

    return world


def sonar_mm(world: World) -> float | None:
    """What it tells now; the world goes on until it is ready again."""
    t_us = world.t_us
    world.set_pin(TRIG, HIGH, t_us)
    world.set_pin(TRIG, 0, t_us + 10)
    rise = world.next_edge((ECHO,), t_us + 10, t_us + 50_000)
    assert rise is not None
    fall = world.next_edge((ECHO,), rise[0], rise[0] + 50_000)
    assert fall is not None
    world.advance(t_us + 60_000)
    width = fall[0] - rise[0]
    return None if width >= 38_000 else width * MM_A_US


def drive(world: World, duty: int, for_us: int) -> None:
    for pin1, pin2 in ((25, 26), (27, 14)):
        world.set_pin(pin1, duty, world.t_us)
        world.set_pin(pin2, 0, world.t_us)
    world.advance(world.t_us + for_us)


# Where things are


def test_a_pin_is_as_far_as_its_near_side(make: MakeWorld) -> None:
    assert sonar_mm(make(pin(X + 600, Y))) == pytest.approx(600 - 80 - 35, abs=0.2)
    aside = make(pin(X + 600, Y + 50))
    assert sonar_mm(aside) == pytest.approx(math.hypot(520, 50) - 35, abs=0.2)


def test_a_pin_beside_the_cone_is_not_heard(make: MakeWorld) -> None:
    """Its nearest point must lie within 7.5° of straight ahead, which is 68 mm aside of 520."""
    assert sonar_mm(make(pin(X + 600, Y + 66))) is not None
    assert sonar_mm(make(pin(X + 600, Y + 72))) is None


def test_a_ball_is_heard_where_it_bulges_most(make: MakeWorld) -> None:
    ball = Object("ball", "ball", X + 380, Y, 0.0, 80.0, 80.0, 80.0, 20.0, 0.02, 0.8)
    assert sonar_mm(make(ball)) == pytest.approx(math.hypot(300, 10) - 40, abs=0.2)
    assert (
        sonar_mm(make(replace(ball, length_mm=45.0, width_mm=45.0, height_mm=45.0))) is None
    )  # the sonar looks over it


@pytest.mark.parametrize("heading", [0.0, 25.0, 90.0, 200.0])
def test_a_box_has_four_sides(make: MakeWorld, heading: float) -> None:
    """The nearest that rays of the cone meet, by schoolbook trigonometry."""
    ways = []
    for i in range(-75, 76):
        angle = math.radians(i / 10)
        for turn, half in ((0, 50.0), (90, 30.0), (180, 50.0), (270, 30.0)):
            normal = math.radians(heading + turn)
            facing = -(math.cos(angle) * math.cos(normal) + math.sin(angle) * math.sin(normal))
            if facing < math.cos(math.radians(50)):
                continue
            way = (520 * -math.cos(normal) - half) / facing
            x, y = way * math.cos(angle) - 520, way * math.sin(angle)
            wide = 30.0 if half == 50.0 else 50.0
            if abs(-x * math.sin(normal) + y * math.cos(normal)) <= wide:
                ways.append(way)
    assert sonar_mm(make(box(X + 600, Y, heading))) == pytest.approx(min(ways), abs=0.3)


def test_low_things_are_looked_over(make: MakeWorld) -> None:
    assert sonar_mm(make(pin(X + 600, Y, height_mm=49.0))) is None
    assert sonar_mm(make(box(X + 600, Y, height_mm=49.0))) is None
    wall = Wall("wall", X + 900, Y - 500, X + 900, Y + 500, 100.0)
    assert sonar_mm(make(box(X + 600, Y, height_mm=49.0), walls=(wall,))) == pytest.approx(820, abs=0.3)


def test_a_wall_hides_a_pin_and_a_pin_does_not_hide_a_wall(make: MakeWorld) -> None:
    wall = Wall("wall", X + 400, Y - 500, X + 400, Y + 500, 100.0)
    assert sonar_mm(make(pin(X + 600, Y), walls=(wall,))) == pytest.approx(320, abs=0.3)
    behind = replace(wall, x0_mm=X + 800, x1_mm=X + 800)
    assert sonar_mm(make(pin(X + 600, Y), walls=(behind,))) == pytest.approx(485, abs=0.3)
    assert sonar_mm(make(pin(X + 600, Y + 90), walls=(behind,))) == pytest.approx(720, abs=0.3)


@pytest.mark.parametrize(("x", "height", "found"), [(480, 100.0, None), (480, 49.0, 485), (720, 100.0, 485)])
def test_no_sound_gets_to_a_pin_behind_a_wall_that_throws_it_aside(
    make: MakeWorld, x: float, height: float, found: float | None
) -> None:
    """The wall stands 65° aslant and is silent itself; it hides the pin where it is high enough and before its side."""
    along, aside = 100 * math.cos(math.radians(25)), 100 * math.sin(math.radians(25))
    wall = Wall("wall", X + x - along, Y - aside, X + x + along, Y + aside, height)
    heard = sonar_mm(make(pin(X + 600, Y), walls=(wall,)))
    assert heard == (found if found is None else pytest.approx(found, abs=0.2))


def test_a_pin_is_found_where_it_has_been_pushed_to(make: MakeWorld) -> None:
    """The robot pushes a heavy, low pin, backs off, and finds it where the trace has it; then it has fallen."""
    world = make(pin(X + 200, Y, height_mm=60.0, mass_g=100.0))
    world.newly_moved()
    drive(world, 40_000, 900_000)
    world.set_pin(25, 0, world.t_us)
    world.set_pin(26, 30_000, world.t_us)
    world.set_pin(27, 0, world.t_us)
    world.set_pin(14, 30_000, world.t_us)
    world.advance(world.t_us + 600_000)
    for one in (26, 14):
        world.set_pin(one, 0, world.t_us)
    world.advance(world.t_us + 500_000)
    ((_, x_um, y_um, _, lies),) = world.newly_moved()
    x, y, heading = (value / 1000 for value in world.state()[:3])
    assert not lies and x_um / 1000 > X + 250
    ahead = math.radians(heading / 1000 if abs(heading) > 1000 else heading)
    found = sonar_mm(world)
    sonar_x, sonar_y = x + 80 * math.cos(ahead), y + 80 * math.sin(ahead)
    assert found == pytest.approx(math.hypot(x_um / 1000 - sonar_x, y_um / 1000 - sonar_y) - 35, abs=0.5)


# How far off an echo is heard


def test_small_things_are_heard_less_far() -> None:
    """The rule and its sources are told in `echoes`."""
    assert heard_mm(pin(0, 0)) == pytest.approx(1550, abs=20)
    assert heard_mm(pin(0, 0, length_mm=89.0, height_mm=1200.0)) == pytest.approx(1650, abs=20)
    kinds = [heard_mm(pin(0, 0, length_mm=d, height_mm=h)) for d, h in ((10, 40), (10, 120), (40, 120), (200, 120))]
    assert kinds == sorted(kinds)
    assert heard_mm(pin(0, 0, kind="ball", height_mm=70.0)) < 700


def test_beyond_that_a_pin_is_silent(make: MakeWorld) -> None:
    farthest = heard_mm(pin(0, 0))
    assert sonar_mm(make(pin(X + 80 + 35 + farthest - 2, Y))) is not None
    assert sonar_mm(make(pin(X + 80 + 35 + farthest + 2, Y))) is None


# Bumpers


@pytest.mark.parametrize(("mass_g", "presses"), [(100.0, False), (160.0, False), (200.0, True), (1000.0, True)])
def test_what_slides_more_easily_than_a_switch_closes_does_not_close_it(
    make: MakeWorld, mass_g: float, presses: bool
) -> None:
    """A lever switch takes 0.49 N; a pin of 167 g with friction of 0.3 rubs as much."""
    world = make(pin(X + 200, Y, mass_g=mass_g, height_mm=60.0))
    drive(world, 30_000, 1_200_000)
    edge = world.next_edge((SIGNAL,), 0, world.t_us)
    assert world.newly_met()[0][1] == ("object", "pin")
    assert (world.level(SIGNAL) == 0) is presses
    assert edge is None or presses


@pytest.mark.parametrize("thing", ["post", "box"])
def test_posts_and_boxes_press(make: MakeWorld, thing: str) -> None:
    item = pin(X + 200, Y, kind="post", mass_g=0.0) if thing == "post" else box(X + 215, Y, 30.0, mass_g=3000.0)
    world = make(item)
    drive(world, 30_000, 1_200_000)
    assert world.level(SIGNAL) == 0


def test_a_press_is_foretold_though_the_thing_moves_too(make: MakeWorld) -> None:
    """A heavy ball rolls at a robot that stands: the edge comes when it is there, however far ahead one asks."""
    ramped = make(pin(X + 200, Y, mass_g=300.0, height_mm=60.0))
    drive(ramped, 30_000, 100_000)
    foretold = ramped.next_edge((SIGNAL,), ramped.t_us, ramped.t_us + 3_000_000)
    assert foretold is not None
    step = make(pin(X + 200, Y, mass_g=300.0, height_mm=60.0))
    drive(step, 30_000, 100_000)
    while (found := step.next_edge((SIGNAL,), step.t_us, step.t_us + 5000)) is None:
        step.advance(step.t_us + 5000)
    assert found == foretold


# Light


def view(**more: float) -> View:
    given = {"x_mm": 0.0, "y_mm": 0.0, "z_mm": 50.0, "heading_deg": 0.0, "cone_deg": 25.0, "most_mm": 4000.0}
    return View(**(given | more))


HERE = (0.0, 0.0, 1.0, 0.0)
TALL = Wall("wall", 1000.0, -3000.0, 1000.0, 3000.0, 2000.0)


def disc(x: float, y: float, light: float = 0.88, radius: float = 35.0, height: float = 120.0) -> Disc:
    return Disc(x, y, radius, height, False, light, 4000.0)


def test_a_wall_across_the_cone_is_as_far_as_it_is() -> None:
    found = light_back((TALL,), NOTHING, (), HERE, view(z_mm=1000.0))
    assert found is not None
    assert found.way_mm == pytest.approx(1000.0)
    assert found.signal == pytest.approx(0.88, rel=0.03)
    far = light_back((replace(TALL, x0_mm=2000.0, x1_mm=2000.0),), NOTHING, (), HERE, view(z_mm=1000.0))
    assert far is not None and far.signal == pytest.approx(found.signal / 4)


@given(st.floats(60, 1900), st.floats(-300, 300), st.floats(0.05, 1.0))
@settings(max_examples=60)
def test_a_disc_gives_light_by_its_share_of_the_cone_and_its_colour(x: float, y: float, light: float) -> None:
    there = NOTHING._replace(discs=(disc(x, y, light),))
    found = light_back((), there, (), HERE, view())
    if found is None:
        assert abs(math.degrees(math.atan2(y, x))) > 12.5 - math.degrees(math.asin(min(1.0, 35 / math.hypot(x, y)))) - 1
        return
    nearest = math.hypot(x, y) - 35
    assert nearest * math.cos(math.radians(12.5)) - 1 <= found.way_mm <= nearest + 36
    white = light_back((), NOTHING._replace(discs=(disc(x, y, 1.0),)), (), HERE, view())
    assert white is not None and found.signal == pytest.approx(white.signal * light)
    assert found.signal * (nearest / 1000) ** 2 <= 1.01 * light


def test_a_pin_before_a_wall_blends_with_it() -> None:
    wall = replace(TALL, height_mm=120.0)
    pin_alone = light_back((), NOTHING._replace(discs=(disc(700, 0),)), (), HERE, view())
    both = light_back((wall,), NOTHING._replace(discs=(disc(700, 0),)), (), HERE, view())
    assert pin_alone is not None and both is not None
    assert pin_alone.way_mm < both.way_mm < 1000
    assert both.signal > pin_alone.signal


def test_light_that_passes_over_a_low_wall_comes_back_from_the_one_behind() -> None:
    """The low one, 20 mm above the sensor at 400 mm, hides what is up to 50 mm above it at 1000 mm."""
    low = Wall("low", 400.0, -3000.0, 400.0, 3000.0, 70.0)
    seen = [
        light_back(walls, NOTHING, (), HERE, view())
        for walls in ((TALL, low), (low,), (TALL,), (replace(TALL, height_mm=100.0),))
    ]
    both, near, far, hidden = [(found.signal, found.signal * found.way_mm) for found in seen if found is not None]
    assert both == pytest.approx([near[i] + far[i] - hidden[i] for i in (0, 1)])
    assert both[1] / both[0] > 410.0 and near[1] / near[0] == pytest.approx(400.0)


def test_sun_on_what_is_seen() -> None:
    sun = Light("sun", 0.6, ((500.0, -3000.0), (1500.0, -3000.0), (1500.0, 3000.0), (500.0, 3000.0)))
    lit, shade = (light_back((TALL,), NOTHING, lights, HERE, view()) for lights in ((sun,), ()))
    assert lit is not None and shade is not None
    assert lit.ambient == pytest.approx(0.6) and shade.ambient == 0.0


def test_sound_in_a_cone_of_pins_and_walls_costs_little() -> None:
    """Eight pins and four walls in less than 150 µs, with room for a busy computer: the best of many."""
    import time

    walls = [
        Wall("w", *ends, 100.0)
        for ends in ((0, 0, 2000, 0), (2000, 0, 2000, 2000), (2000, 2000, 0, 2000), (0, 2000, 0, 0))
    ]
    discs = [
        Disc(
            1000 + 500 * math.cos(i * math.pi / 4),
            1000 + 500 * math.sin(i * math.pi / 4),
            35.0,
            120.0,
            False,
            0.8,
            1500.0,
        )
        for i in range(8)
    ]
    looks = view(cone_deg=15.0, steepest_deg=50.0)
    best = math.inf
    for turn in range(300):
        angle = math.radians(turn)
        pose = 1000.0, 1000.0, math.cos(angle), math.sin(angle)
        begun = time.thread_time()
        for _ in range(4):
            distance_mm(walls, pose, looks, discs)
        best = min(best, (time.thread_time() - begun) / 4)
    assert best < 150e-6


# Rangers that hear each other


def test_two_rangers_of_one_robot_hear_each_other(ranger: Robot) -> None:
    """They look at one wall. Fired together each hears its own echo; the second, 2 ms later, what the first sent."""
    first, bumper = ranger.parts
    second = replace(first, id="second", pins=(("trig", 15), ("echo", 16)), y_mm=40.0)
    robot = replace(ranger, parts=(first, second, bumper))
    start = Start("start", X, Y, 0.0)
    wall = Wall("wall", X + 1080, Y - 1000, X + 1080, Y + 1000, 100.0)

    def widths(late_us: int) -> tuple[float, float]:
        world = World(Scene(Mat(4000.0, 4000.0, 0.85, (), (start,), (wall,)), robot, start, ()), 7)
        for trig, at in ((TRIG, 0), (15, late_us)):
            world.set_pin(trig, HIGH, at)
            world.set_pin(trig, 0, at + 10)
        found = []
        for echo in (ECHO, 16):
            rise = world.next_edge((echo,), 0, 50_000)
            assert rise is not None
            fall = world.next_edge((echo,), rise[0], 60_000)
            assert fall is not None
            found.append((fall[0] - rise[0]) * MM_A_US)
        return found[0], found[1]

    assert widths(0) == pytest.approx((1000, 1000), abs=1)
    mirrored = math.hypot(2000, 40) / 2
    assert widths(2000) == pytest.approx((1000, mirrored - 2000 * MM_A_US), abs=1)
    assert widths(30_000) == pytest.approx((1000, 1000), abs=1)


@pytest.mark.parametrize("read_s", [0.5, 25.0])
def test_a_laser_keeps_what_it_has_measured_however_late_it_is_read(read_s: float) -> None:
    """Longer than the world remembers how all stood."""
    robot = load_robot(ROVER.with_name("pico-sensor-rover.toml"))
    start = Start("start", 3000.0, 2000.0, 0.0)
    mat = Mat(4000.0, 4000.0, 0.85, (), (start,), (Wall("wall", 3500.0, 1000.0, 3500.0, 3000.0, 200.0),))
    world = World(Scene(mat, robot, start, ()), 1)
    laser = next(device for device in world._parts.devices if device.part.chip == "vl53l0x")
    world.advance(100_000)
    laser.i2c_write(bytes((0, 1)), 100_000)
    for motor in (robot.left, robot.right):  # and away from the wall, after the measurement
        world.set_pin(motor.pin_in2, 40_000, 100_000)
    while world.t_us < read_s * 1e6:
        world.advance(world.t_us + 20_000)
        world.newly_shown()
    laser.i2c_write(bytes((0x1E,)), world.t_us)
    assert int.from_bytes(laser.i2c_read(2, world.t_us), "big") == pytest.approx(415, abs=10)
    assert world.state()[0] < (2900_000 if read_s > 20 else 3000_000)
