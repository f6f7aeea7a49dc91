"""What a sensor sees of the mat, against counting points of its disc."""

import math
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshrut.simulator.scene.geometry import Turtle, arc, polyline
from marshrut.simulator.scene.model import Line, Mat, Polygon, Scene, Stripe, Surface
from marshrut.simulator.world.coats import AreaCoat
from marshrut.simulator.world.footprint import disc_share, edge_share, stripe_profile
from marshrut.simulator.world.paint import Spot, look_at

WHITE, BLACK, GREY = 0.85, 0.05, 0.4
FOOTPRINT = 8.0


def mat(*surfaces: Surface) -> Mat:
    return Mat(600.0, 400.0, WHITE, surfaces, ())


def light_on(floor: Mat, footprint: float = FOOTPRINT) -> Callable[[float, float], float]:
    look = look_at(floor, [Spot(0.0, 0.0, footprint, 0.0, 1.0)])
    return lambda x, y: look(x, y, 1.0, 0.0)[0]


def counted(painted: Callable[[float, float], float], x: float, y: float, across: int = 120) -> float:
    """The mean light over a disc, by points."""
    radius, total, points = FOOTPRINT / 2, 0.0, 0
    for i in range(across):
        for j in range(across):
            dx, dy = ((2 * i + 1) / across - 1) * radius, ((2 * j + 1) / across - 1) * radius
            if dx * dx + dy * dy <= radius * radius:
                total += painted(x + dx, y + dy)
                points += 1
    return total / points


@given(st.floats(-1.2, 1.2))
def test_share_of_a_disc(depth: float) -> None:
    inside = max(-1.0, min(1.0, depth))
    exact = 0.5 + (math.asin(inside) + inside * math.sqrt(1 - inside * inside)) / math.pi
    assert disc_share(depth) == pytest.approx(exact, abs=1e-12)
    assert edge_share(depth) == pytest.approx(exact, abs=1e-4)


def test_stripe_profile_adds_up_to_the_stripe() -> None:
    """Moved across a stripe, a disc collects its width, whatever the disc's size."""
    for width, radius in ((20.0, 4.0), (3.0, 4.0), (16.0, 12.0)):
        profile = stripe_profile(width, radius)
        spacing = (width / 2 + radius) / (len(profile) - 1)
        assert 2 * spacing * (math.fsum(profile) - (profile[0] + profile[-1]) / 2) == pytest.approx(width, rel=1e-4)


@pytest.mark.parametrize("angle", [0.0, 37.0, 90.0])
@pytest.mark.parametrize("away", [0.0, 5.0, 8.0, 10.0, 12.5, 15.0])
def test_beside_a_straight_line(angle: float, away: float) -> None:
    turtle = Turtle(200.0, 100.0, angle)
    turtle.straight(150.0)
    light = light_on(mat(Stripe("line", 20.0, BLACK, False, tuple(turtle.pieces))))
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    x, y = 200 + 80 * cosine - away * sine, 100 + 80 * sine + away * cosine

    def painted(px: float, py: float) -> float:
        return BLACK if abs((px - 200) * -sine + (py - 100) * cosine) <= 10 else WHITE

    assert light(x, y) == pytest.approx(counted(painted, x, y), abs=0.006)


@pytest.mark.parametrize("radius", [100.0, 30.0])
@pytest.mark.parametrize("away", [-14.0, -11.0, -8.0, 0.0, 9.0, 10.0, 13.0])
def test_beside_an_arc(radius: float, away: float) -> None:
    light = light_on(mat(Stripe("bend", 20.0, BLACK, False, (arc(300.0, 200.0, radius, 20.0, 200.0),))))
    x, y = 300 + (radius + away) * math.cos(2.0), 200 + (radius + away) * math.sin(2.0)

    def painted(px: float, py: float) -> float:
        return BLACK if abs(math.hypot(px - 300, py - 200) - radius) <= 10 else WHITE

    # The edge is taken as straight under the disc.
    assert light(x, y) == pytest.approx(counted(painted, x, y), abs=0.006 + 0.5 / radius)


@pytest.mark.parametrize("beyond", [-6.0, -3.0, 0.0, 2.0, 3.9, 5.0])
@pytest.mark.parametrize("aside", [0.0, 6.0, 9.0, 12.0])
def test_an_open_end_is_cut_straight(beyond: float, aside: float) -> None:
    light = light_on(mat(Stripe("line", 20.0, BLACK, False, (Line(100.0, 200.0, 300.0, 200.0, 200.0),))))

    def painted(px: float, py: float) -> float:
        return BLACK if 100 <= px <= 300 and abs(py - 200) <= 10 else WHITE

    for x in (300 + beyond, 100 - beyond):
        assert light(x, 200 + aside) == pytest.approx(counted(painted, x, 200 + aside), abs=0.03)


def test_an_area() -> None:
    corners = ((100.0, 100.0), (220.0, 130.0), (160.0, 260.0))
    light = light_on(mat(Polygon("area", GREY, corners)))

    def painted(px: float, py: float) -> float:
        signs = [
            (bx - ax) * (py - ay) - (by - ay) * (px - ax) >= 0
            for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True)
        ]
        return GREY if all(signs) else WHITE

    for x, y in ((160, 160), (160, 115), (160, 118), (190, 195), (185, 200), (50, 50), (130, 180), (128, 178)):
        assert light(x, y) == pytest.approx(counted(painted, x, y), abs=0.006)


