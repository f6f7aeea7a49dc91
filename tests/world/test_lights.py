"""Sun and lamps on the floor: what the file may say of them, and what line sensors see there."""

import statistics
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene import SceneError, load_scene
from marshrut.simulator.scene.model import Light, Line, Scene, Stripe
from marshrut.simulator.scene.plain import scene_from_json, scene_to_json
from marshrut.simulator.world import World

from .conftest import ROVER

MakeScene = Callable[..., Scene]
PINS = (36, 39, 34, 35, 32)
LINE = Stripe("line", 20.0, 0.05, False, (Line(1000.0, 2000.0, 3000.0, 2000.0, 2000.0),))
EVERYWHERE = ((1900.0, 1900.0), (2200.0, 1900.0), (2200.0, 2100.0), (1900.0, 2100.0))
WORLD = """
id = "hall"
title = { en = "Hall", ru = "Зал", kk = "Зал" }
mat = { width_mm = 2000, height_mm = 1000, reflectance = 0.85 }
start = [{ id = "start", x_mm = 500, y_mm = 500, heading_deg = 0 }]

[[light]]
id = "window"
share = 0.2
points_mm = [[500, 300], [800, 300], [800, 700], [500, 700]]

[[light]]
id = "lamp"
share = 0.1
points_mm = [[700, 300], [900, 300], [900, 700]]
"""


def lit(scene: Scene, *lights: Light) -> Scene:
    return replace(scene, mat=replace(scene.mat, lights=lights))


def readings(scene: Scene) -> list[float]:
    world = World(scene, 1)
    samples = world.adc(PINS)
    return [statistics.mean(samples[i : i + 4]) / 65535 * 3.3 for i in range(0, 20, 4)]


def test_light_adds_its_share_of_full_white_everywhere(make_scene: MakeScene) -> None:
    scene = make_scene(LINE)
    dark, bright = readings(scene), readings(lit(scene, Light("sun", 0.1, EVERYWHERE)))
    sensor = scene.robot.reflectance[0]
    for before, after in zip(dark, bright, strict=True):
        assert before - after == pytest.approx(0.1 * (sensor.black_v - sensor.white_v), abs=0.005)


def test_its_edge_lies_where_the_file_puts_it(make_scene: MakeScene) -> None:
    """Sensors are 60 mm ahead of (2000, 2000), 12 mm apart; the light lies to the left of the middle one."""
    scene = make_scene()
    half = Light("sun", 0.1, ((1900.0, 2000.0), (2200.0, 2000.0), (2200.0, 2100.0), (1900.0, 2100.0)))
    sensor = scene.robot.reflectance[0]
    whole = 0.1 * (sensor.black_v - sensor.white_v)
    lost = [before - after for before, after in zip(readings(scene), readings(lit(scene, half)), strict=True)]
    assert lost == pytest.approx([whole, whole, whole / 2, 0, 0], abs=0.005)


def test_lights_add_up_and_too_much_saturates_the_sensor(make_scene: MakeScene) -> None:
    scene = make_scene()
    once = readings(lit(scene, Light("a", 0.05, EVERYWHERE)))
    twice = readings(lit(scene, Light("a", 0.05, EVERYWHERE), Light("b", 0.05, EVERYWHERE)))
    assert [b - a for a, b in zip(once, twice, strict=True)] == pytest.approx([-0.1325] * 5, abs=0.005)
    blind = readings(lit(scene, Light("a", 1.0, EVERYWHERE), Light("b", 1.0, EVERYWHERE)))
    assert max(blind) < 0.02


def test_the_file_says_where_it_is_light(tmp_path: Path) -> None:
    path = tmp_path / "hall.toml"
    path.write_text(WORLD, encoding="utf-8")
    scene = load_scene(path, ROVER)
    assert scene.mat.lights[0] == Light("window", 0.2, ((500, 300), (800, 300), (800, 700), (500, 700)))
    assert [light.share for light in scene.mat.lights] == [0.2, 0.1]
    assert scene_from_json(scene_to_json(scene)) == scene


@pytest.mark.parametrize(
    ("old", "new", "where", "parts"),
    [
        ("share = 0.2", "share = 1.2", "share = 1.2", ["light[window].share", "1"]),
        ('id = "lamp"', 'id = "window"', 'id = "window"\nshare = 0.1', ["light[2].id", "window"]),
        ("[900, 300], [900, 700]]", "[900, 300], [950, 300]]", "points_mm = [[700", ["lamp"]),
    ],
    ids=["too much", "a name twice", "no area"],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, old: str, new: str, where: str, parts: list[str]) -> None:
    text = WORLD.replace(old, new, 1)
    path = tmp_path / "hall.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SceneError) as caught:
        load_scene(path, ROVER)
    assert caught.value.line == text.count("\n", 0, text.index(where)) + 1
    for part in parts:
        assert part in str(caught.value)
    assert len({caught.value.tell(language) for language in LANGUAGES}) == len(LANGUAGES)
