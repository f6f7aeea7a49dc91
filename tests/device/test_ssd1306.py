"""The display controller, byte by byte; sections and tables are those of its data sheet, revision 1.1."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.appearance import display_pages, display_text
from marshrut.simulator.devices.ports import Surroundings
from marshrut.simulator.devices.ssd1306 import Ssd1306
from marshrut.simulator.scene.model import Part

NOBODY = cast(Surroundings, None)
DARK = bytes(128)
# Upright, in horizontal addressing, charge pump and display on; the window is the whole memory.
START = bytes([0xAE, 0x20, 0, 0x40, 0xA1, 0xC8, 0xA8, 63, 0xD3, 0, 0xDA, 0x12, 0x8D, 0x14, 0xAF])


def display(height: int = 64, start: bytes = START, clear: bool = True) -> Ssd1306:
    figures = (("address", 60.0), ("width", 128.0), ("height", float(height)))
    chip = Ssd1306(Part("oled", "ssd1306", (("sda", 21), ("scl", 22)), 0.0, 0.0, 40.0, 0.0, figures), NOBODY, 7)
    if height == 32:
        start = start.replace(b"\xa8\x3f", b"\xa8\x1f").replace(b"\xda\x12", b"\xda\x02")
    commands(chip, *start)
    if clear:
        data(chip, bytes(1024))
    return chip


def commands(chip: Ssd1306, *values: int, t_us: int = 0) -> None:
    assert chip.i2c_write(bytes([0x00, *values]), t_us) == len(values) + 1


def data(chip: Ssd1306, values: bytes) -> None:
    assert chip.i2c_write(b"\x40" + values, 0) == len(values) + 1


def pages(chip: Ssd1306, t_us: int = 0) -> list[bytes]:
    return display_pages(chip.shown(t_us)) or [DARK] * (int(chip.part.figure("height")) // 8)


def dots(chip: Ssd1306, t_us: int = 0) -> set[tuple[int, int]]:
    """(x, y) of what shines."""
    return {
        (x, 8 * number + bit)
        for number, page in enumerate(pages(chip, t_us))
        for x, column in enumerate(page)
        for bit in range(8)
        if column >> bit & 1
    }


def test_bytes_run_through_columns_and_pages() -> None:
    """Section 10.1.3, horizontal addressing: 1024 bytes fill the picture and the address is where it was."""
    chip = display()
    picture = bytes(range(256)) * 4
    data(chip, picture)
    assert b"".join(pages(chip)) == picture
    data(chip, b"\xaa")
    assert b"".join(pages(chip)) == b"\xaa" + picture[1:]


def test_a_window_is_filled_row_by_row() -> None:
    """Sections 10.1.4 and 10.1.5."""
    chip = display()
    commands(chip, 0x21, 10, 12, 0x22, 2, 3)
    data(chip, bytes([1, 2, 3, 4, 5, 6, 7]))
    assert pages(chip)[2][9:14] == bytes([0, 7, 2, 3, 0])
    assert pages(chip)[3][9:14] == bytes([0, 4, 5, 6, 0])


def test_vertical_addressing_goes_down_first() -> None:
    chip = display()
    commands(chip, 0x20, 1, 0x21, 100, 127, 0x22, 6, 7)
    data(chip, bytes([1, 2, 3, 4]))
    assert [page[100:103] for page in pages(chip)[6:]] == [bytes([1, 3, 0]), bytes([2, 4, 0])]


def test_page_addressing_stays_on_its_page() -> None:
    """Section 10.1.1: B0h to B7h, and the column in two nibbles; at the end of a page it begins again."""
    chip = display()
    commands(chip, 0x20, 2, 0xB3, 0x0E, 0x17)
    data(chip, bytes([1, 2, 3, 4]))
    page = pages(chip)[3]
    assert (page[126:], page[:3]) == (bytes([1, 2]), bytes([3, 4, 0]))
    assert pages(chip)[4] == DARK


@given(st.lists(st.integers(0, 255), min_size=1, max_size=40))
def test_it_does_not_matter_how_commands_are_cut(picture: list[int]) -> None:
    """Section 8.1.5.2: one stream, one command a transfer, or each byte after a control byte of its own."""
    script = [0xAE, 0x20, 0, 0x21, 5, 60, 0x22, 1, 4, 0xA1, 0xC8, 0x8D, 0x14, 0xAF]
    streamed, single, paired = (display() for _ in range(3))
    commands(streamed, *script)
    data(streamed, bytes(picture))
    for value in script:
        single.i2c_write(bytes([0x80, value]), 0)
    for value in picture:
        data(single, bytes([value]))
    pairs = [byte for value in script for byte in (0x80, value)] + [byte for value in picture for byte in (0xC0, value)]
    paired.i2c_write(bytes(pairs), 0)
    assert streamed.shown(0) == single.shown(0) == paired.shown(0)


def test_nothing_is_seen_without_the_charge_pump_or_when_off() -> None:
    chip = display()
    data(chip, b"\xff")
    lit = chip.shown(0)
    assert lit
    commands(chip, 0x8D, 0x10)
    assert chip.shown(0) == ""
    commands(chip, 0x8D, 0x14, 0xAE)
    assert chip.shown(0) == "" and chip.i2c_read(1, 0) == b"\x40"
    commands(chip, 0xAF)
    assert chip.shown(0) == lit and chip.i2c_read(2, 0) == b"\x00\x00"


def test_memory_is_snow_at_power_on() -> None:
    chip = display(clear=False)
    assert 3000 < len(dots(chip)) < 5200
    assert chip.shown(0) == display(clear=False).shown(0)


def test_inverse_and_all_on() -> None:
    chip = display()
    data(chip, b"\x01")
    commands(chip, 0xA7)
    assert len(dots(chip)) == 128 * 64 - 1 and (0, 0) not in dots(chip)
    commands(chip, 0xA5)
    assert len(dots(chip)) == 128 * 64
    commands(chip, 0xA4, 0xA6)
    assert dots(chip) == {(0, 0)}


@pytest.mark.parametrize("height", [32, 64])
def test_turned_by_half_a_turn(height: int) -> None:
    """A0h and C0h; section 10.1.8: segments are remapped for data that come after it, rows at once."""
    chip = display(height)
    data(chip, b"\x01")
    commands(chip, 0xC0)
    assert dots(chip) == {(0, height - 1)}
    commands(chip, 0xA0)
    assert dots(chip) == {(0, height - 1)}
    commands(chip, 0x21, 0, 127, 0x22, 0, 7)
    data(chip, b"\x01")
    assert dots(chip) == {(0, height - 1), (127, height - 1)}


@pytest.mark.parametrize(
    ("script", "first", "row_of_0"),
    [
        ([], 0, 0),
        ([0x40 + 8], 8, 56),  # start line 8: row 8 of the memory comes first
        ([0xD3, 8], 8, 56),  # offset 8: the last COM but 8 shows row 0
        ([0xD3, 8, 0x40 + 8], 16, 48),
        ([0xC0, 0xA8, 47], None, 63),  # 48 of 64 rows driven: the upper 16 are dark, row 0 is at the bottom
        ([0xA8, 47], None, 16),
    ],
)  # fmt: skip
def test_rows_are_where_the_tables_have_them(script: list[int], first: int | None, row_of_0: int) -> None:
    """Tables 10-1 and 10-2. Row 8·n + b of the memory has a dot in column 8·n + b."""
    chip = display()
    memory = [bytearray(128) for _ in range(8)]
    for row in range(64):
        memory[row // 8][row] |= 1 << row % 8
    data(chip, b"".join(memory))
    commands(chip, *script)
    shown = dots(chip)
    assert {x for x, y in shown if y == 0} == ({first} if first is not None else set())
    assert {y for x, y in shown if x == 0} == {row_of_0}


def test_a_wrong_wiring_of_rows_shows() -> None:
    """Table 10-3: on glass with 64 rows the sequential configuration tears neighbouring rows apart."""
    chip = display()
    data(chip, b"\x03")
    assert dots(chip) == {(0, 0), (0, 1)}
    commands(chip, 0xDA, 0x02)
    assert dots(chip) == {(0, 0), (0, 2)}


def test_a_small_display_shows_its_first_rows() -> None:
    chip = display(32)
    data(chip, b"\x01" * 1024)
    assert [y for x, y in sorted(dots(chip)) if x == 0] == [0, 8, 16, 24]
    assert chip.shown(0).count("/") == 3


def test_a_scroll_moves_by_its_frames_and_stops() -> None:
    """Table 9-1: interval 7 is two frames; with the reset timings a frame is 64 × 54 periods of 370 kHz."""
    chip = display()
    data(chip, b"\x01")
    commands(chip, 0x26, 0, 0, 7, 0, 0, 0xFF, 0x2F, t_us=1000)
    frame_us = 64 * 54 * 1_000_000 // 370_000
    assert dots(chip, 1000 + 2 * frame_us - 1) == {(0, 0)}
    assert dots(chip, 1000 + 2 * frame_us) == {(1, 0)}
    assert dots(chip, 1000 + 20 * frame_us) == {(10, 0)}
    commands(chip, 0x2E, t_us=1000 + 20 * frame_us)
    assert dots(chip, 10_000_000) == {(10, 0)}
    commands(chip, 0x27, 0, 1, 7, 7, 0, 0xFF, 0x2F, t_us=10_000_000)
    assert dots(chip, 20_000_000) == {(10, 0)}, "only pages 1 to 7 move"


@given(st.lists(st.integers(0, 255), max_size=80), st.integers(0, 4))
def test_no_bytes_do_harm(values: list[int], cut: int) -> None:
    chip = display()
    for at in range(0, len(values), cut + 1):
        chip.i2c_write(bytes(values[at : at + cut + 1]), at)
    text = chip.shown(1_000_000)
    assert display_text(display_pages(text)) == text
