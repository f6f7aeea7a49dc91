"""Walls: what the files may say of them, how far off they are seen, and that a robot stops at them."""

import math
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene import SceneError, load_robot, load_scene, load_world
from marshrut.simulator.scene.areas import meets, point_to_piece, room_between
from marshrut.simulator.scene.model import Mat, Robot, Scene, Start, Wall
from marshrut.simulator.world import World
from marshrut.simulator.world.ranging import View, distance_mm

ROVER = Path(__file__).resolve().parents[2] / "curriculum" / "robots" / "esp32-rover.toml"
ARENA = """
id = "arena"
title = { en = "Arena", ru = "Арена", kk = "Арена" }
mat = { width_mm = 2000, height_mm = 1000, reflectance = 0.85 }

[[start]]
id = "start"
x_mm = 500
y_mm = 500
heading_deg = 0

[[wall]]
id = "end"
from_mm = [1500, 200]
to_mm = [1500, 800]

[[wall]]
id = "side"
from_mm = [200, 900]
to_mm = [1800, 900]
height_mm = 30
"""
SQUARE = ((100.0, 50.0), (100.0, -50.0), (-100.0, -50.0), (-100.0, 50.0))
AHEAD = (0.0, 0.0, 1.0, 0.0)  # a pose: at the corner of the mat, looking along x


def wall(x0: float, y0: float, x1: float, y1: float, height: float = 100.0) -> Wall:
    return Wall("wall", x0, y0, x1, y1, height)


def look(walls: list[Wall], pose: tuple[float, float, float, float] = AHEAD, **view: float) -> float | None:
    nominal = {"x_mm": 0.0, "y_mm": 0.0, "z_mm": 40.0, "heading_deg": 0.0, "cone_deg": 20.0, "most_mm": 3000.0}
    return distance_mm(walls, pose, View(**(nominal | view)))


# Files


