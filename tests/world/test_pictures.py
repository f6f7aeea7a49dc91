"""PNG pictures on a mat: read exactly, refused before they take memory, and seen by sensors as they are."""

import io
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from marshrut.simulator.scene import (
    SceneError,
    load_scene,
    load_world,
    mat_to_json,
    scene_from_json,
    scene_to_json,
    vary,
)
from marshrut.simulator.scene.beside import BesideFault
from marshrut.simulator.scene.colours import infrared_of, shares_of
from marshrut.simulator.scene.model import Image, Line, Mat, Polygon, Stripe, Surface
from marshrut.simulator.scene.rasters import CLEAR, packed, read_png, unpacked
from marshrut.simulator.tasks.catalogue import TASKS
from marshrut.simulator.tasks.loading import load_task
from marshrut.simulator.world.floor_colours import FloorColours
from marshrut.simulator.world.paint import Spot, look_at
from PIL import Image as Picture

WORLD = """
id = "w"
title = {{ en = "W", ru = "W", kk = "W" }}
[mat]
width_mm = 1000
height_mm = 500
colour = "#ffffff"
[[start]]
id = "s"
x_mm = 500
y_mm = 250
heading_deg = 0
[[image]]
id = "p"
file = "p.png"
x_mm = 100
y_mm = 50
{}
"""


def png(dots: "np.ndarray", **options: object) -> bytes:
    out = io.BytesIO()
    Picture.fromarray(dots).save(out, "PNG", **options)
    return out.getvalue()


def colours_of(data: bytes, turns: int = 0) -> list[list[str]]:
    raster = read_png(data, turns)
    numbers = unpacked(raster.dots, raster.columns, raster.rows)
    shown = ["" if number == CLEAR else raster.colours[number] for number in numbers]
    return [shown[i : i + raster.columns] for i in range(0, len(shown), raster.columns)]


def test_colours_are_kept_to_the_last_bit() -> None:
    dots = np.array(
        [[[255, 0, 0, 255], [1, 2, 3, 255]], [[255, 255, 255, 127], [0, 0, 0, 128]], [[9, 9, 9, 0], [9, 9, 9, 255]]]
    )
    assert colours_of(png(dots.astype(np.uint8))) == [["#ff0000", "#010203"], ["", "#000000"], ["", "#090909"]]


def test_turned_left_by_quarters() -> None:
    dots = np.zeros((1, 2, 3), np.uint8)
    dots[0, 0] = 255, 0, 0
    assert colours_of(png(dots)) == [["#ff0000", "#000000"]]
    assert colours_of(png(dots), 1) == [["#000000"], ["#ff0000"]]
    assert colours_of(png(dots), 2) == [["#000000", "#ff0000"]]
    assert colours_of(png(dots), 3) == [["#ff0000"], ["#000000"]]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png(mode: str) -> None:
    grey = np.kron([[0, 255], [255, 0]], np.ones((3, 3))).astype(np.uint8)
    if mode == "I;16":
        out = io.BytesIO()
        Picture.fromarray(grey.astype(np.uint16) * 257).save(out, "PNG")
        data = out.getvalue()
    else:
        out = io.BytesIO()
        Picture.fromarray(grey).convert(mode).save(out, "PNG")
        data = out.getvalue()
    shown = colours_of(data)
    assert shown[0] == ["#000000"] * 3 + ["#ffffff"] * 3 and shown[5] == ["#ffffff"] * 3 + ["#000000"] * 3


