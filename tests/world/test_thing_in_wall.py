"""A world file may not put a thing into a wall or another thing; what touches one may stand there."""

from pathlib import Path

import pytest
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene import SceneError, load_world
from marshrut.simulator.scene.model import WorldFile

WORLD = """
id = "yard"
title = { en = "Yard", ru = "Двор", kk = "Аула" }
mat = { width_mm = 2000, height_mm = 2000, reflectance = 0.85 }

[[start]]
id = "start"
x_mm = 300
y_mm = 300
heading_deg = 0

[[wall]]
id = "fence"
from_mm = [1000, 200]
to_mm = [1000, 1500]
"""
ROUND = '\n[[{kind}]]\nid = "thing"\nx_mm = {x}\ny_mm = {y}\ndiameter_mm = 60\n'
PIN, POST, BALL = "height_mm = 100\nmass_g = 50\n", "height_mm = 100\n", "mass_g = 50\n"
BOX = '\n[[box]]\nid = "thing"\nx_mm = {x}\ny_mm = {y}\nsize_mm = [200, 60]\nheading_deg = {}\n' + PIN


def pin(x: float, y: float = 1000) -> str:
    return ROUND.format(kind="pin", x=x, y=y) + PIN


def box(x: float, heading: float, y: float = 1000) -> str:
    return BOX.format(heading, x=x, y=y)


IN_IT = {
    "a pin on it": pin(1000),
    "a pin that reaches into it": pin(1029.4),
    "a pin before its end": pin(1000, 1520),
    "a post": ROUND.format(kind="post", x=980, y=1000) + POST,
    "a ball": ROUND.format(kind="ball", x=980, y=1000) + BALL,
    "a box across it": box(1000, 0),
    "a box over its end": box(1000, 0, 1500),
    "a turned box's corner": box(1085, 30),
}
BESIDE_IT = {
    "a pin that touches it": pin(1030),
    "a pin a little in it": pin(1029.6),
    "a pin beyond its end": pin(1000, 1530),
    "a box that touches it": box(1100, 0),
    "a box along it": box(1029.6, 90),
    "a turned box": box(1105, 30),
}


OTHER = BOX.format(0, x=600, y=600).replace('"thing"', '"other"')  # 200 by 60
DISC = ROUND.format(kind="pin", x=600, y=600).replace('"thing"', '"other"') + PIN
IN_OTHER = {
    "a pin in a box's end": OTHER + pin(729, 600),
    "a pin at a box's corner": OTHER + pin(720, 650),
    "a pin in a box's middle": OTHER + pin(600, 600),
    "a box in a pin": DISC + box(545, 90, 550),
    "a box's end in another": OTHER + box(799, 0, 600),
    "boxes across each other": OTHER + box(600, 90, 600),
    "a turned box's corner": OTHER + box(722, 45, 700),
    "a box over a small one": OTHER.replace("[200, 60]", "[20, 20]") + box(600, 0, 600),
    "two pins": DISC + pin(659, 600),
}
BESIDE_OTHER = {
    "a pin that touches a box": OTHER + pin(730, 600),
    "a pin beside a box's corner": OTHER + pin(722, 652),
    "a box that touches another": OTHER + box(800, 0, 600),
    "a box along another": OTHER + box(640, 0, 660),
    "a turned box beside it": OTHER + box(775, 45, 700),
    "two pins that touch": DISC + pin(660, 600),
}


def world_with(things: str, folder: Path) -> WorldFile:
    path = folder / "yard.toml"
    path.write_text(WORLD + things, encoding="utf-8")
    return load_world(path)


@pytest.mark.parametrize("thing", IN_IT.values(), ids=IN_IT)
def test_a_thing_in_a_wall_is_a_fault(tmp_path: Path, thing: str) -> None:
    with pytest.raises(SceneError, match=r"`thing` stands in the wall `fence`.*Try: .*\[C148\]") as caught:
        world_with(thing, tmp_path)
    assert caught.value.line == WORLD.count("\n") + 2
    assert len({caught.value.tell(language) for language in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.parametrize("things", IN_OTHER.values(), ids=IN_OTHER)
def test_a_thing_in_another_is_a_fault(tmp_path: Path, things: str) -> None:
    with pytest.raises(SceneError, match=r"`(thing|other)` stands in `(thing|other)`.*\[C\d+\]") as caught:
        world_with(things, tmp_path)
    assert len({caught.value.tell(language) for language in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.parametrize("things", (BESIDE_IT | BESIDE_OTHER).values(), ids=BESIDE_IT | BESIDE_OTHER)
def test_what_only_touches_may_stand_there(tmp_path: Path, things: str) -> None:
    assert "thing" in {item.id for item in world_with(things, tmp_path).mat.objects}