@pytest.mark.parametrize(
    ("old", "new", "where", "parts"),
    [
        ("to_mm = [1500, 800]", "to_mm = [1500, 200]", "to_mm = [1500, 200]", ["wall[end].to_mm", "no length"]),
        ('id = "side"', 'id = "end"', 'id = "end"\nfrom_mm = [200', ["wall[2].id", "end"]),
        ("to_mm = [1800, 900]", "to_mm = [2001, 900]", "[[wall]]\nid = \"side\"", ["side", "2001", "2000 × 1000"]),
        ("height_mm = 30", "height_mm = 0", "height_mm = 0", ["wall[side].height_mm", "at least 1"]),
        ("x_mm = 500", "x_mm = 1450", "[[start]]", ["start", "end", "0 mm", "25 mm"]),
        ("x_mm = 500", "x_mm = 1405", "[[start]]", ["10 mm", "25 mm"]),
    ],
    ids=["no length", "a name twice", "off the mat", "no height", "a start on a wall", "a start at a wall"],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(tmp_path: Path, old: str, new: str, where: str, parts: list[str]) -> None:
    text = ARENA.replace(old, new, 1)
    path = tmp_path / "arena.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SceneError) as caught:
        load_scene(path, ROVER)
    assert caught.value.line == text.count("\n", 0, text.index(where)) + 1
    for part in parts:
        assert part in str(caught.value)
    assert len({caught.value.tell(language) for language in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("x_mm", "words"),
    [
        ("84", "lies within the robot's outline, where no wall"),
        ("85.4", "stands out 0.4 mm before the robot's outline, and no wall comes that near"),
        ("95.5", "stands out 10.5 mm before the robot's outline, and its travel is 10 mm"),
        ("150", "stands out 65 mm"),
    ],
)
def test_a_bumper_that_no_wall_can_press(x_mm: str, words: str, tmp_path: Path) -> None:
    text = (
        ROVER.read_text(encoding="utf-8")
        + """
[[part]]
id = "bumper"
chip = "bump-switch"
pins = { signal = 13 }
x_mm = {}
"""
    )
    path = tmp_path / "rover.toml"
    path.write_text(text.replace("{}", x_mm), encoding="utf-8")
    with pytest.raises(SceneError, match=words) as caught:
        load_robot(path)
    assert "`x_mm` from 86 to 95. [C46]" in str(caught.value)
    assert caught.value.line == text[: text.index("[[part]]")].count("\n") + 1
    assert len({caught.value.tell(language) for language in LANGUAGES}) == len(LANGUAGES)
    for fitting in ("86", "95", "92\ny_mm = 40\nwidth_mm = 30"):
        path.write_text(text.replace("{}", fitting), encoding="utf-8")
        assert load_robot(path).parts


def test_a_bumper_at_the_side_or_at_a_slanting_corner(tmp_path: Path) -> None:
    text = ROVER.read_text(encoding="utf-8")
    text += '\n[[part]]\nid = "bumper"\nchip = "bump-switch"\npins = { signal = 13 }\nwidth_mm = 40\n'
    path = tmp_path / "rover.toml"
    for place in ("y_mm = 80\nheading_deg = 90", "x_mm = 68\ny_mm = 72\nheading_deg = 66"):
        path.write_text(f"{text}{place}\n", encoding="utf-8")
        assert load_robot(path).parts, place
    path.write_text(text + "y_mm = 60\nheading_deg = 90\n", encoding="utf-8")
    with pytest.raises(SceneError, match="outline") as caught:
        load_robot(path)
    assert "x_mm" not in str(caught.value)


def test_a_wall_is_as_high_as_the_file_says(tmp_path: Path) -> None:
    path = tmp_path / "arena.toml"
    path.write_text(ARENA, encoding="utf-8")
    end, side = load_world(path).mat.walls
    assert (end.height_mm, side.height_mm) == (100.0, 30.0)


# Seeing


def test_straight_ahead() -> None:
    assert look([wall(700, -500, 700, 500)]) == 700.0


def test_what_stands_behind_beside_or_too_far_is_not_seen() -> None:
    assert look([wall(-700, -500, -700, 500)]) is None
    assert look([wall(100, 500, 900, 500)]) is None
    assert look([wall(3001, -500, 3001, 500)]) is None


def test_the_nearest_of_several() -> None:
    assert look([wall(900, -500, 900, 500), wall(400, -10, 400, 10), wall(500, -500, 500, 500)]) == 400.0


def test_over_a_low_wall() -> None:
    low, high = wall(400, -500, 400, 500, height=30.0), wall(900, -500, 900, 500, height=100.0)
    assert look([low, high], z_mm=40.0) == 900.0
    assert look([low, high], z_mm=30.0) == 400.0


def test_from_where_the_sensor_sits_and_looks() -> None:
    east = wall(700, -500, 700, 500)
    assert look([east], x_mm=60.0) == 640.0
    north = wall(-500, 800, 500, 800)
    assert look([north], heading_deg=90.0, y_mm=50.0) == 750.0
    turned = (100.0, 200.0, 0.0, 1.0)  # the robot looks along y
    assert look([north], turned, x_mm=60.0) == 540.0
    assert look([east], turned, heading_deg=-90.0, y_mm=-60.0) == 540.0


def test_a_post_at_the_cones_edge() -> None:
    post = wall(1000, 170, 1000, 175)  # 9.6° to 9.9° aside
    assert look([post], cone_deg=20.0) == pytest.approx(math.hypot(1000, 170))
    assert look([post], cone_deg=19.0) is None


@pytest.mark.parametrize("aslant", [30, 45, 52, 56, 70])
def test_a_smooth_wall_too_aslant_throws_the_sound_aside(aslant: int) -> None:
    """Of the cone of 10°, some ray meets a wall that is turned by up to 55° at no more than 50°."""
    sine, cosine = math.sin(math.radians(aslant)), math.cos(math.radians(aslant))
    turned = wall(1000 + 2000 * sine, -2000 * cosine, 1000 - 2000 * sine, 2000 * cosine)
    seen, heard = look([turned], cone_deg=10.0), look([turned], cone_deg=10.0, steepest_deg=50.0)
    assert seen == pytest.approx(1000 * cosine / math.cos(math.radians(aslant - 5)))
    if aslant <= 55:
        assert heard == pytest.approx(1000 * cosine / math.cos(math.radians(min(aslant - 5, 50))))
    else:
        assert heard is None


def test_no_sound_gets_behind_a_wall_that_throws_it_aside() -> None:
    near = wall(300, -300, 900, 300)  # at 45°, and more than the whole cone wide
    behind = wall(1200, -2000, 1200, 2000)
    assert look([near, behind], cone_deg=10.0, steepest_deg=30.0) is None
    assert look([behind], cone_deg=10.0, steepest_deg=30.0) == 1200.0


coordinate = st.integers(-2000, 2000)
some_walls = st.lists(
    st.builds(wall, coordinate, coordinate, coordinate, coordinate).filter(
        lambda w: point_to_piece((0.0, 0.0), (w.x0_mm, w.y0_mm), (w.x1_mm, w.y1_mm)) > 5 and w.x0_mm != w.x1_mm
    ),
    max_size=5,
)


@given(some_walls, st.integers(2, 60), st.sampled_from([90.0, 50.0]))
def test_what_rays_close_together_find(walls: list[Wall], cone: int, steepest: float) -> None:
    """No ray of the cone, shot by schoolbook trigonometry, meets anything nearer.

    Where one wall may hide a part of another, and the angle counts, what is found is that of the nearest of rays a
    degree apart: from one to the next the way changes by tan(50°) times that.
    """
    found = look(walls, cone_deg=float(cone), steepest_deg=steepest)
    rays = [shot(walls, math.radians(cone * (i / 60 - 0.5)), steepest) for i in range(61)]
    ways = [way for way in rays if way is not None and way <= 3000.0]
    if found is None:
        assert not ways
    else:
        hidden = len(walls) > 1 and steepest < 90.0
        leeway = math.radians(1.0) * math.tan(math.radians(steepest)) if hidden else 0.0
        assert min(ways, default=math.inf) >= found * (1.0 - leeway) - 1e-6


def shot(walls: list[Wall], angle: float, steepest: float) -> float | None:
    nearest, heard = math.inf, False
    for w in walls:
        normal = math.atan2(w.x1_mm - w.x0_mm, -(w.y1_mm - w.y0_mm))
        facing = math.cos(angle - normal)
        if abs(facing) < 1e-12:
            continue
        way = (w.x0_mm * math.cos(normal) + w.y0_mm * math.sin(normal)) / facing
        along = (way * math.cos(angle) - w.x0_mm, way * math.sin(angle) - w.y0_mm)
        wide = (w.x1_mm - w.x0_mm, w.y1_mm - w.y0_mm)
        share = (along[0] * wide[0] + along[1] * wide[1]) / (wide[0] ** 2 + wide[1] ** 2)
        if 0 <= way < nearest and 0 <= share <= 1:
            nearest, heard = way, abs(facing) >= math.cos(math.radians(steepest))
    return nearest if heard else None


# Meeting


@pytest.mark.parametrize(
    ("a", "b", "met"),
    [
        ((-200, 0), (200, 0), True),
        ((0, 0), (10, 0), True),  # within
        ((100, -200), (100, 200), True),  # along an edge
        ((101, -200), (101, 200), False),
        ((110, 50), (200, 50), False),  # in one row with an edge
        ((90, 55), (105, 40), True),  # cuts off a corner
        ((100, 60), (115, 45), False),
    ],
)
def test_a_piece_meets_an_area(a: tuple[float, float], b: tuple[float, float], met: bool) -> None:
    assert meets(SQUARE, a, b) is met
    assert (room_between(SQUARE, a, b) == 0.0) is met


def test_the_room_between_an_area_and_a_piece() -> None:
    assert room_between(SQUARE, (130, -500), (130, 500)) == 30.0
    assert room_between(SQUARE, (130, 90), (200, 200)) == 50.0


@pytest.fixture
def arena(rover: Robot) -> Callable[..., World]:
    def make(*walls: Wall, heading: float = 0.0) -> World:
        start = Start("start", 1000.0, 1000.0, heading)
        return World(Scene(Mat(2000.0, 2000.0, 0.85, (), (start,), walls), rover, start, ()), 7)

    return make


def drive(world: World, left: int, right: int) -> None:
    """Duties from -65535 to 65535, forward positive, on the rover's pins."""
    for duty, in1, in2 in ((left, 25, 26), (right, 27, 14)):
        world.set_pin(in1, max(0, duty), world.t_us)
        world.set_pin(in2, max(0, -duty), world.t_us)


def place(world: World) -> tuple[float, float]:
    x, y, *_ = world.state()
    return x / 1000, y / 1000


def test_a_robot_stops_at_a_wall_and_drives_back(arena: Callable[..., World]) -> None:
    world = arena(wall(1300, 500, 1300, 1500))
    drive(world, 30000, 30000)
    world.advance(4_000_000)
    x, y = place(world)
    assert 1300 - 85 - 0.5 < x < 1300 - 85 and abs(y - 1000) < 1
    assert abs(world.state()[3]) < 2000  # µm/s
    drive(world, -30000, -30000)
    world.advance(6_000_000)
    assert place(world)[0] < 1100


def test_at_a_wall_wheels_spin_when_stronger_than_the_grip_and_stall_when_not(
    rover: Robot, arena: Callable[..., World]
) -> None:
    strong, weak = arena(wall(1090, 500, 1090, 1500)), arena(wall(1090, 500, 1090, 1500))
    drive(strong, 65535, 65535)
    drive(weak, 30000, 30000)
    for world in (strong, weak):
        world.advance(1_000_000)
    left_before = strong.state()[5], weak.state()[5]
    for world in (strong, weak):
        world.advance(2_000_000)
    assert strong.state()[5] > left_before[0] + 200 and strong.state()[12] == 3
    assert weak.state()[5] == left_before[1] and weak.state()[12] == 0
    assert weak.state()[9] > 50  # mA flow all the same


def test_a_thin_post_holds_a_robot_too(arena: Callable[..., World]) -> None:
    """It stands before it; with wheels that spin it does not stand straight for long, as one that is pushed from
    behind."""
    world = arena(wall(1200, 999, 1201, 1001))
    drive(world, 65535, 65535)
    world.advance(800_000)
    assert 1114 < place(world)[0] < 1115.1
    world.advance(3_000_000)
    assert 1114 < place(world)[0] < 1120
    assert abs(world.state()[2]) > 3000  # mdeg


def test_a_robot_turns_no_corner_through_a_wall(arena: Callable[..., World], rover: Robot) -> None:
    """The corners at the front reach farther than the side is away: it pushes itself off; no corner goes through."""
    world = arena(wall(500, 1090, 1500, 1090))
    drive(world, -40000, 40000)
    for t_us in range(20_000, 3_000_001, 20_000):
        world.advance(t_us)
        _, y = place(world)
        heading = math.radians(world.state()[2] / 1000)
        assert y + max(ahead * math.sin(heading) + left * math.cos(heading) for ahead, left in rover.outline) < 1090
    assert y < 1000 - 10


def test_a_wall_out_of_the_way_changes_nothing(arena: Callable[..., World], rover: Robot) -> None:
    free, walled = arena(), arena(wall(1900, 100, 1900, 1900))
    for world in (free, walled):
        drive(world, 40000, 35000)
    for t_us in range(100_000, 1_500_001, 100_000):
        for world in (free, walled):
            world.advance(t_us)
        assert free.state() == walled.state()


def there_and_back(world: World, period_us: int) -> list[tuple[int, tuple[str, str]]]:
    """Against the wall and pushing, back, and against it again; what was met, asked for every period."""
    met = []
    for duty, until_us in ((45000, 4_000_000), (-45000, 6_000_000), (45000, 9_000_000)):
        drive(world, duty, duty)
        while world.t_us < until_us:
            world.next_edge((32,), world.t_us, world.t_us + 200_000)  # an encoder: the steps to come are tried
            world.advance(world.t_us + period_us)
            met += world.newly_met()
    return met


def test_a_wall_is_met_once_each_time(arena: Callable[..., World]) -> None:
    met = there_and_back(arena(wall(1300, 500, 1300, 1500)), 20_000)
    assert [what for _, what in met] == [("wall", "wall")] * 2
    assert 0 < met[0][0] < 4_000_000 and 6_000_000 < met[1][0] < 9_000_000
    assert met == there_and_back(arena(wall(1300, 500, 1300, 1500)), 100_000)
    assert there_and_back(arena(wall(1990, 500, 1990, 1500)), 500_000)[0][1] == ("wall", "wall")
    assert there_and_back(arena(), 100_000) == []


def test_each_wall_is_told_by_its_name(arena: Callable[..., World]) -> None:
    first = Wall("first", 1300.0, 500.0, 1300.0, 1500.0, 100.0)
    other = Wall("other", 940.0, 500.0, 940.0, 1500.0, 100.0)
    assert [name for _, (_, name) in there_and_back(arena(first, other), 20_000)] == ["first", "other", "first"]