def test_a_photograph_keeps_its_main_colours_and_is_near_in_the_others() -> None:
    rng = np.random.default_rng(5)
    across = np.linspace(0, 255, 300)
    dots = np.stack(
        [np.tile(across, (200, 1)), np.tile(across[:200, None], (1, 300)), rng.uniform(0, 255, (200, 300))], 2
    )
    dots = dots.astype(np.uint8)
    dots[:100, :100], dots[100:, 200:] = (255, 255, 255), (0, 0, 0)
    raster = read_png(png(dots), 0)
    assert len(raster.colours) <= 255 and {"#ffffff", "#000000"} <= set(raster.colours)
    palette = np.array([[int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in raster.colours])
    numbers = np.frombuffer(unpacked(raster.dots, 300, 200), np.uint8).reshape(200, 300)
    off = np.abs(palette[numbers].astype(int) - dots.astype(int))
    assert off[:100, :100].max() == 0 and off[100:, 200:].max() == 0
    assert off.mean() < 12


def test_packed_dots_come_back_and_no_others() -> None:
    dots = bytes(range(256)) * 4
    assert unpacked(packed(dots), 64, 16) == dots
    for columns, rows in ((64, 15), (64, 17), (1, 1)):
        with pytest.raises(ValueError):
            unpacked(packed(dots), columns, rows)
    with pytest.raises(ValueError):
        unpacked("no base64!", 1, 1)


def test_what_is_no_picture_or_too_large_is_refused() -> None:
    good = png(np.zeros((4, 4), np.uint8))
    huge = good[:16] + (60_000).to_bytes(4, "big") * 2 + good[24:]
    for data, message in (
        (b"", "unreadable"),
        (b"GIF89a" + bytes(60), "unreadable"),
        (good[:40], "unreadable"),
        (huge, "large"),
    ):
        with pytest.raises(BesideFault) as caught:
            read_png(data, 0)
        assert caught.value.message_id == f"picture-{message}"
    noise = np.random.default_rng(1).integers(0, 255, (2000, 2000), np.uint8)
    with pytest.raises(BesideFault) as caught:
        read_png(png(noise), 0)
    assert caught.value.message_id == "picture-detailed"


@pytest.mark.parametrize(
    ("keys", "size", "parts"),
    [
        ("mm_per_px = 2", (30, 40), []),
        ("width_mm = 60", (30, 40), []),
        ("width_mm = 60\nheading_deg = 90", (30, 40), []),
        ("", (30, 40), ["image[p]", "mm_per_px", "width_mm"]),
        ("mm_per_px = 2\nwidth_mm = 60", (30, 40), ["image[p]", "mm_per_px", "width_mm"]),
        ("mm_per_px = 50", (30, 40), ["off the mat"]),
        ("mm_per_px = 2\nheading_deg = 45", (30, 40), ["heading_deg", "0, 90, 180, 270"]),
        ("mm_per_px = 2", None, ["p.png", "no file", "[C80]"]),
    ],
)  # fmt: skip
def test_scale_and_place(tmp_path: Path, keys: str, size: tuple[int, int] | None, parts: list[str]) -> None:
    if size is not None:
        (tmp_path / "p.png").write_bytes(png(np.zeros(size[::-1], np.uint8)))
    (tmp_path / "w.toml").write_text(WORLD.format(keys), encoding="utf-8")
    if parts:
        with pytest.raises(SceneError) as caught:
            load_world(tmp_path / "w.toml")
        assert all(part in str(caught.value) for part in parts), str(caught.value)
        assert caught.value.line > 12
        return
    (image,) = load_world(tmp_path / "w.toml").mat.surfaces
    assert isinstance(image, Image) and image.mm_per_px == 2.0
    assert (image.columns, image.rows) == ((40, 30) if "90" in keys else (30, 40))


@pytest.mark.parametrize("name", ["../p.png", "/etc/p.png", "a\\\\b.png", "p.jpg", "p.png ", ""])
def test_only_files_beside_the_world_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "w.toml").write_text(WORLD.format("mm_per_px = 1").replace("p.png", name), encoding="utf-8")
    with pytest.raises(SceneError) as caught:
        load_world(tmp_path / "w.toml")
    assert "image[p].file" in str(caught.value) and "PNG" in str(caught.value)


LIGHTS, RGB = (0.05, 0.4, 0.8), (0.05, 0.06, 0.07, 0.4, 0.1, 0.2, 0.8, 0.7, 0.3)


def motley(per_px: float, seed: int) -> tuple[Image, "np.ndarray"]:
    """A picture of 300 mm by 200 mm with its lower left corner at (100, 50)."""
    rng = random.Random(seed)
    columns, rows, cell = int(300 / per_px), int(200 / per_px), max(1, int(12 / per_px))
    dots = np.zeros((rows, columns), np.uint8)
    for i in range(0, rows, cell):
        for j in range(0, columns, cell):
            dots[i : i + cell, j : j + cell] = rng.choice((0, 1, 2, CLEAR))
    return Image("p", 100.0, 50.0, per_px, columns, rows, packed(dots.tobytes()), LIGHTS, RGB), dots


def disc(x: float, y: float, footprint: float) -> tuple["np.ndarray", "np.ndarray"]:
    """Points all over a footprint."""
    steps = (2 * np.arange(80) + 1) / 80 - 1
    across, up = np.meshgrid(steps, steps)
    inside = across**2 + up**2 <= 1
    return x + across[inside] * footprint / 2, y + up[inside] * footprint / 2


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("per_px", "footprint"), [(0.4, 8.0), (1.0, 8.0), (1.0, 3.0), (10.0, 8.0), (25.0, 8.0), (0.7, 20.0)]
)
def test_sensors_see_the_mean_over_their_footprint(per_px: float, footprint: float) -> None:
    image, dots = motley(per_px, 3)
    mat = Mat(600.0, 400.0, 0.85, (image,), (), (), (0.9, 0.8, 0.7))
    rng = random.Random(4)
    look = look_at(mat, [Spot(0.0, 0.0, footprint, 0.0, 1.0)])
    floor = FloorColours(mat)

    def mean(shares: "np.ndarray", x: float, y: float) -> float:
        xs, ys = disc(x, y, footprint)
        columns = np.floor((xs - 100.0) / per_px).astype(int)
        rows = image.rows - 1 - np.floor((ys - 50.0) / per_px).astype(int)
        there = (rows >= 0) & (rows < image.rows) & (columns >= 0) & (columns < image.columns)
        numbers = np.full(len(xs), CLEAR)
        numbers[there] = dots[rows[there], columns[there]]
        return float(shares[numbers].mean())

    light, red = np.full(256, 0.85), np.full(256, 0.9)
    light[:3], red[:3] = LIGHTS, RGB[::3]
    for _ in range(40):
        x, y = rng.uniform(85.0, 415.0), rng.uniform(35.0, 265.0)
        assert look(x, y, 1.0, 0.0)[0] == pytest.approx(mean(light, x, y), abs=0.015)
        assert floor.under(x, y, footprint)[0] == pytest.approx(mean(red, x, y), abs=0.015)


