"""Contact with forces: what is pushed, what holds, what topples, who pushes whom."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from marshrut.simulator.scene import load_robot
from marshrut.simulator.scene.model import Object, Ramp, Robot, Wall
from marshrut.simulator.world.arena.slopes import Slopes
from marshrut.simulator.world.arena.standing import Thing, moves, tilted
from marshrut.simulator.world.drive import at_rest, energy
from marshrut.simulator.world.traction import GRAVITY

from .contact_field import BESIDE, FULL, STEP_S, STEP_US, Field, at, box, mat_of, pin, post

ROBOTS = Path(__file__).resolve().parents[2] / "curriculum" / "robots"

# Pushing


def test_a_pin_is_pushed_and_slides_on_as_far_as_friction_lets_it(rover: Robot) -> None:
    field = Field(mat_of(pin("pin", 1300, 1000)), (rover, at(1000, 1000)))
    field.drive(0, 40000, 40000)
    field.go(2.0)
    x, y, _ = field.object()
    assert x == pytest.approx(field.place()[0] + 85 + 35, abs=0.5)  # before the robot
    assert y == pytest.approx(1000, abs=1)
    speed = field.speed() / 1000
    assert speed > 0.2
    field.brake(0)
    field.go(1.0)
    # v² / 2 μ g from where the robot let it go; it lets go at once, since it brakes harder than the floor does.
    assert (field.object()[0] - x) / 1000 == pytest.approx(speed * speed / (2 * 0.4 * GRAVITY), rel=0.06)
    assert not any(map(moves, field.lockstep.state.objects))


def test_a_heavy_box_holds_a_robot_and_a_light_one_does_not(rover: Robot) -> None:
    for mass, moved in ((100.0, True), (5000.0, False)):
        field = Field(mat_of(box("box", 1250, 1000, mass_g=mass)), (rover, at(1000, 1000)))
        field.drive(0, 40000, 40000)
        field.go(2.0)
        assert (field.object()[0] > 1400) == moved
        if not moved:
            assert field.object()[0] == pytest.approx(1250, abs=0.2)  # the blow


def test_a_box_pushed_at_its_side_turns(rover: Robot) -> None:
    field = Field(mat_of(box("box", 1250, 1070)), (rover, at(1000, 1000)))
    field.drive(0, 40000, 40000)
    field.go(1.5)
    assert field.object()[2] > 3  # its near corner is to the right of its middle, so it turns to the left


def test_the_lightest_thing_between_a_strong_robot_and_a_wall_stays_before_the_wall() -> None:
    """A mass a hundred times the other takes many rounds of impulses."""
    strong = load_robot(ROBOTS / "brick-rover.toml")
    wall = Wall("wall", 2300.0, 0.0, 2300.0, 4000.0, 100.0)
    for aside, heading in ((0, 0), (20, 3)):
        field = Field(
            mat_of(box("box", 2200, 2000, mass_g=5.0), walls=(wall,)), (strong, at(2000, 2000 + aside, heading))
        )
        field.drive(0, FULL, FULL)
        field.go(1.5)
        assert field.object()[0] == pytest.approx(2270, abs=0.5)
        assert field.place()[0] < 2240


@pytest.mark.parametrize("way", ["stands", "lies", "box"])
def test_what_spins_is_stopped_by_the_floor_under_its_whole_foot(rover: Robot, way: str) -> None:
    """Friction acts at the mean distance of the foot from its middle: of a disc 2/3 of its radius, of a square with
    sides of 1 (√2 + asinh 1) / 6, of a thin line a quarter of its length."""
    item = box("box", 2000, 2000) if way == "box" else pin("pin", 2000, 2000)
    arm, per_mass = {  # m, and the inertia for 1 kg
        "stands": (0.035 * 2 / 3, 0.035**2 / 2),
        "lies": (0.12 / 4, (3 * 0.035**2 + 0.12**2) / 12),
        "box": (0.06 * (math.sqrt(2) + math.asinh(1)) / 6, 0.06**2 / 6),
    }[way]
    field = Field(mat_of(item), (rover, at(500, 500)))
    state = field.lockstep.state
    (stance,) = state.objects
    spin = 20.0
    field.lockstep.state = state._replace(objects=((*stance[:7], spin, *stance[8:12], way == "lies"),))
    field.go(0.5)
    assert not moves(field.lockstep.state.objects[0])
    turned = spin**2 / 2 * per_mass / (0.4 * GRAVITY * arm)
    # A step of 5 ms takes the speed at its end: half a step's turn less.
    assert math.radians(field.object()[2]) == pytest.approx(turned - spin * STEP_S / 2, rel=0.01)


def test_one_object_pushes_the_next(rover: Robot) -> None:
    pins = pin("a", 1200, 1000), pin("b", 1290, 1000), box("c", 1380, 1000)
    field = Field(mat_of(*pins), (rover, at(1000, 1000)))
    field.drive(0, 40000, 40000)
    field.go(1.5)
    xs = [field.object(number)[0] for number in range(3)]
    assert xs[1] - xs[0] == pytest.approx(70, abs=2) and xs[2] - xs[1] == pytest.approx(65, abs=2)


def test_a_ball_rolls_on_far(rover: Robot) -> None:
    ball = Object("ball", "ball", 1250.0, 1000.0, 0.0, 60.0, 60.0, 60.0, 40.0, 0.02, 0.9)
    field = Field(mat_of(ball), (rover, at(1000, 1000)))
    field.drive(0, 40000, 40000)
    field.go(1.5)
    speed, x = field.speed() / 1000, field.object()[0]
    field.brake(0)
    field.go(4.0)
    # A rolling ball slows down by friction · g / 1.4.
    assert (field.object()[0] - x) / 1000 == pytest.approx(1.4 * speed * speed / (2 * 0.02 * GRAVITY), rel=0.1)


def test_a_post_stands(rover: Robot) -> None:
    field = Field(mat_of(post("post", 1300, 1000)), (rover, at(1000, 1000)))
    field.drive(0, 40000, 40000)
    field.go(3.0)
    assert field.object() == (1300, 1000, 0)
    assert 1300 - 25 - 85 - 1 < field.place()[0] < 1300 - 25 - 85


@pytest.mark.parametrize(("height", "friction", "falls"), [(20.0, 0.3, False), (20.0, 1.5, False), (100.0, 0.8, True)])
def test_a_pin_pushed_high_on_a_rough_floor_topples(rover: Robot, height: float, friction: float, falls: bool) -> None:
    """Pushed evenly it topples where friction · height is more than its radius."""
    robot = replace(rover, touch_height_mm=height)
    field = Field(mat_of(pin("pin", 1300, 1000, friction=friction)), (robot, at(1000, 1000)))
    field.drive(0, 40000, 40000)
    field.go(2.0)
    stance = field.lockstep.state.objects[0]
    assert stance[12] == falls == (friction * height > 35)
    if falls:
        assert field.object()[0] - field.place()[0] > 85 + 50  # it lies before the robot, along its way
        assert abs(math.sin(math.radians(field.object()[2]))) < 0.1


@pytest.mark.parametrize(
    ("kind", "size", "falls"), [("ball", 200.0, True), ("ball", 60.0, False), ("box", 150.0, False)]
)
def test_a_ball_that_hits_a_pin_above_its_middle_topples_it(rover: Robot, kind: str, size: float, falls: bool) -> None:
    """A pin is pushed by the whole side of a box, and leans against that; a small ball hits its foot."""
    thing = Object("thing", kind, 1300.0, 1000.0, 0.0, size, size, size, 300.0, 0.05, 0.9)
    for things in ((thing, pin("pin", 1700, 1000)), (pin("pin", 1700, 1000), thing)):
        field = Field(mat_of(*things), (rover, at(1000, 1000)))
        field.drive(0, FULL, FULL)
        field.go(2.0)
        stance = field.lockstep.state.objects[things[0] is thing]
        assert stance[0] > 1.75
        assert stance[12] == falls


@pytest.mark.parametrize(("share", "falls"), [(0.98, False), (1.02, True)])
def test_a_pin_falls_when_a_blow_lifts_its_middle_over_the_edge_of_its_foot(share: float, falls: bool) -> None:
    """On paper: the blow turns it about that edge, and what it then has must lift its middle to straight above it."""
    item, step_s = pin("pin", 1000, 1000), 0.0002
    radius, half, mass = 0.035, 0.06, 0.05
    about_edge = mass * (3 * radius**2 + (2 * half) ** 2) / 12 + mass * (radius**2 + half**2)
    lifting_j = mass * GRAVITY * (math.hypot(radius, half) - half)
    blow = share * math.sqrt(2 * lifting_j * about_edge) / 0.1  # N·s, at 100 mm
    thing = Thing(item)
    stance = thing.at_start(item)
    stance = (*stance[:5], 2.0, *stance[6:])  # its foot goes on, so that there is motion enough to take it from
    # The floor holds against the blow: without that the pin would turn about its middle.
    stance = tilted(thing, stance, [(blow, 0.0, 0.1)], (-blow, 0.0), step_s)
    assert stance[8] > 0.0
    while stance[8] > 0.0:
        stance = tilted(thing, stance, [], (0.0, 0.0), step_s)
    assert stance[12] == falls


def test_a_pin_that_was_only_tipped_stands_upright_again(rover: Robot) -> None:
    """A slow ball tips it without toppling it, and it comes back to its foot."""
    ball = Object("ball", "ball", 1300.0, 1000.0, 0.0, 200.0, 200.0, 200.0, 300.0, 0.02, 0.9)
    field = Field(mat_of(ball, pin("pin", 1650, 1000)), (rover, at(1000, 1000)))
    field.drive(0, 30000, 30000)
    tipped = 0.0
    for _ in range(200):
        field.go(0.01)
        tipped = max(tipped, field.lockstep.state.objects[1][8])
        if tipped:
            field.brake(0)
    stance = field.lockstep.state.objects[1]
    assert tipped > 0.01 and not stance[12]
    assert stance[8] == 0.0 and not moves(stance)


# Robots


def test_two_equal_robots_hold_each_other(rover: Robot) -> None:
    field = Field(mat_of(), (rover, at(1000, 1000)), (rover, at(1400, 1000, 180)))
    for number in (0, 1):
        field.drive(number, 40000, 40000)
    field.go(3.0)
    (x0, y0, _), (x1, y1, _) = field.place(0), field.place(1)
    assert x1 - x0 == pytest.approx(170, abs=1)
    assert (x0 + x1) / 2 == pytest.approx(1200, abs=2)
    assert abs(y0 - y1) < 1


def test_the_heavier_robot_pushes_the_lighter(rover: Robot) -> None:
    heavy = replace(rover, mass_g=900, inertia_kg_cm2=26)
    field = Field(mat_of(), (heavy, at(1000, 1000)), (rover, at(1400, 1000, 180)))
    for number in (0, 1):
        field.drive(number, FULL, FULL)
    field.go(3.0)
    assert field.place(0)[0] > 1300
    assert field.place(1)[0] - field.place(0)[0] == pytest.approx(170, abs=2)


def test_a_robot_is_pushed_though_its_program_does_nothing(rover: Robot) -> None:
    field = Field(mat_of(), (rover, at(1000, 1000)), (rover, at(1300, 1000, 90)))
    field.drive(0, 50000, 50000)
    field.go(2.0)
    assert field.place(1)[0] > 1330
    met = [world.newly_met() for world in field.worlds]
    assert [[obstacle for _, obstacle in one] for one in met] == [[("robot", "robot-2")], [("robot", "robot-1")]]


# Slopes


def ramp(slope: float) -> Ramp:
    return Ramp("ramp", ((1200.0, 0.0), (4000.0, 0.0), (4000.0, 4000.0), (1200.0, 4000.0)), 0.0, slope)


def test_a_ramp_takes_speed_away_as_its_height_does(rover: Robot) -> None:
    """Coasting up, against the same robot coasting on the level: the difference is g · sin of the slope."""
    free = replace(rover, left=replace(rover.left, friction_mnm=0.0), right=replace(rover.right, friction_mnm=0.0))
    speeds = []
    for slope in (0.0, 5.0):
        field = Field(mat_of(ramps=(ramp(slope),)), (free, at(1300, 1000)))
        field.drive(0, 50000, 50000)
        field.go(0.7)
        fast = field.speed()
        field.drive(0, 0, 0)
        field.go(0.2)
        speeds.append(fast - field.speed())
    moved = 0.38 + 2 * (0.10 * 2500 + 35) * 1e-7 / 0.0215**2
    lost = 0.38 * GRAVITY * math.sin(math.radians(5)) / moved * 0.2 * 1000
    assert speeds[1] - speeds[0] == pytest.approx(lost, rel=0.02)


def test_who_coasts_over_a_bump_has_no_more_energy_behind_it(rover: Robot) -> None:
    """Wherever its steps fall: up and down are as long. Less than a thousandth is what a step leaves."""
    held = {"friction_mnm": 0.0, "static_friction_mnm": 0.0}
    free = replace(rover, left=replace(rover.left, **held), right=replace(rover.right, **held), rolling_mn=0.0)
    up, down = ((1180.0, 1200.0), 0.0), ((1200.0, 1220.0), 180.0)
    bump = tuple(
        Ramp(f"bump-{uphill}", ((first, 0.0), (last, 0.0), (last, 4000.0), (first, 4000.0)), uphill, 14.0)
        for (first, last), uphill in (up, down)
    )
    for start in range(1000, 1005):
        field = Field(mat_of(ramps=bump), (free, at(start, 1000)))
        rolling = (*field.lockstep.state.robots[0][:5], *[0.8] * 4, *field.lockstep.state.robots[0][9:])
        field.lockstep.state = field.lockstep.state._replace(robots=(rolling,))
        before = energy(free, rolling)
        field.go(0.7)
        assert field.place()[0] > 1300
        assert energy(free, field.lockstep.state.robots[0]) == pytest.approx(before, rel=1e-3)


def test_a_braking_robot_stands_on_a_ramp_and_rolls_down_one_that_is_too_steep(rover: Robot) -> None:
    for slope, holds_on in ((3.0, True), (28.0, False)):
        robot = replace(rover, grip=0.45)
        field = Field(mat_of(ramps=(ramp(slope),)), (robot, at(1500, 1000)))
        field.brake(0)
        field.go(1.0)
        assert (abs(field.place()[0] - 1500) < 1) == holds_on


def test_an_object_slides_down_where_its_friction_is_less_than_the_slope(rover: Robot) -> None:
    for slope, stays in ((20.0, True), (24.0, False)):  # tan 21.8° is 0.4
        field = Field(mat_of(pin("pin", 2000, 2000), ramps=(ramp(slope),)), (rover, at(500, 500)))
        field.go(0.5)
        assert (field.object()[0] == 2000) == stays


def test_a_pin_slides_down_faster_the_steeper_it_is(rover: Robot) -> None:
    """g · (sin - μ · cos): less of its weight presses on a slope."""
    slope = math.radians(30.0)
    field = Field(mat_of(pin("pin", 3000, 2000), ramps=(ramp(30.0),)), (rover, at(500, 500)))
    field.go(0.5)
    gain = GRAVITY * (math.sin(slope) - 0.4 * math.cos(slope))
    assert field.lockstep.state.objects[0][5] == pytest.approx(-gain * 0.5, rel=0.01)


@pytest.mark.parametrize(("aslant", "slides"), [(45.0, True), (70.0, True), (75.0, False)])
def test_a_wall_holds_what_slides_along_it_by_its_friction(rover: Robot, aslant: float, slides: bool) -> None:
    """A box glides down a slope without friction, to a wall that stands aslant to it: there 0.3 of what presses it to
    the wall holds it, between plastics and painted wood; tan 16.7° is that."""
    slope, angle = math.radians(10.0), math.radians(aslant)
    along, normal = (-math.cos(angle), -math.sin(angle)), (math.sin(angle), -math.cos(angle))
    middle = 2500.0, 2000.0
    foot = [middle[i] - 30.3 * normal[i] for i in (0, 1)]
    ends = (foot[0] + 1000 * along[0], foot[1] + 1000 * along[1], foot[0] - 900 * along[0], foot[1] - 900 * along[1])
    thing = box("box", *middle, heading_deg=aslant, friction=0.0)
    field = Field(mat_of(thing, walls=(Wall("wall", *ends, 100.0),), ramps=(ramp(10.0),)), (rover, at(500, 500)))
    field.go(0.5)
    gain = GRAVITY * math.sin(slope) * (math.cos(angle) - 0.3 * math.sin(angle))
    _, _, _, _, _, vx, vy, *_ = field.lockstep.state.objects[0]
    assert (gain > 0.0) == slides
    assert math.hypot(vx, vy) == pytest.approx(max(0.0, gain) * 0.5, rel=0.03, abs=0.002)


def test_a_slope_turns_a_robot_whose_wheel_is_on_it(rover: Robot) -> None:
    """What weighs on each wheel and over the axle is pulled downhill there, and what a gripper holds where that is."""
    down = math.sin(math.radians(10.0))
    beside = Ramp("ramp", ((0.0, 1000.0), (4000.0, 1000.0), (4000.0, 4000.0), (0.0, 4000.0)), 0.0, 10.0)
    slopes = Slopes((beside,), (rover,), STEP_S)
    wheel = 0.38 * GRAVITY * 0.8 / 2 * down
    there, back = at_rest(rover, 1000.0, 999.0, 0.0), at_rest(rover, 1000.0, 999.0, 180.0)
    assert slopes.push(0, there) == pytest.approx((-wheel, 0.0, 0.065 * wheel))  # its left wheel is uphill
    assert slopes.push(0, back) == pytest.approx((wheel, 0.0, 0.065 * wheel), abs=1e-9)  # its right one
    aside = at_rest(rover, 1000.0, 2000.0, 90.0)
    whole = 0.38 * GRAVITY * down
    assert slopes.push(0, aside) == pytest.approx((0.0, whole, 0.0), abs=1e-9)
    held = (0.1, 0.02, 0.5)
    more = 0.5 * down
    assert slopes.push(0, aside, held) == pytest.approx((0.0, whole + more, 0.1 * more), abs=1e-9)
    ahead = at_rest(rover, 1000.0, 2000.0, 0.0)
    assert slopes.push(0, ahead, held) == pytest.approx((-whole - more, 0.0, 0.02 * more), abs=1e-9)


def test_a_ball_rolls_down_as_a_ball_does(rover: Robot) -> None:
    """Its rotation goes with it: g · (sin - μ · cos) / 1.4."""
    ball = Object("ball", "ball", 2000.0, 2000.0, 0.0, 60.0, 60.0, 60.0, 40.0, 0.01, 0.9)
    field = Field(mat_of(ball, ramps=(ramp(10.0),)), (rover, at(500, 500)))
    field.go(0.5)
    slope = math.radians(10.0)
    gain = GRAVITY * (math.sin(slope) - 0.01 * math.cos(slope)) / 1.4
    assert field.lockstep.state.objects[0][5] == pytest.approx(-gain * 0.5, rel=0.01)


@pytest.mark.parametrize("room", [20.0, 60.0, 115.0, 400.0])
def test_a_pin_falls_where_there_is_room_and_leans_where_there_is_none(rover: Robot, room: float) -> None:
    """120 mm of it lie before its foot."""
    tall = replace(rover, touch_height_mm=100.0)
    wall = Wall("wall", 1335 + room, 500, 1335 + room, 1500, 100.0)
    field = Field(mat_of(pin("pin", 1300, 1000, friction=0.9), walls=(wall,)), (tall, at(1150, 1000)))
    field.drive(0, 30000, 30000)
    fell = False
    for _ in range(60):
        field.go(0.02)
        stance = field.lockstep.state.objects[0]
        fell = fell or stance[12]
        ahead = 60 if stance[12] else 35
        assert stance[0] * 1000 + ahead < wall.x0_mm + 0.5
    assert fell == (room > 120)


def test_wheels_that_spin_before_a_wall_do_not_hold_the_robot_there(rover: Robot) -> None:
    """Tyres that slide lengthwise give way sideways, so that it slides along the wall, at one speed in the end."""
    field = Field(mat_of(walls=BESIDE), (rover, at(1000, 1000, 25)))
    field.drive(0, FULL, FULL)
    field.go(2.0)
    there, state = field.place(), field.lockstep.state.robots[0]
    assert state[7] > state[5] + 0.05 and state[8] > state[6] + 0.05  # they spin
    field.go(0.5)
    on = field.place()[0] - there[0]
    field.go(0.5)
    assert field.place()[0] - there[0] == pytest.approx(2 * on, rel=0.02)
    assert on > 20


# Steps


BUMP = (
    Ramp("up", ((1200.0, 0.0), (1220.0, 0.0), (1220.0, 4000.0), (1200.0, 4000.0)), 0.0, 20.0),
    Ramp("down", ((1220.0, 0.0), (1240.0, 0.0), (1240.0, 4000.0), (1220.0, 4000.0)), 180.0, 20.0),
)
MANOEUVRES = {
    "push a pin": (mat_of(pin("pin", 1300, 1015)), [at(1000, 1000)], [(40000, 40000)]),
    "push a box": (mat_of(box("box", 1300, 1030)), [at(1000, 1000)], [(40000, 40000)]),
    "slide along a wall": (mat_of(walls=BESIDE), [at(1000, 1000, 15)], [(40000, 40000)]),
    "arc into a wall": (mat_of(walls=BESIDE), [at(1000, 1000)], [(40000, 42000)]),
    "slip round a post": (mat_of(post("post", 1300, 1060)), [at(1000, 1000)], [(40000, 40000)]),
    "arc on a ramp": (mat_of(ramps=(ramp(8.0),)), [at(1000, 1000, 20)], [(50000, 45000)]),
    "over a bump": (mat_of(ramps=BUMP), [at(1000, 1000)], [(40000, 40000)]),
    "push a robot": (mat_of(), [at(1000, 1000), at(1300, 1030, 100)], [(50000, 50000), (0, 0)]),
}


@pytest.mark.sample(3)
@pytest.mark.parametrize("name", MANOEUVRES)
def test_half_the_step_ends_at_the_same_place(rover: Robot, name: str) -> None:
    """Less than 1 % of the way apart, of every robot and object."""
    mat, starts, duties = MANOEUVRES[name]
    ends, way = [], 0.0
    for step_us in (STEP_US, STEP_US // 2):
        field = Field(mat, *((rover, start) for start in starts), step_us=step_us)
        for number, duty in enumerate(duties):
            field.drive(number, *duty)
        way, before = 0.0, field.place()
        for _ in range(100):
            field.go(0.02)
            way += math.dist(before[:2], field.place()[:2])
            before = field.place()
        ends.append([field.place(i) for i in range(len(starts))] + [field.object(i) for i in range(len(mat.objects))])
    assert way > 150
    for one, other in zip(*ends, strict=True):
        assert math.dist(one[:2], other[:2]) < 0.01 * way
