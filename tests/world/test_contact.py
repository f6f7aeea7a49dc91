"""Contact with forces: what is pushed, what holds, what topples, who pushes whom; that nothing passes through anything
and no energy comes from nowhere."""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from marshrut.simulator.devices.drv8833 import phases
from marshrut.simulator.scene.areas import holds, meets
from marshrut.simulator.scene.model import Mat, Object, Point, Ramp, Robot, Scene, Start, Wall
from marshrut.simulator.world import World
from marshrut.simulator.world.arena.arena import Arena, ArenaState, Setting
from marshrut.simulator.world.arena.gripping import WIDE_OPEN_M
from marshrut.simulator.world.arena.standing import moves
from marshrut.simulator.world.drive import State, at_rest, energy, windings_of
from marshrut.simulator.world.lockstep import Lockstep
from marshrut.simulator.world.traction import GRAVITY

STEP_US = 5000
STEP_S = STEP_US / 1e6
FULL = 65535


def pin(name: str, x: float, y: float, **changed: object) -> Object:
    """A pin of the kegelring: 70 mm thick, 120 mm high, 50 g."""
    return replace(Object(name, "pin", x, y, 0.0, 70.0, 70.0, 120.0, 50.0, 0.4, 0.9), **changed)  # type: ignore[arg-type]


def box(name: str, x: float, y: float, **changed: object) -> Object:
    return replace(Object(name, "box", x, y, 0.0, 60.0, 60.0, 60.0, 80.0, 0.4, 0.9), **changed)  # type: ignore[arg-type]


def post(name: str, x: float, y: float, diameter: float = 50.0) -> Object:
    return Object(name, "post", x, y, 0.0, diameter, diameter, 150.0, 0.0, 0.0, 0.9)


def mat_of(*objects: Object, walls: tuple[Wall, ...] = (), ramps: tuple[Ramp, ...] = ()) -> Mat:
    return Mat(4000.0, 4000.0, 0.85, (), (), walls, (), (), objects, (), ramps)


class Field:
    """Robots on a mat, driven by duties."""

    def __init__(self, mat: Mat, *robots: tuple[Robot, Start], step_us: int = STEP_US) -> None:
        self.robots = [robot for robot, _ in robots]
        self.lockstep = Lockstep(mat, self.robots, step_us)
        self.lockstep.wait = self._others_come
        self.worlds = [
            World(Scene(mat, robot, start, ()), number, step_us, lockstep=self.lockstep)
            for number, (robot, start) in enumerate(robots)
        ]
        self._until = 0

    def drive(self, number: int, left: int, right: int) -> None:
        """Duties from -65535 to 65535, forward positive."""
        world, robot = self.worlds[number], self.robots[number]
        for duty, motor in ((left, robot.left), (right, robot.right)):
            world.set_pin(motor.pin_in1, max(0, duty), world.t_us)
            world.set_pin(motor.pin_in2, max(0, -duty), world.t_us)

    def brake(self, number: int) -> None:
        world, robot = self.worlds[number], self.robots[number]
        for motor in (robot.left, robot.right):
            world.set_pin(motor.pin_in1, FULL, world.t_us)
            world.set_pin(motor.pin_in2, FULL, world.t_us)

    def go(self, seconds: float) -> None:
        self._until += round(seconds * 1e6)
        self.worlds[0].advance(self._until)

    def _others_come(self, number: int) -> None:
        self.lockstep.wanted_us = [self._until] * len(self.worlds)

    def place(self, number: int = 0) -> tuple[float, float, float]:
        """x, y in mm and heading in degrees."""
        x, y, heading, *_ = self.worlds[number].state()
        return x / 1000, y / 1000, heading / 1000

    def speed(self, number: int = 0) -> float:
        return self.worlds[number].state()[3] / 1000

    def object(self, number: int = 0) -> tuple[float, float, float]:
        x, y, _, _, heading, *_ = self.lockstep.state.objects[number]
        return x * 1000, y * 1000, math.degrees(heading)


BESIDE = (Wall("wall", 500.0, 1150.0, 3500.0, 1150.0, 100.0),)


def at(x: float, y: float, heading: float = 0.0) -> Start:
    return Start("start", x, y, heading)


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


# What must hold of every world


@dataclass
class Drawn:
    """A random world with robots, made to be driven step by step."""

    robots: list[Robot]
    mat: Mat
    arena: Arena
    state: ArenaState

    def outline(self, number: int) -> list[Point]:
        x, y, cosine, sine, *_ = self.state.robots[number]
        outline = self.robots[number].outline
        return [
            (x * 1e3 + cosine * ahead - sine * left, y * 1e3 + sine * ahead + cosine * left) for ahead, left in outline
        ]

    def energy(self) -> float:
        """Of motion, J."""
        total = sum(energy(robot, state) for robot, state in zip(self.robots, self.state.robots, strict=True))
        for thing, stance in zip(self.arena.things, self.state.objects, strict=True):
            _, _, _, _, _, vx, vy, spin, _, rate, *_ = stance
            if not thing.fixed:
                total += 0.5 * (thing.mass * (vx * vx + vy * vy) + thing.form(stance).inertia * spin * spin)
                total += 0.5 * thing.edge_inertia * rate * rate
        return total