def test_what_is_painted_over_a_picture_hides_it_and_what_is_under_shows_through() -> None:
    white = Image("w", 0.0, 0.0, 1.0, 400, 300, packed(bytes(400 * 300)), (0.88,), (0.88, 0.88, 0.88))
    hole = np.zeros((300, 400), np.uint8)
    hole[100:200, 100:300] = CLEAR
    window = Image("h", 0.0, 0.0, 1.0, 400, 300, packed(hole.tobytes()), (0.5,), (0.5, 0.5, 0.5))
    line = Stripe("l", 20.0, 0.05, False, (Line(0.0, 150.0, 400.0, 150.0, 400.0),))

    def seen(*surfaces: Surface) -> Callable[[float, float], float]:
        look = look_at(Mat(400.0, 300.0, 0.7, surfaces, ()), [Spot(0.0, 0.0, 8.0, 0.0, 1.0)])
        return lambda x, y: look(x, y, 1.0, 0.0)[0]

    plain = seen(Polygon("w", 0.88, ((0.0, 0.0), (400.0, 0.0), (400.0, 300.0), (0.0, 300.0))), line)
    on_picture = seen(white, line)
    for y in (50.0, 138.0, 141.0, 150.0, 160.0):
        assert on_picture(200.0, y) == pytest.approx(plain(200.0, y), abs=1e-5)
    through = seen(line, window)
    assert (through(200.0, 150.0), through(50.0, 150.0)) == (pytest.approx(0.05), pytest.approx(0.5))
    assert through(200.0, 120.0) == pytest.approx(0.7)


def test_the_same_picture_gives_the_same_mat_and_survives_the_trace(tmp_path: Path) -> None:
    source = Path(__file__).parent / "mats"
    first, again = (load_world(source / "everything.toml").mat for _ in range(2))
    assert first == again
    image = next(surface for surface in first.surfaces if isinstance(surface, Image))
    assert image.reflectance == tuple(infrared_of(image.rgb[i : i + 3]) for i in range(0, len(image.rgb), 3))
    assert shares_of("#000000") in {image.rgb[i : i + 3] for i in range(0, len(image.rgb), 3)}
    assert json.loads(json.dumps(mat_to_json(first)))["surfaces"]


def test_a_task_is_another_one_with_another_picture(tmp_path: Path) -> None:
    mats = Path(__file__).parent / "mats"
    folder = tmp_path / "desk"
    shutil.copytree(TASKS / "desk", folder)
    for name in ("picture.png", "drawing.svg"):
        shutil.copy(mats / name, folder / "worlds")
    shutil.copy(mats / "everything.toml", folder / "worlds" / "desk.toml")
    hashes = [load_task(folder).sha256]
    drawing, picture = folder / "worlds" / "drawing.svg", folder / "worlds" / "picture.png"
    drawing.write_bytes(drawing.read_bytes().replace(b"teal", b"navy"))
    hashes.append(load_task(folder).sha256)
    picture.write_bytes(png(np.zeros((3, 3), np.uint8)))
    hashes.append(load_task(folder).sha256)
    picture.unlink()
    hashes.append(load_task(folder).sha256)
    assert len(set(hashes)) == 4


def test_a_run_on_a_mat_of_files_is_judged_and_drawn_from_its_trace_alone(tmp_path: Path) -> None:
    """The scene in the trace's header is the scene that was driven on, pictures and all."""
    robot = TASKS.parent / "robots" / "esp32-rover.toml"
    scene = load_scene(Path(__file__).parent / "mats" / "everything.toml", robot)
    assert scene_from_json(json.loads(json.dumps(scene_to_json(scene)))) == scene
    varied = vary(scene, 7, "hard")
    before, after = (next(s for s in each.mat.surfaces if isinstance(s, Image)) for each in (scene, varied))
    assert (before.dots, before.columns) == (after.dots, after.columns)
    changes = {round(new - old, 6) for old, new in zip(before.reflectance, after.reflectance, strict=True) if old < 0.9}
    assert len(changes) == 1 and changes != {0.0}  # one print, one draw of its ink
