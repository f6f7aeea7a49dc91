"""picture.png as a person sees it: pixels at known places of the mat."""

import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from marshrut.simulator.replay import picture_labels, write_picture
from marshrut.simulator.replay.colours import SPEED_STOPS, floor_grey, round_up
from marshrut.simulator.replay.pack import pack
from marshrut.simulator.replay.placing import Room
from PIL import Image

from .made_up_run import Run

Colour = tuple[int, int, int]

LOST_RED = (195, 32, 47)


@pytest.mark.sample(2)
@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_the_picture_says_what_is_broken(lap: Run, tmp_path: Path, lang: str) -> None:
    """In red under the caption, in as many lines as it takes, and the mat keeps its size."""

    def drawn(faults: list[str]) -> tuple[Picture, int]:
        path = tmp_path / "picture.png"
        labels = picture_labels(lang, lap.result | {"faults": faults})
        write_picture(lap.trace, lap.marks, path, "Line sprint", labels)
        image = Picture(path)
        above = np.asarray(image.image)[: image.top - 2]
        return image, int(np.all(above == LOST_RED, axis=2).sum())

    whole, red = drawn([])
    assert red == 0
    broken, red = drawn(["cable-off:line3", "dead:left@4", "swapped-motors", "weak-battery=6.4", "noisy-adc=2.5"])
    assert red > 500
    assert (broken.left, broken.right) == (whole.left, whole.right)
    assert broken.bottom - broken.top == whole.bottom - whole.top


class Picture:
    """A picture with mm instead of pixels: the mat, recognised by its colour, gives the scale."""

    def __init__(self, path: Path, mat_mm: tuple[int, int] = (1600, 1000)) -> None:
        self.image = Image.open(path).convert("RGB")
        floor = np.all(np.asarray(self.image) == rgb(floor_grey(0.85)), axis=2)
        columns = np.flatnonzero(floor.mean(axis=0) > 0.2)
        rows = np.flatnonzero(floor.mean(axis=1) > 0.2)
        self.left, self.right = int(columns[0]), int(columns[-1]) + 1
        self.top, self.bottom = int(rows[0]), int(rows[-1]) + 1
        self.scale = (self.right - self.left) / mat_mm[0]  # px per mm
        assert math.isclose(self.scale, (self.bottom - self.top) / mat_mm[1], rel_tol=0.01), "axes are not equal"

    def near(self, x_mm: float, y_mm: float, reach_px: int) -> list[Colour]:
        """Colours within so many pixels of a place."""
        cx, cy = round(self.left + x_mm * self.scale), round(self.bottom - y_mm * self.scale)
        around = range(-reach_px, reach_px + 1)
        return [self.at(cx + dx, cy + dy) for dx in around for dy in around]

    def at(self, x_px: int, y_px: int) -> Colour:
        red, green, blue = self.image.getpixel((x_px, y_px))  # type: ignore[misc]
        return int(red), int(green), int(blue)


def rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def speed_colour(share: float) -> tuple[float, ...]:
    """The colour of a share of the fastest speed."""
    at = share * (len(SPEED_STOPS) - 1)
    i = min(int(at), len(SPEED_STOPS) - 2)
    low, high = rgb(SPEED_STOPS[i]), rgb(SPEED_STOPS[i + 1])
    return tuple(a + (b - a) * (at - i) for a, b in zip(low, high, strict=True))


@pytest.fixture(scope="module")
def drawn(lap: Run, tmp_path_factory: pytest.TempPathFactory) -> Picture:
    path = tmp_path_factory.mktemp("picture") / "picture.png"
    write_picture(lap.trace, lap.marks, path, "Гонка по линии", picture_labels("ru", lap.result))
    return Picture(path)


def test_it_is_large_enough_to_print(drawn: Picture) -> None:
    assert drawn.image.width == 1600
    assert 900 < drawn.image.height < 1200


def test_the_path_has_the_colour_of_its_speed(drawn: Picture, lap: Run) -> None:
    fastest = round_up(max(abs(state[5]) for state in lap.trace.states) / 1000)
    for seconds in (1.3, 2.4, 5.5, 6.4, 8.5, 9.5):
        state = lap.trace.states[round(seconds * 50)]
        wanted = speed_colour(abs(state[5]) / 1000 / fastest)
        seen = min(math.dist(pixel, wanted) for pixel in drawn.near(state[2] / 1000, state[3] / 1000, 2))
        assert seen < 20, f"at {seconds} s"


def test_every_loss_has_a_red_ring(drawn: Picture, lap: Run) -> None:
    losses = [mark for mark in lap.marks if mark["kind"] == "lost"]
    assert len(losses) >= 2
    for mark in losses:
        ring = [pixel for pixel in drawn.near(mark["x_mm"], mark["y_mm"], 10) if math.dist(pixel, LOST_RED) < 12]
        assert len(ring) > 40


