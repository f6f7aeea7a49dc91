"""SVG drawings as mats: shapes where they belong, in their colours, and all that was left out is told."""

import math
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshrut.simulator.scene.areas import holds
from marshrut.simulator.scene.beside import BesideFault
from marshrut.simulator.scene.colours import colour_of
from marshrut.simulator.scene.drawings import Drawn, read_drawing
from marshrut.simulator.scene.geometry import bounds, end_of, start_of
from marshrut.simulator.scene.model import Arc, Polygon, Stripe

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100">'


def drawn(body: str, *, turns: int = 0, corner: tuple[float, float] = (0.0, 0.0), head: str = HEAD) -> Drawn:
    """Two mm a unit: the page is 400 mm by 200 mm."""
    return read_drawing(f"{head}{body}</svg>".encode(), "d", corner, turns, 2.0, None)


def box(found: Drawn) -> tuple[float, ...]:
    """Around all that is painted."""
    boxes = []
    for surface in found.surfaces:
        if isinstance(surface, Polygon):
            xs, ys = zip(*surface.points, strict=True)
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
        else:
            half = surface.width_mm / 2
            for piece in surface.pieces:
                left, low, right, high = bounds(piece)
                boxes.append((left - half, low - half, right + half, high + half))
    lows, highs = zip(*(((b[0], b[1]), (b[2], b[3])) for b in boxes), strict=True)
    ends = min(x for x, _ in lows), min(y for _, y in lows), max(x for x, _ in highs), max(y for _, y in highs)
    return tuple(round(value, 2) for value in ends)


def covered(found: Drawn, x: float, y: float) -> str:
    """The colour on top of what polygons paint there."""
    shown = ""
    for surface in found.surfaces:
        if isinstance(surface, Polygon):
            inside = sum(holds(ring, (x, y)) for ring in (surface.points, *surface.holes)) % 2
            shown = colour_of(surface.rgb) if inside else shown
    return shown


# An element, and the box in mm that it must cover: y up, two mm a unit.
PLACES = {
    "rectangle": ('<rect x="10" y="20" width="30" height="40"/>', (20, 80, 80, 160)),
    "rounded rectangle": ('<rect x="10" y="20" width="30" height="40" rx="8"/>', (20, 80, 80, 160)),
    "circle": ('<circle cx="100" cy="50" r="25"/>', (150, 50, 250, 150)),
    "ellipse": ('<ellipse cx="100" cy="50" rx="25" ry="10"/>', (150, 80, 250, 120)),
    "polygon": ('<polygon points="0,0 10,0 10,10"/>', (0, 180, 20, 200)),
    "path": ('<path d="M10 10h10v10h-10z"/>', (20, 160, 40, 180)),
    "arcs of a path": ('<path d="M50 50 a20 20 0 0 1 40 0 a20 20 0 0 1 -40 0z"/>', (100, 60, 180, 140)),
    "quadratic": ('<path d="M0 100 Q50 0 100 100z"/>', (0, 0, 200, 100)),
    "stroke": ('<line x1="10" y1="50" x2="60" y2="50" stroke="black" stroke-width="4"/>', (16, 96, 124, 104)),
    "stroke in mm": ('<path d="M10 50h50" stroke="red" stroke-width="1mm"/>', (16.22, 96.22, 123.78, 103.78)),
    "stroke to a square end": (
        '<path d="M10 50h50" stroke="red" stroke-width="4" stroke-linecap="square"/>', (12, 96, 128, 104)),
    "scaled": ('<g transform="scale(2)"><rect width="10" height="5"/></g>', (0, 180, 40, 200)),
    "moved, then turned": (
        '<rect width="20" height="10" transform="translate(50 50) rotate(90)"/>', (80, 60, 100, 100)),
    "matrix": ('<rect width="20" height="10" transform="matrix(1 0 0 1 30 40)"/>', (60, 100, 100, 120)),
    "skewed": ('<rect width="20" height="10" transform="skewX(45)"/>', (0, 180, 60, 200)),
    "used": (
        '<defs><rect id="r" width="10" height="10"/></defs><use xlink:href="#r" x="40" y="20"/>', (80, 140, 100, 160)),
    "used symbol": ('<symbol id="r"><rect width="10" height="10"/></symbol><use href="#r"/>', (0, 180, 20, 200)),
    "drawing in the drawing": (
        '<svg x="20" y="10" width="40" height="20" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>',
        (40, 140, 120, 180)),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_a_shape_lies_where_it_is_drawn(name: str) -> None:
    body, wanted = PLACES[name]
    found = drawn(body)
    assert found.left == ()
    # A line is no wider at its ends, but the boxes here are: by half its width.
    assert box(found) == pytest.approx(wanted, abs=0.02)


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [(0, (110, 230, 170, 240)), (1, (110, 60, 120, 120)), (2, (430, 60, 490, 70)), (3, (280, 380, 290, 440))],
)
def test_turned_by_quarters_into_the_box_at_its_corner(turns: int, wanted: tuple[float, ...]) -> None:
    """A box of 60 by 10 mm, 10 mm from the left and 10 mm from the top of the page."""
    found = drawn('<rect x="5" y="5" width="30" height="5"/>', turns=turns, corner=(100.0, 50.0))
    assert (found.width, found.height) == ((200, 400) if turns % 2 else (400, 200))
    assert box(found) == wanted