def test_what_is_painted_later_lies_on_top() -> None:
    area = Polygon("area", GREY, ((100.0, 100.0), (300.0, 100.0), (300.0, 300.0), (100.0, 300.0)))
    line = Stripe("line", 20.0, BLACK, False, (Line(50.0, 200.0, 350.0, 200.0, 300.0),))
    over, under = light_on(mat(area, line)), light_on(mat(line, area))
    assert over(200, 200) == pytest.approx(BLACK)
    assert under(200, 200) == pytest.approx(GREY)
    assert over(200, 230) == under(200, 230) == pytest.approx(GREY)
    assert over(200, 210) == pytest.approx((BLACK + GREY) / 2, abs=1e-3)


def test_a_corner_of_a_polyline_is_round_outside() -> None:
    light = light_on(
        mat(Stripe("bent", 20.0, BLACK, False, tuple(polyline([(100, 100), (300, 100), (300, 300)], False))))
    )
    assert light(300, 100) == pytest.approx(BLACK)
    assert light(300 + 12, 100 - 12) == pytest.approx(WHITE)
    assert light(300 + 4, 100 - 4) == pytest.approx(BLACK)


def test_beyond_the_mat_is_as_light_as_the_mat() -> None:
    light = light_on(mat(Stripe("line", 20.0, BLACK, False, (Line(0.0, 200.0, 600.0, 200.0, 600.0),))))
    for x, y in ((-1, 200), (700, 200), (1e9, 0), (300, -5), (300, 400), (-1e12, 1e12)):
        assert light(x, y) == WHITE


def test_footprints_of_several_sizes() -> None:
    floor = mat(Stripe("line", 20.0, BLACK, False, (Line(100.0, 200.0, 300.0, 200.0, 200.0),)))
    both = look_at(floor, [Spot(0.0, 0.0, 8.0, 0.0, 1.0), Spot(0.0, 0.0, 20.0, 0.0, 1.0)])
    assert both(200.0, 213.0, 1.0, 0.0) == [light_on(floor, 8.0)(200, 213), light_on(floor, 20.0)(200, 213)]


def test_spots_turn_with_the_robot() -> None:
    floor = mat(Stripe("line", 20.0, BLACK, False, (Line(100.0, 200.0, 300.0, 200.0, 200.0),)))
    look = look_at(floor, [Spot(60.0, 24.0, 8.0, 3.0, -2.0), Spot(60.0, 0.0, 8.0, 3.0, -2.0)])
    north = look(224.0, 140.0, 0.0, 1.0)
    assert north == pytest.approx([3 - 2 * BLACK, 3 - 2 * BLACK])
    east = look(140.0, 200.0, 1.0, 0.0)
    assert east == pytest.approx([3 - 2 * WHITE, 3 - 2 * BLACK])


@pytest.mark.parametrize("name", ["oval", "s-bends", "technical"])
def test_squares_agree_with_the_whole_mat(line_sprint: dict[str, Scene], name: str) -> None:
    """The quick ways of the squares give what a look through everything gives, on and around the line."""
    from marshrut.simulator.world.coats import AreaCoat, StripeCoat

    floor = line_sprint[name].mat
    coats = [StripeCoat(s, 4.0) if isinstance(s, Stripe) else AreaCoat(s, 4.0) for s in floor.surfaces]
    light = light_on(floor)
    rng = random.Random(1)
    for _ in range(3000):
        x, y = rng.uniform(0, floor.width_mm), rng.uniform(0, floor.height_mm)
        whole = floor.reflectance
        for coat in coats:
            whole += coat.share(x, y) * (coat.reflectance - whole)
        assert light(x, y) == pytest.approx(whole, abs=1e-4)


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(-300, 300).filter(lambda s: abs(s) > 5), st.floats(15, 150), st.floats(5, 120)),
        min_size=1,
        max_size=5,
    ),
    st.randoms(use_true_random=False),
)
def test_squares_agree_on_any_path(steps: list[tuple[float, float, float]], rng: random.Random) -> None:
    from marshrut.simulator.world.coats import StripeCoat

    turtle = Turtle(300.0, 200.0, 0.0)
    for sweep, radius, ahead in steps:
        turtle.straight(ahead)
        turtle.arc(sweep, radius)
    stripe = Stripe("line", 20.0, BLACK, False, tuple(turtle.pieces))
    coat, light = StripeCoat(stripe, FOOTPRINT / 2), light_on(mat(stripe))
    for _ in range(200):
        x, y = rng.uniform(0, 599), rng.uniform(0, 399)
        assert light(x, y) == pytest.approx(WHITE + coat.share(x, y) * (BLACK - WHITE), abs=1e-3)


@pytest.mark.parametrize("seed", range(8))
def test_the_map_keeps_all_that_counts_of_an_area(seed: int) -> None:
    """Whatever its outline and its hole, far edges may be left out of a square and not change what is seen."""
    rng = random.Random(seed)
    outline, hole = (
        tuple((float(rng.randint(0, 600)), float(rng.randint(0, 400))) for _ in range(rng.randint(3, 40))) for _ in "12"
    )
    area = Polygon("area", BLACK, outline, (), (hole,))
    light = light_on(mat(area))
    whole = AreaCoat(area, FOOTPRINT / 2)
    for _ in range(100):
        x, y = rng.uniform(1.0, 599.0), rng.uniform(1.0, 399.0)
        assert light(x, y) == pytest.approx(WHITE + whole.share(x, y) * (BLACK - WHITE), abs=1e-12)
