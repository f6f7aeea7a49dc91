"""Colours of surfaces: what a world file's `#rrggbb` means, and what a spot on the floor throws back."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.replay.colours import floor_colour
from marshrut.simulator.scene import load_world, vary
from marshrut.simulator.scene.colours import INK, PAPER, colour_of, infrared_of, rgb_of, shares_of
from marshrut.simulator.scene.model import Line, Mat, Polygon, Scene, Stripe
from marshrut.simulator.scene.plain import scene_from_json, scene_to_json
from marshrut.simulator.world.floor_colours import FloorColours

WORLD = """id = "fields"
[title]
en = "Fields"
ru = "Поля"
kk = "Алаңдар"
[mat]
width_mm = 600
height_mm = 400
colour = "#ffffff"
[[start]]
id = "start"
x_mm = 100
y_mm = 100
heading_deg = 0
[[polygon]]
id = "red"
colour = "#c03020"
points_mm = [[100, 100], [300, 100], [300, 300], [100, 300]]
[[polyline]]
id = "band"
colour = "#2050c0"
reflectance = 0.3
width_mm = 40
points_mm = [[0, 200], [600, 200]]
[[arc]]
id = "ring"
reflectance = 0.1
width_mm = 20
x_mm = 450
y_mm = 200
radius_mm = 50
start_deg = 0
sweep_deg = 360
"""

LEVELS = st.integers(0, 255)


@pytest.fixture
def mat(tmp_path: Path) -> Mat:
    path = tmp_path / "fields.toml"
    path.write_text(WORLD, encoding="utf-8")
    return load_world(path).mat


@given(LEVELS, LEVELS, LEVELS)
def test_a_colour_comes_back_from_its_shares(red: int, green: int, blue: int) -> None:
    colour = f"#{red:02x}{green:02x}{blue:02x}"
    shares = shares_of(colour)
    assert colour_of(shares) == colour
    assert all(INK <= share <= PAPER for share in shares)
    assert infrared_of(shares) == max(shares)


def test_brightness_follows_srgb() -> None:
    """IEC 61966-2-1: half of the numbers is 21.4 % of the light (188 is half of it)."""
    for level, light in ((0, 0.0), (10, 0.003035), (128, 0.215861), (188, 0.502886), (255, 1.0)):
        assert shares_of(f"#{level:02x}0000")[0] == pytest.approx(INK + (PAPER - INK) * light, abs=1e-6)


def test_a_file_says_reflectance_or_colour_or_both(mat: Mat) -> None:
    red, band, ring = mat.surfaces
    assert mat.rgb == shares_of("#ffffff") and mat.reflectance == pytest.approx(PAPER)
    assert red.rgb == shares_of("#c03020") and red.reflectance == max(red.rgb)
    assert band.rgb == shares_of("#2050c0") and band.reflectance == 0.3
    assert ring.rgb == () and rgb_of(ring) == (0.1, 0.1, 0.1)


def test_a_spot_sees_what_lies_on_top(mat: Mat) -> None:
    floor = FloorColours(mat)
    red, blue = shares_of("#c03020"), shares_of("#2050c0")
    assert floor.under(50.0, 50.0, 10.0) == pytest.approx(shares_of("#ffffff"))
    assert floor.under(200.0, 130.0, 10.0) == pytest.approx(red)
    assert floor.under(200.0, 200.0, 10.0) == pytest.approx(blue)
    assert floor.under(500.0, 200.0, 10.0) == pytest.approx((0.1, 0.1, 0.1))
    # Half on the area, half beside it; and beyond the mat.
    half = [(a + b) / 2 for a, b in zip(red, shares_of("#ffffff"), strict=True)]
    assert floor.under(300.0, 130.0, 10.0) == pytest.approx(half, abs=1e-3)
    assert floor.under(-20.0, 130.0, 10.0) == mat.rgb


def test_colours_survive_the_trace_s_header(mat: Mat, make_scene) -> None:
    scene = replace(make_scene(), mat=mat)
    plain = scene_to_json(scene)
    assert scene_from_json(plain) == scene
    assert floor_colour(plain["mat"]) == "#ffffff"
    assert [floor_colour(surface) for surface in plain["mat"]["surfaces"]][:2] == ["#c03020", "#2050c0"]


def test_a_seed_makes_a_colour_lighter_or_darker_as_it_does_reflectance(make_scene) -> None:
    line = Stripe("line", 20.0, 0.5, False, (Line(0.0, 0.0, 100.0, 0.0, 100.0),), (0.5, 0.4, 0.3))
    scene: Scene = make_scene(line, Polygon("area", 0.3, ((0.0, 0.0), (9.0, 0.0), (0.0, 9.0))))
    for seed in range(5):
        varied = vary(scene, seed, "normal").mat
        first, second = varied.surfaces
        change = first.reflectance - 0.5
        assert change and abs(change) <= 0.02
        assert first.rgb == pytest.approx((0.5 + change, 0.4 + change, 0.3 + change))
        assert second.rgb == () and varied.rgb == ()