COLOURS = {
    "black unless it is said": ("<rect width='5' height='5'/>", "#000000"),
    "by name": ("<rect width='5' height='5' fill='teal'/>", "#008080"),
    "three digits": ("<rect width='5' height='5' fill='#f80'/>", "#ff8800"),
    "by shares": ("<rect width='5' height='5' fill='rgb(10, 20, 30)'/>", "#0a141e"),
    "inherited": ("<g fill='#123456'><rect width='5' height='5'/></g>", "#123456"),
    "style goes before the attribute": (
        "<rect width='5' height='5' fill='red' style='fill: #00ff00 !important'/>", "#00ff00"),
    "sheet, by class": ("<style>.a{fill:#010203}</style><rect class='b a' width='5' height='5'/>", "#010203"),
    "sheet, by tag": ("<style>/* x */ rect, path {fill:#010203}</style><rect width='5' height='5'/>", "#010203"),
    "sheet, by id": ("<style>#r{fill:#010203}</style><rect id='r' width='5' height='5'/>", "#010203"),
    "currentColor": ("<g color='#0000ff'><rect width='5' height='5' fill='currentColor'/></g>", "#0000ff"),
    "the last one on top": ("<rect width='5' height='5'/><rect width='5' height='5' fill='red'/>", "#ff0000"),
    "none": ("<rect width='5' height='5' fill='none'/>", ""),
    "hidden": ("<rect width='5' height='5' visibility='hidden'/>", ""),
    "not displayed": ("<g display='none'><rect width='5' height='5'/></g>", ""),
    "quite transparent": ("<rect width='5' height='5' opacity='0'/>", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", COLOURS)
def test_colours(name: str) -> None:
    body, wanted = COLOURS[name]
    found = drawn(body)
    assert (covered(found, 4.0, 196.0), found.left) == (wanted, ())


RINGS = {
    "a hole the other way round": ("M0 0h40v40h-40z M10 10v20h20v-20z", "nonzero", False),
    "an inner ring the same way round": ("M0 0h40v40h-40z M10 10h20v20h-20z", "nonzero", True),
    "the same, where odd numbers count": ("M0 0h40v40h-40z M10 10h20v20h-20z", "evenodd", False),
    "an island in a hole": ("M0 0h40v40h-40z M5 5v30h30v-30z M15 15h10v10h-10z", "nonzero", True),
}


@pytest.mark.parametrize("name", RINGS)
def test_rings_within_rings(name: str) -> None:
    path, rule, filled = RINGS[name]
    found = drawn(f'<path d="{path}" fill-rule="{rule}" fill="red"/>')
    assert covered(found, 2.0, 198.0) == "#ff0000"
    assert bool(covered(found, 40.0, 160.0)) is filled


def test_two_discs_of_one_path_that_overlap_are_both_filled() -> None:
    found = drawn('<path d="M10 50a20 20 0 0 1 40 0a20 20 0 0 1-40 0z M30 50a20 20 0 0 1 40 0a20 20 0 0 1-40 0z"/>')
    assert covered(found, 80.0, 100.0) == "#000000"


def test_a_curved_line_becomes_arcs_without_corners() -> None:
    (line,) = drawn('<circle cx="100" cy="50" r="40" fill="none" stroke="black" stroke-width="10"/>').surfaces
    assert isinstance(line, Stripe) and line.closed and line.width_mm == 20.0
    assert all(isinstance(piece, Arc) and abs(piece.radius - 80.0) < 0.1 for piece in line.pieces)
    assert sum(piece.length for piece in line.pieces) == pytest.approx(2 * math.pi * 80.0, rel=1e-4)
    assert math.dist(end_of(line.pieces[-1]), start_of(line.pieces[0])) < 1e-6


def test_dashes() -> None:
    found = drawn(
        '<line x1="10" y1="50" x2="60" y2="50" stroke="black" stroke-dasharray="10 5" stroke-dashoffset="5"/>'
    )
    spans = [(round(start_of(s.pieces[0])[0], 3), round(end_of(s.pieces[-1])[0], 3)) for s in found.surfaces]
    assert spans == [(20, 30), (40, 60), (70, 90), (100, 120)]


def test_pointed_corners_are_filled() -> None:
    frame = '<rect x="10" y="20" width="30" height="40" fill="none" stroke="black" stroke-width="4" {}/>'
    pointed, rounded = drawn(frame.format("")), drawn(frame.format('stroke-linejoin="round"'))
    assert covered(pointed, 17.0, 163.0) == "#000000"
    assert covered(rounded, 17.0, 163.0) == ""


LEFT = {
    "text": ("<text>hello</text>", "text"),
    "picture": ('<image href="data:image/png;base64,AAAA" width="5" height="5"/>', "image"),
    "gradient": ('<linearGradient id="g"/><rect width="5" height="5" fill="url(#g)"/>', "gradient"),
    "unknown colour": ('<rect width="5" height="5" fill="redish"/>', "gradient"),
    "transparency": ('<rect width="5" height="5" fill-opacity="0.5"/>', "opacity"),
    "clip": ('<clipPath id="c"/><rect width="5" height="5" clip-path="url(#c)"/>', "clip"),
    "filter": ('<rect width="5" height="5" filter="url(#f)"/>', "filter"),
    "marker": ('<path d="M0 0h5" stroke="red" marker-end="url(#m)"/>', "marker"),
    "path with a slip": ('<path d="M0 0h5v5z L oops"/>', "path"),
    "transform with a slip": ('<rect width="5" height="5" transform="spin(5)"/>', "path"),
    "style rule": ("<style>g > rect {fill:red}</style>", "rule"),
    "reference to nothing": ('<use href="#nobody"/>', "use"),
    "element": ("<blink/>", "element"),
    "dashes in percent": ('<path d="M0 0h50" stroke="red" stroke-dasharray="5%"/>', "dashes"),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_is_left_out_is_told(name: str) -> None:
    body, what = LEFT[name]
    found = drawn(f"\n{body}\n{body}")
    assert [(kind, line) for kind, _, line in found.left] == [(what, 2)]
    assert found.left[0][1] in (1, 2)


REFUSED = {
    "no XML": (b"\x89PNG", "xml"),
    "cut off": (HEAD.encode() + b"<rect", "xml"),
    "other XML": (b"<html><body/></html>", "not-svg"),
    "no page": (b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="5" height="5"/></svg>', "no-page"),
    "entities": (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + HEAD.encode() + b"</svg>", "entities"),
    "too deep": ((HEAD + "<g>" * 100 + "</g>" * 100 + "</svg>").encode(), "large"),
    "itself within itself": ((HEAD + "<g id='a'><use href='#a'/></g></svg>").encode(), "large"),
    "too many": ((HEAD + "<g/>" * 20_001 + "</svg>").encode(), "large"),
    "too many corners": ((HEAD + "<path d='M0 0" + "h1v1" * 20_000 + "'/></svg>").encode(), "detailed"),
    "too many dashes": (
        (HEAD + "<path d='M0 0H900' stroke='red' stroke-dasharray='0.06'/></svg>").encode(),
        "detailed",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_used_is_refused(name: str) -> None:
    data, message = REFUSED[name]
    with pytest.raises(BesideFault) as caught:
        read_drawing(data, "d", (0.0, 0.0), 0, 2.0, None)
    assert caught.value.message_id == f"drawing-{message}"


number = st.floats(-1000, 1000, allow_nan=False).map(lambda value: f"{value:.3f}")


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("MLHVCSQTAZmlhvcsqtaz"), st.lists(number, max_size=8)), max_size=12))
def test_any_path_gives_points_on_the_grid(commands: list[tuple[str, list[str]]]) -> None:
    data = " ".join(letter + " ".join(numbers) for letter, numbers in commands)
    found = drawn(f'<path d="{data}" stroke="red" stroke-width="3" stroke-dasharray="40 20"/>')
    for surface in found.surfaces:
        if isinstance(surface, Polygon):
            assert all((x, y) == (round(x * 1000) / 1000, round(y * 1000) / 1000) for x, y in surface.points)
            assert len(surface.points) >= 3
        else:
            assert surface.pieces and all(piece.length > 0 for piece in surface.pieces)


@pytest.mark.slow
def test_every_processor_reads_the_same_mat() -> None:
    """Without FMA and AVX2 the C library's sine differs in last bits; what a world file paints does not."""
    code = (
        "import hashlib, json, sys; from marshrut.simulator.scene import load_world, mat_to_json; "
        "print(hashlib.sha256(json.dumps(mat_to_json(load_world(sys.argv[1]).mat)).encode()).hexdigest())"
    )
    world = str(Path(__file__).parent / "mats" / "everything.toml")
    masks = ({}, {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA"}, {"NPY_DISABLE_CPU_FEATURES": "AVX2 FMA3"})
    seen = set()
    for mask in masks:
        command = [sys.executable, "-W", "ignore", "-c", code, world]
        seen.add(subprocess.run(command, env={**os.environ, **mask}, capture_output=True, text=True, check=True).stdout)
    assert len(seen) == 1
