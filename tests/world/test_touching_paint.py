"""Paint that touches, crosses or is narrower than a footprint: what is seen, against counting points of the disc."""

import math
import random
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from marshrut.simulator.scene.geometry import arc, polyline
from marshrut.simulator.scene.model import Arc, Image, Light, Line, Mat, Piece, Point, Polygon, Stripe, Surface
from marshrut.simulator.scene.rasters import packed
from marshrut.simulator.world import coats, on_top
from marshrut.simulator.world.coats import AreaCoat, StripeCoat
from marshrut.simulator.world.floor_colours import FloorColours
from marshrut.simulator.world.footprint import edge_share
from marshrut.simulator.world.glare import in_light
from marshrut.simulator.world.paint import Spot, look_at

RADIUS = 5.0
MIDDLE = (300.0, 200.0)
ANGLES = (0.0, 1.0, 17.0, 30.0, 45.0, 67.0, 89.0, 90.0, 135.0, 180.0, 243.0)
# Even over the disc: a sunflower's seeds.
DISC = [
    (out * math.cos(2.399963229728653 * i), out * math.sin(2.399963229728653 * i))
    for i, out in enumerate(math.sqrt((i + 0.5) / 3000) for i in range(3000))
]

Painted = Callable[[float, float], float]


def light_on(*surfaces: Surface) -> Painted:
    look = look_at(Mat(600.0, 400.0, 1.0, surfaces, ()), [Spot(0.0, 0.0, 2 * RADIUS, 0.0, 1.0)])
    return lambda x, y: look(x, y, 1.0, 0.0)[0]


def counted(painted: Painted, x: float, y: float) -> float:
    return sum(painted(x + RADIUS * dx, y + RADIUS * dy) for dx, dy in DISC) / len(DISC)


