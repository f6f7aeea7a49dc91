"""Letters on a mat: those of our three languages, as the font has them, with the floor in their holes."""

import importlib.util
from pathlib import Path

import pytest
from marshrut.simulator.scene.areas import holds
from marshrut.simulator.scene.lettering import lettering, unknown_letters
from marshrut.simulator.scene.model import Mat, Polygon
from marshrut.simulator.scene.rings import Area
from marshrut.simulator.scene.typeface import dejavu
from marshrut.simulator.world.paint import Spot, look_at

KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
LETTERS = (
    KAZAKH + KAZAKH.lower() + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?()«»“”—–-+×°№%"
)


def covered(areas: list[Area], x: float, y: float) -> bool:
    return any(sum(holds(ring, (x, y)) for ring in (area.outline, *area.holes)) % 2 for area in areas)


def extent(areas: list[Area]) -> tuple[float, float, float, float]:
    xs, ys = zip(*(point for area in areas for point in area.outline), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def test_no_letter_of_ours_is_missing() -> None:
    assert unknown_letters(LETTERS) == []
    assert unknown_letters("a漢字a漢") == ["漢", "字"]


@pytest.mark.slow
def test_outlines_are_those_that_the_font_engine_reads() -> None:
    from matplotlib.ft2font import FT2Font, LoadFlags

    package = importlib.util.find_spec("matplotlib")
    assert package is not None and package.origin is not None
    engine = FT2Font(str(Path(package.origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf"))
    face = dejavu()
    for letter in LETTERS:
        glyph = engine.load_char(ord(letter), flags=LoadFlags.NO_SCALE)
        theirs, codes = engine.get_path()
        assert glyph.horiAdvance == face.advance(letter)
        known = {(round(64 * x), round(64 * y)) for (x, y), code in zip(theirs, codes, strict=True) if code != 79}
        on_outline = {(x, y) for contour in face.contours(letter) for x, y, on in contour if on}
        assert on_outline <= known, letter


def test_a_capital_has_the_height_that_was_asked_for() -> None:
    left, low, right, top = extent(lettering("H", 100.0, 50.0, 80.0, 0.0, "left"))
    assert (low, top) == (pytest.approx(50.0, abs=0.001), pytest.approx(130.0, abs=0.001))
    assert 100.0 < left < right < 200.0
    turned = extent(lettering("H", 100.0, 50.0, 80.0, 90.0, "left"))
    assert (turned[0], turned[2]) == (pytest.approx(20.0, abs=0.001), pytest.approx(100.0, abs=0.001))


def test_where_a_line_stands() -> None:
    left = extent(lettering("Алматы", 500.0, 0.0, 50.0, 0.0, "left"))
    right = extent(lettering("Алматы", 500.0, 0.0, 50.0, 0.0, "right"))
    centre = extent(lettering("Алматы", 500.0, 0.0, 50.0, 0.0, "centre"))
    wide = left[0] - right[0]
    assert wide == pytest.approx(left[2] - left[0], rel=0.1)
    assert centre[0] == pytest.approx(left[0] - wide / 2, abs=0.01)


def test_all_points_lie_on_the_grid() -> None:
    for area in lettering(LETTERS, 123.456, 7.89, 33.3, 17.0, "left"):
        for x, y in (point for ring in (area.outline, *area.holes) for point in ring):
            assert (x, y) == (round(x * 1000) / 1000, round(y * 1000) / 1000)


@pytest.mark.parametrize(
    ("letter", "parts", "holes"), [("О", 1, 1), ("Ы", 2, 1), ("8", 1, 2), ("Й", 2, 0), ("Ә", 1, 1), ("%", 3, 2)]
)
def test_parts_and_holes(letter: str, parts: int, holes: int) -> None:
    areas = lettering(letter, 0.0, 0.0, 100.0, 0.0, "left")
    assert (len(areas), sum(len(area.holes) for area in areas)) == (parts, holes)


def test_a_sensor_sees_the_floor_in_a_hole_and_the_ink_around_it() -> None:
    areas = lettering("О", 100.0, 100.0, 200.0, 0.0, "left")
    surfaces = tuple(Polygon("o", 0.05, area.outline, (), area.holes) for area in areas)
    look = look_at(Mat(500.0, 400.0, 0.85, surfaces, ()), [Spot(0.0, 0.0, 8.0, 0.0, 1.0)])
    left, low, right, top = extent(areas)
    middle_x, middle_y = (left + right) / 2, (low + top) / 2
    assert look(middle_x, middle_y, 1.0, 0.0) == [0.85]
    assert look(middle_x, middle_y - 88.0, 1.0, 0.0) == [pytest.approx(0.05)]
    assert look(left - 10.0, middle_y, 1.0, 0.0) == [0.85]
    assert covered(areas, middle_x, middle_y - 88.0) and not covered(areas, middle_x, middle_y)