def test_without_losses_nothing_is_red(make_run: Callable[..., Run], tmp_path: Path) -> None:
    run = make_run(4, blind=())
    assert not [mark for mark in run.marks if mark["kind"] == "lost"]
    write_picture(run.trace, run.marks, tmp_path / "p.png", "Line sprint", picture_labels("en", run.result))
    colours = Image.open(tmp_path / "p.png").convert("RGB").getcolors(1 << 24) or []
    assert not [colour for _, colour in colours if isinstance(colour, tuple) and math.dist(colour, LOST_RED) < 6]


def test_a_stripe_has_its_true_width(make_run: Callable[..., Run], tmp_path: Path) -> None:
    run = make_run(0.1)
    write_picture(run.trace, [], tmp_path / "p.png", "Line sprint", picture_labels("en", run.result))
    picture = Picture(tmp_path / "p.png")
    black = rgb(floor_grey(0.05))
    column = round(picture.left + 1000 * picture.scale)
    rows = range(picture.top, picture.bottom)
    dark = [y for y in rows if math.dist(picture.at(column, y), black) < 40]
    lower = [y for y in dark if y > picture.bottom - 300 * picture.scale]
    assert abs(len(lower) / picture.scale - 20) < 2.5
    assert abs((picture.bottom - sum(lower) / len(lower)) / picture.scale - 180) < 2


def test_a_run_that_never_began_is_drawn(make_run: Callable[..., Run], tmp_path: Path) -> None:
    run = make_run(0)
    write_picture(run.trace, [], tmp_path / "p.png", "Line sprint", picture_labels("kk", run.result))
    run.trace.states.clear()
    write_picture(run.trace, [], tmp_path / "q.png", "Line sprint", picture_labels("kk", run.result))
    assert (tmp_path / "q.png").stat().st_size > 10_000


def test_dollars_in_a_title_are_dollars(lap: Run, tmp_path: Path) -> None:
    write_picture(lap.trace, [], tmp_path / "p.png", "$1 { $x^", picture_labels("en", lap.result))
    assert (tmp_path / "p.png").exists()


def test_matplotlib_is_not_loaded_before_a_picture_is_drawn() -> None:
    code = "import sys, marshrut.simulator.replay; print('matplotlib' in sys.modules, 'jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"


def test_labels_do_not_cover_each_other() -> None:
    room = Room((0, 0, 400, 400), [])
    spots = [room.place(200, 200, 90, 24, 20, must=True) for _ in range(12)]
    boxes = [(x - 45, y - 12, x + 45, y + 12) for x, y in filter(None, spots)]
    assert len(boxes) == 12
    for i, a in enumerate(boxes):
        assert a[0] >= 0 and a[1] >= 0 and a[2] <= 400 and a[3] <= 400
        for b in boxes[:i]:
            assert min(a[2], b[2]) <= max(a[0], b[0]) or min(a[3], b[3]) <= max(a[1], b[1])


def test_a_label_that_may_be_left_out_is_left_out_where_it_is_crowded() -> None:
    room = Room((0, 0, 100, 100), [])
    room.take((0, 0, 100, 100))
    assert room.place(50, 50, 20, 10, 5, must=False) is None
    assert room.place(50, 50, 20, 10, 5, must=True) is not None


def test_a_label_stays_off_the_path_where_it_can() -> None:
    busy = [(x, 300) for x in range(0, 400, 6)]
    spot = Room((0, 0, 400, 400), busy).place(200, 280, 60, 20, 8, must=True)
    assert spot is not None and spot[1] + 10 < 300


@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_the_caption_of_a_run_that_nobody_judged_has_no_verdict(lap: Run, unjudged: Run, lang: str) -> None:
    judged, free = (picture_labels(lang, run.result, "Oval")["caption"] for run in (lap, unjudged))
    assert free == judged.rpartition(" · ")[0].rpartition(" · ")[0]  # without verdict and time
    assert free.startswith("Oval · ") and free.endswith(" · cpython")


@pytest.mark.parametrize(("profile", "told"), [("normal", ""), ("nominal", " · --nominal"), ("hard", " · --hard")])
def test_picture_and_page_say_how_much_the_seed_varied(lap: Run, profile: str, told: str) -> None:
    result = lap.result | {"profile": profile}
    assert f"seed 7{told} · cpython" in picture_labels("en", result)["caption"]
    assert pack(lap.trace, result, lap.marks, "en", {}, {}, {})["facts"]["seed"] == f"7{told}"