def turned(points: Sequence[Point], degrees: float) -> tuple[Point, ...]:
    """Points around the middle, turned around it."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return tuple((MIDDLE[0] + cosine * x - sine * y, MIDDLE[1] + sine * x + cosine * y) for x, y in points)


def box(degrees: float, left: float, low: float, right: float, high: float, light: float = 0.0) -> Polygon:
    name = f"{left} {low}"
    return Polygon(name, light, turned([(left, low), (right, low), (right, high), (left, high)], degrees))


def line(degrees: float, begin: float, stop: float, width: float, light: float = 0.0) -> Stripe:
    (x0, y0), (x1, y1) = turned([(begin, 0.0), (stop, 0.0)], degrees)
    return Stripe(f"line {begin} {degrees}", width, light, False, (Line(x0, y0, x1, y1, stop - begin),))


def around(seed: int, many: int, reach: float = 1.2 * RADIUS) -> list[Point]:
    rng = random.Random(seed)
    return [(MIDDLE[0] + rng.uniform(-reach, reach), MIDDLE[1] + rng.uniform(-reach, reach)) for _ in range(many)]


def to_way(points: Sequence[Point], x: float, y: float) -> float:
    """How far it is to a way through those points."""
    nearest = math.inf
    for (x0, y0), (x1, y1) in pairwise(points):
        ex, ey = x1 - x0, y1 - y0
        part = max(0.0, min(1.0, ((x - x0) * ex + (y - y0) * ey) / (ex * ex + ey * ey)))
        nearest = min(nearest, math.hypot(x - x0 - part * ex, y - y0 - part * ey))
    return nearest


@pytest.mark.parametrize("degrees", ANGLES)
@pytest.mark.parametrize(
    "kind", ["areas", "areas of other lengths", "stripes", "a stripe at an area", "areas that overlap", "three areas"]
)
def test_paint_that_touches_is_solid(kind: str, degrees: float) -> None:
    left = box(degrees, -60, -40, 0, 40)
    light = light_on(
        *{
            "areas": (left, box(degrees, 0, -40, 60, 40)),
            "areas of other lengths": (left, box(degrees, 0, -60, 60, 1), box(degrees, 0, 1, 60, 60)),
            "stripes": (line(degrees, -60, 0, 80), line(degrees, 0, 60, 80)),
            "a stripe at an area": (left, line(degrees, 0, 60, 60)),
            "areas that overlap": (left, box(degrees, -3, -40, 60, 40)),
            "three areas": (left, box(degrees, 0, -40, 3, 40), box(degrees, 3, -40, 60, 40)),
        }[kind]
    )
    for x, y in [MIDDLE, *around(1, 12)]:
        assert light(x, y) == pytest.approx(0.0, abs=0.005)


def test_a_line_joined_to_an_arc_is_one_line() -> None:
    """Of one stripe or two: the same is seen along and beside them."""
    straight, bend = Line(200.0, 200.0, 300.0, 200.0, 100.0), arc(300.0, 280.0, 80.0, -90.0, 90.0)
    one = light_on(Stripe("one", 20.0, 0.0, False, (straight, bend)))
    two = light_on(Stripe("a", 20.0, 0.0, False, (straight,)), Stripe("b", 20.0, 0.0, False, (bend,)))
    for i in range(-24, 25):
        for aside in (-12.0, -8.0, 0.0, 5.0, 10.0, 13.0):
            assert two(300.0 + i / 4, 200.0 + aside) == pytest.approx(one(300.0 + i / 4, 200.0 + aside), abs=0.02)


@pytest.mark.parametrize("degrees", ANGLES)
@pytest.mark.parametrize("width", [1.0, 2.0, 3.0, 5.0])
def test_a_narrow_bar_is_as_wide_as_it_is(width: float, degrees: float) -> None:
    """As an area; a stripe reads the same."""
    area = light_on(box(degrees, -60, -width / 2, 60, width / 2))
    stripe = light_on(line(degrees, -60, 60, width))
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def painted(x: float, y: float) -> float:
        return 0.0 if abs(cosine * (y - MIDDLE[1]) - sine * (x - MIDDLE[0])) <= width / 2 else 1.0

    for x, y in [MIDDLE, *around(2, 5)]:
        assert area(x, y) == pytest.approx(counted(painted, x, y), abs=0.015)
        assert area(x, y) == pytest.approx(stripe(x, y), abs=0.015)


@pytest.mark.parametrize("degrees", ANGLES)
@pytest.mark.parametrize("wide", [12.0, 40.0, 90.0, 150.0, 300.0])
def test_corners_of_an_area(wide: float, degrees: float) -> None:
    """Sharp, blunt and inner ones."""
    ways = [wide * i / 4 for i in range(5)]
    rim = [(80 * math.cos(math.radians(way)), 80 * math.sin(math.radians(way))) for way in ways]
    light = light_on(Polygon("wedge", 0.0, turned([(0.0, 0.0), *rim], degrees)))

    def painted(x: float, y: float) -> float:
        way = math.degrees(math.atan2(y - MIDDLE[1], x - MIDDLE[0])) - degrees
        return 0.0 if way % 360 <= wide else 1.0

    for x, y in [MIDDLE, *around(3, 4)]:
        assert light(x, y) == pytest.approx(counted(painted, x, y), abs=0.015)


@pytest.mark.parametrize("degrees", ANGLES)
@pytest.mark.parametrize("width", [2.0, 6.0, 20.0])
def test_ends_of_a_stripe(width: float, degrees: float) -> None:
    light = light_on(line(degrees, 0, 80, width))
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def painted(x: float, y: float) -> float:
        x, y = x - MIDDLE[0], y - MIDDLE[1]
        return 0.0 if cosine * x + sine * y >= 0.0 and abs(cosine * y - sine * x) <= width / 2 else 1.0

    for x, y in [MIDDLE, *around(4, 6, width / 2 + RADIUS)]:
        assert light(x, y) == pytest.approx(counted(painted, x, y), abs=0.015)


@pytest.mark.parametrize("degrees", ANGLES)
@pytest.mark.parametrize("bend", [20.0, 90.0, 150.0])
@pytest.mark.parametrize("width", [3.0, 20.0])
def test_corners_of_a_polyline(width: float, bend: float, degrees: float) -> None:
    points = turned([(-80, 0), (0, 0), (80 * math.cos(math.radians(bend)), 80 * math.sin(math.radians(bend)))], degrees)
    light = light_on(Stripe("bent", width, 0.0, False, tuple(polyline(points, False))))

    def painted(x: float, y: float) -> float:
        return 0.0 if to_way(points, x, y) <= width / 2 else 1.0

    for x, y in [MIDDLE, *around(5, 4, width / 2 + RADIUS)]:
        assert light(x, y) == pytest.approx(counted(painted, x, y), abs=0.015)


@pytest.mark.parametrize("degrees", ANGLES)
@pytest.mark.parametrize("angle", [15.0, 60.0, 90.0])
@pytest.mark.parametrize("own", [False, True])
def test_crossings(own: bool, angle: float, degrees: float) -> None:
    """Of two stripes, the upper one grey; and of a stripe with itself."""
    first, second = turned([(-80, 0), (80, 0)], degrees), turned([(-80, 0), (80, 0)], degrees + angle)
    if own:
        ways = tuple(polyline([*first, *reversed(second)], False))
        light = light_on(Stripe("own", 4.0, 0.0, False, ways))
    else:
        light = light_on(line(degrees, -80, 80, 4.0), line(degrees + angle, -80, 80, 4.0, 0.5))

    def painted(x: float, y: float) -> float:
        if to_way(second, x, y) <= 2.0:
            return 0.0 if own else 0.5
        return 0.0 if to_way(first, x, y) <= 2.0 else 1.0

    for x, y in [MIDDLE, *around(6, 4)]:
        assert light(x, y) == pytest.approx(counted(painted, x, y), abs=0.015)


@pytest.mark.parametrize("radius", [2.0, 6.0, 20.0, 80.0])
@pytest.mark.parametrize("width", [1.0, 4.0])
def test_narrow_rings(radius: float, width: float) -> None:
    """Whole ones, and one that a line crosses."""
    ring = Stripe("ring", width, 0.0, True, (Arc(*MIDDLE, radius, 0.0, 360.0, 2 * math.pi * radius),))
    light, crossed = light_on(ring), light_on(ring, line(90.0, -100, 100, 2.0, 0.5))

    def painted(x: float, y: float) -> float:
        return 0.0 if abs(math.hypot(x - MIDDLE[0], y - MIDDLE[1]) - radius) <= width / 2 else 1.0

    def painted_over(x: float, y: float) -> float:
        return 0.5 if abs(x - MIDDLE[0]) <= 1.0 else painted(x, y)

    for i in range(12):
        away = radius + (i % 5 - 2) * RADIUS / 2
        x, y = MIDDLE[0] + away * math.cos(0.7 * i), MIDDLE[1] + away * math.sin(0.7 * i)
        assert light(x, y) == pytest.approx(counted(painted, x, y), abs=0.02)
        x, y = MIDDLE[0] + (i % 4 - 1.5) * 2, MIDDLE[1] + away
        assert crossed(x, y) == pytest.approx(counted(painted_over, x, y), abs=0.02)


def picture(black: Callable[[float, float], bool]) -> Image:
    """100 × 100 dots of 1 mm around the middle, black where told, by the dot's middle, and white."""
    dots = bytes(int(black(x - 49.5, 49.5 - y)) for y in range(100) for x in range(100))
    return Image("picture", 250.0, 150.0, 1.0, 100, 100, packed(dots), (1.0, 0.0), (1.0, 1.0, 1.0, 0.0, 0.0, 0.0))


