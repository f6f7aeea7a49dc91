"""`framebuf`: ours for the CPython child draws what the official interpreter's draws, at random and in every corner.

Each page of drawings runs as a program on both runners and prints a line per drawing: the buffer's CRC, and the class
of an error. Documentation: docs.micropython.org/en/latest/library/framebuf.html
"""

from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import Phase, given, settings

from .printed import compare, on_both

PAINTER = """
from array import array
from binascii import crc32
import framebuf
from cases import CASES

for width, height, kind, stride, operations in CASES:
    said = []
    buffer = bytearray(b"\\x5a" * 1200)
    try:
        fb = framebuf.FrameBuffer(buffer, width, height, kind, width + stride)
    except Exception as error:
        print(type(error).__name__)
        continue
    for name, arguments in operations:
        try:
            if name == "poly":
                arguments = (arguments[0], arguments[1], array("h", arguments[2]), arguments[3], arguments[4])
            elif name == "blit":
                w, h, k = arguments[0]
                arguments = (framebuf.FrameBuffer(bytearray(b"\\xc9\\x36\\x0f" * 200), w, h, k),) + arguments[1:]
            elif name == "blit_palette":
                name = "blit"
                w, h, k = arguments[0]
                palette = framebuf.FrameBuffer(bytearray(b"\\x12\\xfe\\xcb\\x07" * 8), 16, 1, framebuf.GS4_HMSB)
                source = framebuf.FrameBuffer(bytearray(b"\\xc9\\x36\\x0f" * 200), w, h, k)
                arguments = (source,) + arguments[1:] + (palette,)
            value = getattr(fb, name)(*arguments)
            if value is not None:
                said.append(value)
        except Exception as error:
            said.append(type(error).__name__)
    print(crc32(buffer), said)
"""

KINDS = st.integers(0, 6)
PLACE = st.integers(-30, 60)
COLOR = st.one_of(st.integers(0, 3), st.integers(-70000, 70000))
RADIUS = st.integers(-3, 25)


def operation(name: str, *arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[str, tuple[Any, ...]]]:
    return st.tuples(st.just(name), st.tuples(*arguments))


TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs"), max_codepoint=0x500), max_size=8)
SOURCE = st.tuples(st.integers(1, 20), st.integers(1, 16), KINDS)
MONO_SOURCE = st.tuples(st.integers(1, 20), st.integers(1, 16), st.sampled_from((0, 2, 3, 4, 5)))
OPERATIONS = st.one_of(
    operation("fill", COLOR),
    operation("pixel", PLACE, PLACE),
    operation("pixel", PLACE, PLACE, COLOR),
    operation("hline", PLACE, PLACE, PLACE, COLOR),
    operation("vline", PLACE, PLACE, PLACE, COLOR),
    operation("rect", PLACE, PLACE, PLACE, PLACE, COLOR, st.booleans()),
    operation("fill_rect", PLACE, PLACE, PLACE, PLACE, COLOR),
    operation("line", PLACE, PLACE, PLACE, PLACE, COLOR),
    operation("ellipse", PLACE, PLACE, RADIUS, RADIUS, COLOR, st.booleans()),
    operation("ellipse", PLACE, PLACE, RADIUS, RADIUS, COLOR, st.booleans(), st.integers(0, 31)),
    operation("poly", PLACE, PLACE, st.lists(PLACE, max_size=13), COLOR, st.booleans()),
    operation("text", TEXT, PLACE, PLACE, COLOR),
    operation("scroll", st.integers(-12, 12), st.integers(-12, 12)),
    operation("blit", SOURCE, PLACE, PLACE),
    operation("blit", SOURCE, PLACE, PLACE, st.integers(-1, 3)),
    operation("blit_palette", MONO_SOURCE, PLACE, PLACE, st.integers(-1, 3)),
)
DRAWINGS = st.tuples(
    st.integers(1, 40), st.integers(1, 24), KINDS, st.integers(0, 9), st.lists(OPERATIONS, min_size=1, max_size=10)
)


# a failing page names the drawing that differs; making the page smaller would take minutes
@settings(max_examples=5, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(DRAWINGS, min_size=40, max_size=60))
def test_random_drawings_are_alike(node: Path, drawings: list[Any]) -> None:
    compare(PAINTER, drawings)