def draw_world(rover: Robot, chance: random.Random, thrown: bool) -> Drawn:
    """Walls all around and across, objects, one to four robots; `thrown`: the robots move already."""
    size = 2000.0
    sides = ((0, 0, size, 0), (size, 0, size, size), (size, size, 0, size), (0, size, 0, 0))
    walls = [Wall(f"side{i}", *side, 100.0) for i, side in enumerate(sides)]  # type: ignore[arg-type]
    for i in range(chance.randrange(6)):
        x, y, way, length = (
            chance.uniform(100, 1900),
            chance.uniform(100, 1900),
            chance.uniform(0, 7),
            chance.uniform(30, 600),
        )
        walls.append(Wall(f"wall{i}", x, y, x + length * math.cos(way), y + length * math.sin(way), 100.0))
    robots: list[Robot] = []
    first: list[State] = []
    for _ in range(chance.randrange(1, 5)):
        state = list(at_rest(rover, chance.uniform(200, 1800), chance.uniform(200, 1800), chance.uniform(0, 360)))
        drawn = Drawn(
            [rover], mat_of(), Arena(mat_of(), [rover], STEP_US), ArenaState((tuple(state),), (), 0.0, {}, ())
        )  # type: ignore[arg-type]
        body = drawn.outline(0)
        if any(meets(body, (wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm)) for wall in walls):
            continue
        if any(math.dist(state[:2], other[:2]) < 0.22 for other in first):
            continue
        if thrown:
            v, omega = chance.uniform(-1, 1), chance.uniform(-8, 8)
            state[5] = state[7] = v - 0.065 * omega
            state[6] = state[8] = v + 0.065 * omega
        robots.append(rover)
        first.append(tuple(state))  # type: ignore[arg-type]
    if not robots:
        return draw_world(rover, chance, thrown)
    objects: list[Object] = []
    for i in range(chance.randrange(8)):
        kind, size_mm, x, y = (
            chance.choice(("pin", "box", "ball", "post")),
            chance.uniform(30, 120),
            chance.uniform(150, 1850),
            chance.uniform(150, 1850),
        )
        near = [math.dist((x, y), (state[0] * 1e3, state[1] * 1e3)) for state in first]
        near += [math.dist((x, y), (other.x_mm, other.y_mm)) + 20 for other in objects]
        if min(near) < 200 or any(_distance((x, y), wall) < 90 for wall in walls):
            continue
        fixed = kind == "post"
        other = size_mm if kind != "box" else chance.uniform(30, 120)
        mass, friction = (0.0, 0.0) if fixed else (chance.uniform(10, 300), chance.uniform(0.02, 0.6))
        objects.append(
            Object(f"thing{i}", kind, x, y, 0.0, size_mm, other, chance.uniform(40, 150), mass, friction, 0.9)
        )
    mat = Mat(2000.0, 2000.0, 0.85, (), (), tuple(walls), (), (), tuple(objects))
    arena = Arena(mat, robots, STEP_US)
    return Drawn(robots, mat, arena, arena.begin(tuple(first)))


def _distance(point: Point, wall: Wall) -> float:
    from marshrut.simulator.scene.areas import point_to_piece

    return point_to_piece(point, (wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm))


def assert_sound(drawn: Drawn) -> None:
    """Every number is one; no robot stands in a wall, in a post or in another's middle; nothing has left the mat."""
    for number, state in enumerate(drawn.state.robots):
        assert all(map(math.isfinite, state))
        body = drawn.outline(number)
        for wall in drawn.mat.walls:
            assert not meets(body, (wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm)), wall
        for item, stance in zip(drawn.mat.objects, drawn.state.objects, strict=True):
            assert not holds(body, (stance[0] * 1e3, stance[1] * 1e3)), item
    for stance in drawn.state.objects:
        assert all(map(math.isfinite, stance))
        assert -0.001 < stance[0] < 2.001 and -0.001 < stance[1] < 2.001


def settings(rover: Robot) -> Callable[[int, int], Setting]:
    to_left, to_right = windings_of(rover, STEP_S)

    def of(left: int, right: int) -> Setting:
        ahead, back = max(0, left), max(0, -left)
        return to_left(phases(ahead, back)), to_right(phases(max(0, right), max(0, -right))), WIDE_OPEN_M

    return of


HUNDREDS = [pytest.param(first, marks=() if first == 0 else pytest.mark.slow) for first in range(0, 1000, 50)]


@pytest.mark.parametrize("first", HUNDREDS)
def test_no_robot_ends_inside_a_wall_whatever_its_program_does(rover: Robot, first: int) -> None:
    setting = settings(rover)
    for seed in range(first, first + (50 if first else 8)):
        chance = random.Random(seed)
        drawn = draw_world(rover, chance, thrown=False)
        for step in range(400):
            if step % 50 == 0:
                duties = [[chance.choice((0, 30000, FULL, -30000, -FULL)) for _ in "lr"] for _ in drawn.robots]
            drawn.state = drawn.arena.step(drawn.state, [setting(*both) for both in duties])
            if step % 4 == 0:
                assert_sound(drawn)


@pytest.mark.parametrize("first", HUNDREDS)
def test_energy_never_grows_in_a_passive_world(rover: Robot, first: int) -> None:
    """Robots are thrown among things, their motors off. 1e-5 J is what lifts our rover by 3 µm."""
    off = settings(rover)(0, 0)
    for seed in range(first, first + (50 if first else 8)):
        drawn = draw_world(rover, random.Random(seed), thrown=True)
        before = drawn.energy()
        for _ in range(400):
            drawn.state = drawn.arena.step(drawn.state, [off] * len(drawn.robots))
            now = drawn.energy()
            assert now <= before + 1e-5
            before = now
        assert_sound(drawn)
