"""What a seed varies: all that the table says and nothing else, each quantity by itself."""

import math
import statistics
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from marshrut.simulator.scene import PROFILES, scene_to_json, vary
from marshrut.simulator.scene.model import Scene
from marshrut.simulator.scene.seed_table import PAGE, page
from marshrut.simulator.scene.variation import NORMAL_CUT, TABLE, Row, standard_draw

ITEMS: dict[str, Callable[[Scene], Any]] = {
    "motor": lambda scene: scene.robot.left,
    "robot": lambda scene: scene.robot,
    "battery": lambda scene: scene.robot.battery,
    "reflectance": lambda scene: scene.robot.reflectance[1],
    "mat": lambda scene: scene.mat,
    "surface": lambda scene: scene.mat.surfaces[-1],
    "start": lambda scene: scene.start,
    "button": lambda scene: scene.robot.buttons[0],
}


@pytest.fixture(scope="module")
def oval(line_sprint: dict[str, Scene]) -> Scene:
    """With colours, which the tasks' mats do not have."""
    scene = line_sprint["oval"]
    surfaces = tuple(replace(surface, rgb=(0.4, 0.1, 0.2)) for surface in scene.mat.surfaces)
    return replace(scene, mat=replace(scene.mat, rgb=(0.8, 0.7, 0.6), surfaces=surfaces))


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name), f"{path}/{type(value).__name__}.{field.name}")
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from leaves(item, f"{path}[{i}]")
    else:
        yield path, value


def test_nominal_varies_nothing(oval: Scene) -> None:
    assert vary(oval, 7, "nominal") == oval


def test_only_what_the_table_names_is_varied(oval: Scene) -> None:
    names = {"motor": "Motor", "robot": "Robot", "battery": "Battery", "reflectance": "Reflectance", "mat": "Mat",
             "start": "Start", "button": "Button"}  # fmt: skip
    allowed = {f"{names[row.of]}.{field}" for row in TABLE if row.of in names for field in row.fields}
    painted = [field for row in TABLE if row.of == "surface" for field in row.fields]
    allowed |= {f"{kind}.{field}" for kind in ("Stripe", "Polygon") for field in painted}
    changed = {
        path.rsplit("/", 1)[-1].partition("[")[0]
        for (path, before), (_, after) in zip(leaves(oval), leaves(vary(oval, 7, "normal")), strict=True)
        if before != after
    }
    assert changed == allowed


def test_the_mat_keeps_its_geometry_and_starts(oval: Scene) -> None:
    varied = vary(oval, 7, "hard")
    assert varied.mat.starts == oval.mat.starts
    assert [surface.pieces for surface in varied.mat.surfaces if hasattr(surface, "pieces")] == [
        surface.pieces for surface in oval.mat.surfaces if hasattr(surface, "pieces")
    ]


def amounts(oval: Scene, row: Row, profile: str, seeds: int = 300) -> list[float]:
    """How far a row's first field is off, in units of the table's spread."""
    get = ITEMS[row.of]
    nominal = getattr(get(oval), row.fields[0])
    unit = row.spread * nominal / 100 if row.unit == "%" else row.spread
    return [(getattr(get(vary(oval, seed, profile)), row.fields[0]) - nominal) / unit for seed in range(seeds)]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.id)
def test_spread_is_that_of_the_table(oval: Scene, row: Row) -> None:
    found = amounts(oval, row, "normal", 150)
    wanted = 1 / math.sqrt(3) if row.distribution == "even" else 1.0
    # A quantity near the end of what it can be is cut there.
    if math.isinf(row.most) or row.most > 1.0:
        assert statistics.stdev(found) == pytest.approx(wanted, rel=0.25)
        assert statistics.mean(found) == pytest.approx(0.0, abs=0.3)
    assert max(map(abs, found)) <= (1.0 if row.distribution == "even" else NORMAL_CUT) + 1e-9


def test_hard_is_twice_normal(oval: Scene) -> None:
    assert PROFILES == {"nominal": 0.0, "normal": 1.0, "hard": 2.0}
    row = next(row for row in TABLE if row.id == "motor-constant")
    normal, hard = amounts(oval, row, "normal", 20), amounts(oval, row, "hard", 20)
    assert hard == pytest.approx([2 * amount for amount in normal])


def test_no_draw_leaves_what_is_possible(oval: Scene) -> None:
    for seed in range(100):
        scene = vary(oval, seed, "hard")
        for row in TABLE:
            for field in row.fields:
                value = getattr(ITEMS[row.of](scene), field)
                for one in value if isinstance(value, tuple) else (value,):
                    assert row.least <= one <= row.most


def test_quantities_are_drawn_apart(oval: Scene) -> None:
    """Left and right, sensor and sensor, row and row: no two go together."""
    draws = {
        name: [standard_draw(seed, name, "normal") for seed in range(400)]
        for name in ("motor-constant/left", "motor-constant/right", "motor-resistance/left", "sensor-gain/line1")
    }
    names = list(draws)
    for i, first in enumerate(names):
        for second in names[i + 1 :]:
            assert abs(statistics.correlation(draws[first], draws[second])) < 0.15


def test_a_draw_belongs_to_seed_and_name_alone() -> None:
    """Pinned: a row added, or another order, must not change an old seed's robot."""
    assert [round(standard_draw(7, "motor-constant/left", kind), 6) for kind in ("normal", "even")] == [
        0.643295, 0.432761,
    ]  # fmt: skip


def test_a_varied_scene_is_a_scene_still(oval: Scene) -> None:
    from marshrut.simulator.scene import scene_from_json

    varied = vary(oval, 3, "hard")
    assert scene_from_json(scene_to_json(varied)) == varied


def test_the_page_says_what_the_table_does() -> None:
    """Written by `python -m marshrut.simulator.scene.seed_table`."""
    assert PAGE.read_text(encoding="utf-8") == page()
