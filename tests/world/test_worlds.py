"""The three mats of the line sprint, measured as a referee would before a competition."""

import math
from pathlib import Path

import pytest
from marshrut.simulator.scene import load_world, scene_from_json, scene_to_json
from marshrut.simulator.scene.geometry import closest_approach, distance, samples
from marshrut.simulator.scene.model import Arc, Polygon, Scene, Stripe
from marshrut.simulator.world.paint import Spot, look_at

NAMES = ("oval", "s-bends", "technical")


def line_of(scene: Scene) -> Stripe:
    (line,) = (surface for surface in scene.mat.surfaces if isinstance(surface, Stripe))
    return line


@pytest.mark.parametrize("name", NAMES)
def test_the_line_is_that_of_the_rules(line_sprint: dict[str, Scene], name: str) -> None:
    line = line_of(line_sprint[name])
    assert line.closed and line.width_mm == 20.0
    assert min(piece.radius for piece in line.pieces if isinstance(piece, Arc)) >= 100.0
    nearest = closest_approach(line.pieces, True, math.pi * 100.0)
    assert nearest and nearest[0] - line.width_mm >= 150.0
    assert 4000.0 <= sum(piece.length for piece in line.pieces) <= 6000.0


def test_the_technical_mat_has_tight_turns_both_ways(line_sprint: dict[str, Scene]) -> None:
    turns = [piece for piece in line_of(line_sprint["technical"]).pieces if isinstance(piece, Arc)]
    assert {piece.sweep_deg > 0 for piece in turns} == {True, False}
    assert all(100.0 <= piece.radius <= 120.0 for piece in turns)


@pytest.mark.parametrize("name", NAMES)
def test_a_robot_has_room_beside_the_line(line_sprint: dict[str, Scene], name: str) -> None:
    scene = line_sprint[name]
    half = max(math.hypot(x, y) for x, y in scene.robot.outline)
    for _, (x, y) in samples(line_of(scene).pieces, 20.0):
        assert half < x < scene.mat.width_mm - half and half < y < scene.mat.height_mm - half


@pytest.mark.parametrize("name", NAMES)
def test_the_robot_stands_on_the_line_before_the_gate(line_sprint: dict[str, Scene], name: str) -> None:
    scene = line_sprint[name]
    start, gate_x = scene.start, line_of(scene).pieces[0].x0
    front = start.x_mm + max(x for x, _ in scene.robot.outline)
    assert start.heading_deg == 0.0 and 20.0 <= gate_x - front <= 100.0
    assert min(distance(point, (start.x_mm, start.y_mm)) for _, point in samples(line_of(scene).pieces, 1.0)) < 1.0


@pytest.mark.parametrize("name", NAMES)
def test_the_gate_is_not_seen_by_who_follows_the_line(line_sprint: dict[str, Scene], name: str) -> None:
    """A rover up to 25 mm off the line and 10 degrees askew sees nothing of the bars beside it."""
    scene = line_sprint[name]
    bare = [surface for surface in scene.mat.surfaces if not isinstance(surface, Polygon)]
    spots = [Spot(s.x_mm, s.y_mm, s.footprint_mm, 0.0, 1.0) for s in scene.robot.reflectance]
    with_gate = look_at(scene.mat, spots)
    without = look_at(type(scene.mat)(scene.mat.width_mm, scene.mat.height_mm, 0.85, tuple(bare), ()), spots)
    gate_x, y = line_of(scene).pieces[0].x0, line_of(scene).pieces[0].y0
    for ahead in range(-120, 0, 4):
        for aside in (-25.0, 0.0, 25.0):
            for askew in (-10.0, 0.0, 10.0):
                pose = (gate_x + ahead, y + aside, math.cos(math.radians(askew)), math.sin(math.radians(askew)))
                assert with_gate(*pose) == without(*pose)


@pytest.mark.parametrize("name", NAMES)
def test_a_scene_survives_the_trace_header(line_sprint: dict[str, Scene], name: str) -> None:
    import json

    assert scene_from_json(json.loads(json.dumps(scene_to_json(line_sprint[name])))) == line_sprint[name]


@pytest.mark.parametrize("name", NAMES)
def test_a_world_has_a_title_in_each_language(name: str) -> None:
    worlds = Path(__file__).resolve().parents[2] / "curriculum" / "tasks" / "line-sprint" / "worlds"
    world = load_world(worlds / f"{name}.toml")
    assert world.id == name
    assert [language for language, _ in world.title] == ["en", "ru", "kk"]
    assert all(text for _, text in world.title)