def test_a_picture_that_paint_goes_on_from() -> None:
    """A line printed in a picture, drawn on over it; and an area that meets the picture's own edge."""
    printed = picture(lambda x, y: x < 0 and abs(y) < 20)
    on = box(0, 0, -20, 60, 20)
    light, colours = light_on(printed, on), FloorColours(Mat(600.0, 400.0, 1.0, (printed, on), ()))
    for x, y in [MIDDLE, *around(7, 12)]:
        assert light(x, y) == pytest.approx(0.0, abs=0.005)
        assert colours.under(x, y, 2 * RADIUS) == pytest.approx((0.0, 0.0, 0.0), abs=0.005)
    beside = light_on(picture(lambda x, y: abs(y) < 20), box(0, 50, -20, 90, 20))
    for x, y in around(8, 12):
        assert beside(x + 50, y) == pytest.approx(0.0, abs=0.005)


def test_colours_that_touch() -> None:
    red, blue = (0.8, 0.1, 0.1), (0.1, 0.1, 0.8)
    left = Polygon("a", 0.5, turned([(-60, -40), (0, -40), (0, 40), (-60, 40)], 0.0), red)
    right = Polygon("b", 0.5, turned([(0, -40), (60, -40), (60, 40), (0, 40)], 0.0), blue)
    floor = FloorColours(Mat(600.0, 400.0, 0.9, (left, right), ()))
    half = [(a + b) / 2 for a, b in zip(red, blue, strict=True)]
    assert floor.under(*MIDDLE, 2 * RADIUS) == pytest.approx(half, abs=0.002)


