"""What a seed varies: all that the table says and nothing else, each quantity by itself."""

import itertools
import math
import statistics
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args

import pytest
from marshrut.simulator.scene import PROFILES, load_robot, load_scene, scene_to_json, vary
from marshrut.simulator.scene.model import Light, Object, Part, Ramp, Scene
from marshrut.simulator.scene.objects import in_wall, overlap
from marshrut.simulator.scene.part_shapes import PartTable
from marshrut.simulator.scene.seed_rows import OURS, SOURCES, TABLE, Row
from marshrut.simulator.scene.seed_table import PAGE, page
from marshrut.simulator.scene.variation import NORMAL_CUT, standard_draw

ROBOTS = Path(__file__).resolve().parents[2] / "curriculum" / "robots"

FENCE = """
id = "yard"
title = { en = "Yard", ru = "Двор", kk = "Аула" }
mat = { width_mm = 2000, height_mm = 2000, reflectance = 0.85 }
start = [{ id = "start", x_mm = 300, y_mm = 300, heading_deg = 0 }]
wall = [{ id = "fence", from_mm = [1000, 200], to_mm = [1000, 1500] }]
pin = [{ id = "pin", x_mm = 1005, y_mm = 1000, diameter_mm = 10, height_mm = 100, mass_g = 50 }]
box = [{ id = "box", x_mm = 970, y_mm = 800, size_mm = [60, 60], height_mm = 60, mass_g = 50 }]
"""

ROW = """
[[pin]]
id = "pin-{number}"
x_mm = {x}
y_mm = 600
diameter_mm = 50
height_mm = 100
mass_g = 50
"""
AFTER_ROW = """
[[box]]
id = "last"
x_mm = 805
y_mm = 600
size_mm = [60, 60]
height_mm = 60
mass_g = 50
"""

# Every chip whose figures a seed varies, with figures that are not 0 where the table moves them by shares of it.
CHIPS: dict[str, dict[str, float]] = {
    "hc-sr04": {"noise_mm": 1.5, "offset_mm": 0.0, "temperature_c": 20.0},
    "vl53l0x": {"address": 41.0, "noise_mm": 2.0, "offset_mm": 0.0, "scale_percent": 0.0, "glass_mcps": 0.0},
    "mpu6050": {
        "address": 104.0, "gyro_bias_deg_s": 0.6, "gyro_noise_deg_s": 0.05, "accel_bias_mg": 8.0, "accel_noise_mg": 4.0,
        "temperature_c": 27.0, "gyro_scale_percent": 0.0, "accel_scale_percent": 0.0, "cross_axis_percent": 0.0,
        "gyro_drift_deg_s_c": 0.03, "warming_c": 3.0,
    },
    "tcs34725": {"address": 41.0, "footprint_mm": 10.0, "noise_share": 0.01},
    "ina219": {"address": 64.0, "shunt_ohm": 0.1, "offset_uv": 0.0, "noise_uv": 20.0, "scale_percent": 0.0},
    "battery-divider": {"upper_kohm": 20.0, "lower_kohm": 10.0, "noise_mv": 3.0},
    "bump-switch": {"width_mm": 60.0, "active_low": 1.0, "bounce_ms": 2.0},
}  # fmt: skip
ITEMS: dict[str, Callable[[Scene], Any]] = {
    "motor": lambda scene: scene.robot.left,
    "robot": lambda scene: scene.robot,
    "battery": lambda scene: scene.robot.battery,
    "reflectance": lambda scene: scene.robot.reflectance[1],
    "mat": lambda scene: scene.mat,
    "surface": lambda scene: scene.mat.surfaces[-1],
    "light": lambda scene: scene.mat.lights[0],
    "object": lambda scene: scene.mat.objects[0],
    "ramp": lambda scene: scene.mat.ramps[0],
    "start": lambda scene: scene.start,
    "button": lambda scene: scene.robot.buttons[0],
}
NAMES = {"motor": "Motor", "robot": "Robot", "battery": "Battery", "reflectance": "Reflectance", "mat": "Mat",
         "light": "Light", "object": "Object", "ramp": "Ramp", "start": "Start", "button": "Button"}  # fmt: skip


def value_of(scene: Scene, row: Row, field: str) -> Any:
    """Of a chip the part's own field or the figure."""
    if row.of not in CHIPS:
        return getattr(ITEMS[row.of](scene), field)
    part = next(part for part in scene.robot.parts if part.chip == row.of)
    figures = dict(part.figures)
    return figures[field] if field in figures else getattr(part, field)