def test_all_96_glyphs_are_the_interpreters_own(node: Path) -> None:
    ours, official = on_both(
        "import framebuf\nfor code in range(32, 128):\n    b = bytearray(8)\n"
        "    framebuf.FrameBuffer(b, 8, 8, framebuf.MONO_VLSB).text(chr(code), 0, 0)\n    print(list(b))\n"
    )
    assert len(ours) == 96
    assert ours == official


WRONG = """
import framebuf
from array import array
b = bytearray(64)
fb = framebuf.FrameBuffer(b, 8, 8, framebuf.GS8)

class Panel(framebuf.FrameBuffer):
    def __init__(self, width, height):
        self.width, self.height, self.buffer = width, height, bytearray(width * height // 8)
        super().__init__(self.buffer, width, height, framebuf.MONO_VLSB)

    def show(self):
        return bytes(self)

def assign():
    fb.width = 3

for attempt in (
    lambda: framebuf.FrameBuffer(b, 0, 8, framebuf.GS8),
    lambda: framebuf.FrameBuffer(b, 8, 9, framebuf.GS8),
    lambda: framebuf.FrameBuffer(b, 8, 8, 7),
    lambda: framebuf.FrameBuffer(b, 8, 8, framebuf.GS8, 7),
    lambda: framebuf.FrameBuffer(bytes(64), 8, 8, framebuf.GS8),
    lambda: framebuf.FrameBuffer([0] * 64, 8, 8, framebuf.GS8),
    lambda: framebuf.FrameBuffer(b, 8, 8),
    lambda: framebuf.FrameBuffer(b, 8.0, 8, framebuf.GS8),
    lambda: framebuf.FrameBuffer(buffer=b, width=8, height=8, format=framebuf.GS8),
    lambda: fb.fill(),
    lambda: fb.fill(1.5),
    lambda: fb.fill(None),
    lambda: fb.fill(1 << 40),
    lambda: fb.pixel(1),
    lambda: fb.pixel(1, 1, None),
    lambda: fb.pixel(8, 1),
    lambda: fb.pixel(True, 1, 9),
    lambda: fb.pixel(1, 1),
    lambda: fb.text(1, 0, 0),
    lambda: fb.text(b"ok", 0, 0),
    lambda: fb.text(bytearray(b"no"), 0, 0),
    lambda: fb.text("a\\0b", 0, 0),
    lambda: fb.line(0, 0, 1, 1),
    lambda: fb.poly(0, 0, [1, 2], 1),
    lambda: fb.poly(0, 0, array("f", [1, 2]), 1),
    lambda: fb.poly(0, 0, bytes((1, 2, 7, 2, 4, 6)), 1, True),
    lambda: fb.blit(b, 0, 0),
    lambda: fb.blit((b, 8, 8), 0, 0),
    lambda: fb.blit((bytes(64), 8, 8, framebuf.GS8), 0, 0),
    lambda: fb.blit([bytes(64), 4, 8, framebuf.GS8, 8], 2, 0),
    lambda: fb.blit(Panel(16, 16), 0, 0, -1, None),
    lambda: framebuf.FrameBuffer1(b, 8, 8).text("A", 0, 0),
    lambda: framebuf.FrameBuffer1(b, 8, 8, 16).hline(0, 1, 5, 1),
    lambda: framebuf.FrameBuffer(fb, 4, 4, framebuf.GS8).fill(3),
    lambda: memoryview(fb)[5],
    lambda: bytes(fb)[:3],
    lambda: memoryview(b)[2],
    lambda: Panel(16, 8).text("x", 0, 0),
    lambda: Panel(16, 8).show(),
    lambda: Panel(16, 8).nothing,
    lambda: fb.width,
    assign,
    lambda: framebuf.MVLSB == framebuf.MONO_VLSB,
):
    try:
        print(attempt(), sum(b))
    except Exception as error:
        print(type(error).__name__, sum(b))
print(isinstance(memoryview(b), memoryview), isinstance(b, memoryview))
"""


def test_every_corner_gives_the_same_value_or_the_same_error(node: Path) -> None:
    ours, official = on_both(WRONG)
    assert ours == official