def test_a_narrow_beam_of_light() -> None:
    beam = Light("beam", 0.5, turned([(-60, -1), (60, -1), (60, 1), (-60, 1)], 0.0))
    spots = [Spot(0.0, 0.0, 2 * RADIUS, 0.0, 1.0)]
    look = in_light(lambda *_: [0.0], (beam,), spots, least=-1.0)
    stripe = StripeCoat(line(0.0, -60, 60, 2.0), RADIUS)
    assert look(*MIDDLE, 1.0, 0.0)[0] == pytest.approx(0.5 * stripe.share(*MIDDLE), abs=0.005)


def test_one_edge_takes_no_closer_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor do an edge upon something that covers all, a smooth joint, a round area's outline and a straight end."""

    def never(*_: object) -> None:
        raise AssertionError("a closer look")

    monkeypatch.setattr(coats, "shares_on_top", never)
    monkeypatch.setattr(on_top, "shares_on_top", never)
    pieces: tuple[Piece, ...] = (Line(100.0, 200.0, 300.0, 200.0, 200.0), arc(300.0, 280.0, 80.0, -90.0, 90.0))
    degrees = [math.radians(2 * i) for i in range(180)]
    circle = tuple((300.0 + 300 * math.cos(way), 200.0 + 300 * math.sin(way)) for way in degrees)
    for x, y in around(9, 200):
        light_on(box(30.0, -60, 0, 60, 60))(x, y)
        light_on(box(30.0, -90, -90, 90, 90), box(30.0, -60, 0, 60, 60))(x, y)
        light_on(line(30.0, -60, 60, 20.0))(x, y)
        StripeCoat(Stripe("bend", 20.0, 0.0, False, pieces), RADIUS).share(x, y)
        AreaCoat(Polygon("round", 0.0, circle), RADIUS).share(x + 300, y)
        light_on(line(30.0, 0.0, 60.0, 40.0))(x, y)


def test_an_edge_alone_has_the_share_of_its_half_of_the_disc() -> None:
    coat = AreaCoat(box(0.0, -60, 0, 60, 60), RADIUS)
    for depth in (-5.0, -4.0, -1.0, 0.0, 0.3, 2.0, 4.9):
        assert coat.share(300.0, 200.0 + depth) == pytest.approx(edge_share(depth / RADIUS), abs=1e-12)


def test_paint_in_a_thousand_bits_is_looked_at_in_bounded_time() -> None:
    """Chess of 0.2 mm: half of the disc, in even rows."""
    bits = tuple(
        box(0.0, i / 5, j / 5, (i + 1) / 5, (j + 1) / 5) for i in range(-30, 30) for j in range(-30, 30) if (i + j) % 2
    )
    assert light_on(*bits)(*MIDDLE) == pytest.approx(0.5, abs=0.02)