@pytest.fixture(scope="module")
def oval(line_sprint: dict[str, Scene]) -> Scene:
    """With all that a seed may vary, which the tasks' mats and robots do not have."""
    scene = line_sprint["oval"]
    surfaces = tuple(replace(surface, rgb=(0.4, 0.1, 0.2)) for surface in scene.mat.surfaces)
    square = ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0))
    pin = Object("pin", "pin", 500.0, 400.0, 10.0, 70.0, 70.0, 120.0, 150.0, 0.3, 0.6, (0.5, 0.6, 0.7))
    mat = replace(
        scene.mat, rgb=(0.8, 0.7, 0.6), surfaces=surfaces, lights=(Light("sun", 0.3, square),), objects=(pin,),
        ramps=(Ramp("ramp", square, 0.0, 10.0),),
    )  # fmt: skip
    robot = scene.robot
    parts = tuple(
        Part(chip, chip, (("signal", 5),), 10.0, 0.0, 12.0, 0.0, tuple(figures.items()))
        for chip, figures in CHIPS.items()
    )
    robot = replace(
        robot, grip_across=0.7, parts=parts,
        left=replace(robot.left, backlash_deg=3.0), right=replace(robot.right, backlash_deg=3.0),
        reflectance=tuple(replace(sensor, height_mm=3.0) for sensor in robot.reflectance),
    )  # fmt: skip
    return replace(scene, mat=mat, robot=robot)


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, Part):
        for name, figure in (*value.figures, ("z_mm", value.z_mm), ("y_mm", value.y_mm), ("x_mm", value.x_mm)):
            yield f"{path}/{value.chip} {name}", figure
    elif is_dataclass(value):
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
    allowed = {f"{NAMES[row.of]}.{field}" for row in TABLE if row.of in NAMES for field in row.fields}
    allowed |= {f"{row.of} {field}" for row in TABLE if row.of in CHIPS for field in row.fields}
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
    nominal = value_of(oval, row, row.fields[0])
    unit = row.spread * nominal / 100 if row.relative else row.spread
    return [(value_of(vary(oval, seed, profile), row, row.fields[0]) - nominal) / unit for seed in range(seeds)]


@pytest.mark.sample(13)
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
                value, nominal = value_of(scene, row, field), value_of(oval, row, field)
                for one in value if isinstance(value, tuple) else (value,):
                    least, most = row.ends(nominal) if row.ends_too else row.ends(0.0)
                    assert least <= one <= most


@pytest.mark.parametrize("file", sorted(ROBOTS.glob("*.toml")), ids=lambda file: file.stem)
def test_every_robots_battery_is_nearly_its_own(oval: Scene, file: Path) -> None:
    """Whatever its cells: between half empty and fresh, and as often below as above."""
    robot = load_robot(file)
    own = robot.battery.open_circuit_v
    found = [vary(replace(oval, robot=robot), seed, "normal").robot.battery.open_circuit_v / own for seed in range(60)]
    assert 0.93 < min(found) < 0.96 and 1.04 < max(found) < 1.07
    assert statistics.mean(found) == pytest.approx(1.0, abs=0.015)


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


def test_a_figure_that_a_file_leaves_out_stays_out(oval: Scene) -> None:
    """Without a height a sensor is as its voltages say; no play and no grip of its own stay none."""
    plain = replace(
        oval.robot, grip_across=0.0, left=replace(oval.robot.left, backlash_deg=0.0),
        reflectance=tuple(replace(sensor, height_mm=None) for sensor in oval.robot.reflectance),
    )  # fmt: skip
    varied = vary(replace(oval, robot=plain), 5, "hard").robot
    assert (varied.grip_across, varied.left.backlash_deg) == (0.0, 0.0)
    assert {sensor.height_mm for sensor in varied.reflectance} == {None}


def test_each_row_is_of_something_that_there_is_and_says_on_whose_word() -> None:
    chips = {table.model_fields["chip"].annotation.__args__[0]: table for table in get_args(get_args(PartTable)[0])}
    for row in TABLE:
        assert row.of in ITEMS or set(row.fields) <= set(chips[row.of].model_fields), row.id
        assert row.source == OURS or row.source in SOURCES
    assert set(SOURCES) == {row.source for row in TABLE} - {OURS}
    assert len({row.id for row in TABLE}) == len(TABLE)


def test_no_seed_puts_a_thing_into_a_wall_or_behind_it(tmp_path: Path) -> None:
    """What touches a wall is moved along it and away from it."""
    world = tmp_path / "yard.toml"
    world.write_text(FENCE, encoding="utf-8")
    scene = load_scene(world, ROBOTS / "esp32-rover.toml")
    put = [vary(scene, seed, "hard").mat.objects for seed in range(100)]
    assert all(pin.x_mm >= 1004.5 and not in_wall(box, scene.mat.walls[0]) and box.x_mm < 1000 for pin, box in put)
    assert statistics.pstdev(pin.y_mm for pin, _ in put) > 2.0
    assert max(pin.x_mm for pin, _ in put) > 1008


def test_no_seed_puts_a_thing_into_another(tmp_path: Path) -> None:
    """A row of pins that touch and a box at its end."""
    world = tmp_path / "yard.toml"
    pins = "".join(ROW.format(number=number, x=500 + 50 * number) for number in range(6))
    world.write_text(FENCE.partition("pin = ")[0] + pins + AFTER_ROW, encoding="utf-8")
    scene = load_scene(world, ROBOTS / "esp32-rover.toml")
    moved = 0
    for seed in range(50):
        put = vary(scene, seed, "hard").mat.objects
        assert not any(overlap(one, other) for one, other in itertools.combinations(put, 2))
        moved += sum(one.x_mm != other.x_mm for one, other in zip(put, scene.mat.objects, strict=True))
    assert moved > 200  # of 350
