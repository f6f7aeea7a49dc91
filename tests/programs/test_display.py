"""What a person reads on the display: its dots in the trace, beside the font drawn by the test's own program."""

import pytest
from marshrut.simulator.appearance import display_pages

from .conftest import Ride, RunProgram, on_both

ROBOTS = ("sensor-rover", "pico-sensor-rover")
# The letters of a text as dots, printed in hexadecimal: what each line of the display should hold.
FONT = """
import framebuf
from binascii import hexlify
def expect(text):
    dots = bytearray(128)
    framebuf.FrameBuffer(dots, 128, 8, framebuf.MONO_VLSB).text(text, 0, 0)
    print("page", hexlify(dots).decode())
"""

RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
KAZAKH = "ӘҒҚҢӨҰҮҺІәғқңөұүһі"
ENGLISH = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
# Letters of different alphabets that are printed alike; all others can be told apart.
ALIKE = {*zip("АВЕЗКМНОРСТХІҮаеормсухіһ", "ABE3KMHOPCTXIYaeopmcyxih", strict=True)}
SHOW_LETTERS = f"""
signs = {RUSSIAN + KAZAKH!r}
for n in range(len(signs)):
    rover.display.text(signs[n], n % 16 * 8, n // 16 * 8)
rover.display.show()
sleep_ms(100)
"""


def pages(ride: Ride, at: int = -1) -> list[bytes]:
    """The lines of dots on the display, after so many changes."""
    return display_pages([text for _, _, name, text in ride.trace.displays if name == "display"][at])


def cells(lines: list[bytes], text: str) -> dict[str, bytes]:
    """Each letter's dots; the text has 16 letters in a line, and where a letter comes again it looks the same."""
    found: dict[str, bytes] = {}
    for n, letter in enumerate(text):
        cell = lines[n // 16][n % 16 * 8 :][:8]
        assert found.setdefault(letter, cell) == cell, letter
    return found


def expected(ride: Ride) -> list[bytes]:
    return [bytes.fromhex(line.removeprefix("page ")) for line in ride.text.splitlines() if line.startswith("page ")]


def test_what_is_shown_last_is_told_of_a_program_that_ends_at_once(on_floor: RunProgram) -> None:
    body = FONT + "expect('first')\nrover.display.print('first')\nexpect('last')\nrover.display.print('last')"
    ride = on_both(on_floor, body, robot="sensor-rover")
    assert pages(ride)[:2] == expected(ride)


@pytest.mark.parametrize("robot", ROBOTS)
def test_printed_lines_can_be_read_and_move_up(on_floor: RunProgram, robot: str) -> None:
    body = (
        FONT
        + """
for n in range(11):
    rover.display.print("line", n)
for n in range(3, 11):
    expect("line " + str(n))
sleep_ms(100)
"""
    )
    ride = on_both(on_floor, body, robot=robot)
    assert pages(ride) == expected(ride)


def test_a_long_line_goes_on_in_the_next_and_a_break_begins_one(on_floor: RunProgram) -> None:
    body = (
        FONT
        + """
rover.display.print("0123456789abcdefghij\\nnew", 1.5, None)
for text in ("0123456789abcdef", "ghij", "new 1.5 None"):
    expect(text)
rover.display.print()
rover.display.print("end")
sleep_ms(100)
"""
    )
    ride = on_both(on_floor, body, robot=ROBOTS[0])
    shown = pages(ride)
    assert shown[:3] == expected(ride)
    assert shown[3] == bytes(128) and any(shown[4]) and shown[5:] == [bytes(128)] * 3


def test_text_is_drawn_where_it_should_be_and_shown_when_asked(on_floor: RunProgram) -> None:
    body = (
        FONT
        + """
rover.display.print("first")
rover.display.text("wrong", 0, 16)
rover.display.text("right", 0, 16)
sleep_ms(100)
rover.display.show()
sleep_ms(100)
expect("first")
expect("right")
"""
    )
    ride = on_both(on_floor, body, robot=ROBOTS[0])
    first, right = expected(ride)
    blank = bytes(128)
    assert pages(ride, 0 if len(ride.trace.displays) == 2 else -2) == [first] + [blank] * 7
    assert pages(ride) == [first, blank, right] + [blank] * 5


def test_every_russian_and_kazakh_letter_looks_like_no_other(on_floor: RunProgram) -> None:
    ask = "".join(f"expect({ENGLISH[at : at + 16]!r})\n" for at in range(0, len(ENGLISH), 16))
    ride = on_both(
        on_floor,
        FONT + SHOW_LETTERS + "rover.display.text('\u0905')\nrover.display.show()\n" + ask + "sleep_ms(100)",
        robot=ROBOTS[0],
    )
    ours = cells(pages(ride, 0), RUSSIAN + KAZAKH)
    box = pages(ride)[0][:8]
    assert len({*ours.values(), bytes(8), box}) == len(ours) + 2
    theirs = cells(expected(ride), ENGLISH)
    assert {(one, other) for one in ours for other in theirs if ours[one] == theirs[other]} == ALIKE
    assert not any(cell[0] for cell in ours.values())  # so that neighbours do not touch


def test_a_sign_that_it_does_not_know_is_a_hollow_box(on_floor: RunProgram) -> None:
    body = "rover.display.print('\u00e9\u4e2d\U0001f916\u045e\x7f')\nsleep_ms(100)"
    lines = pages(on_both(on_floor, body, robot=ROBOTS[0]))
    box = lines[0][:8].strip(b"\0")
    assert box[0] == box[-1] == 0x7F and set(box[1:-1]) == {0x41}
    assert lines[0] == (lines[0][:8] * 5).ljust(128, b"\0")


def test_each_letter_takes_one_place_in_its_line(on_floor: RunProgram) -> None:
    russian, kazakh = "Привет! Робот поехал.", "Сәлем, достар №1: ғұрып"
    body = SHOW_LETTERS + f"rover.display.clear()\nrover.display.print({russian!r})\nrover.display.print({kazakh!r})"
    ride = on_both(on_floor, body + "\nsleep_ms(100)", robot=ROBOTS[0])
    known = cells(pages(ride, 0), RUSSIAN + KAZAKH)
    for shown, text in ((pages(ride)[:2], russian), (pages(ride)[2:4], kazakh)):
        for letter, cell in cells(shown, text.ljust(32)).items():
            assert cell == known.get(letter, cell), letter
            assert any(cell) == (letter != " "), letter
    assert not any(map(any, pages(ride)[4:]))


def test_russian_and_kazakh_text_is_drawn_where_it_should_be(on_floor: RunProgram) -> None:
    body = """
rover.display.text("Үй жоқ", 0, 0)
rover.display.text("ЩЩЩЩЩЩ", 0, 16)
rover.display.text("Үй жоқ", 0, 16)
rover.display.text("Үй жоқ", 11, 35)
rover.display.text("Қ", 0, 48)
rover.display.text("Қ", -4, 56)
rover.display.text("Қ", 124, 56)
rover.display.show()
sleep_ms(100)
"""
    shown = pages(on_both(on_floor, body, robot=ROBOTS[0]))
    first = shown[0]
    assert shown[2] == first
    moved = [upper | lower << 8 for upper, lower in zip(shown[4], shown[5], strict=True)]
    assert moved == [0] * 11 + [column << 3 for column in first[:-11]]
    assert shown[7] == shown[6][4:8] + bytes(120) + shown[6][:4]  # cut off by both edges


def test_a_large_text_has_such_letters_too(on_floor: RunProgram) -> None:
    body = SHOW_LETTERS + 'rover.display.number("Жұ")\nrover.display.show()\nsleep_ms(100)'
    ride = on_both(on_floor, body, robot=ROBOTS[0])
    known = cells(pages(ride, 0), RUSSIAN + KAZAKH)
    large = pages(ride)
    small = bytes(sum((large[y][8 * x] & 1) << y for y in range(8)) for x in range(16))
    assert small == known["Ж"] + known["ұ"]
    assert large == [b"".join(bytes([0xFF * (column >> y & 1)]) * 8 for column in small) for y in range(8)]


def test_english_alone_loads_no_other_letters(on_floor: RunProgram) -> None:
    body = """
import sys
rover.display.print("Hello, 42 ~")
rover.display.number(7)
print("rover.letters" in sys.modules)
rover.display.print("Алло")
print("rover.letters" in sys.modules)
"""
    assert on_both(on_floor, body, robot=ROBOTS[0]).said == ["False", "True"]


def test_clear_makes_it_dark_and_begins_at_the_top(on_floor: RunProgram) -> None:
    body = (
        FONT
        + """
rover.display.print("one")
rover.display.print("two")
sleep_ms(100)
rover.display.clear()
rover.display.show()
sleep_ms(100)
rover.display.print("three")
sleep_ms(100)
expect("three")
"""
    )
    ride = on_both(on_floor, body, robot=ROBOTS[0])
    assert pages(ride, -2) in ([], [bytes(128)] * 8)
    assert pages(ride) == [expected(ride)[0]] + [bytes(128)] * 7


def test_a_number_fills_the_glass(on_floor: RunProgram) -> None:
    body = """
rover.display.number(42)
rover.display.show()
sleep_ms(100)
print(rover.display.width, rover.display.height)
"""
    ride = on_both(on_floor, body, robot=ROBOTS[0])
    shown = pages(ride)
    lit = [page for page in shown if any(page)]
    assert len(lit) == 7  # letters of 7 rows, each 8 dots high
    # Every dot of a letter is a square of 8 by 8.
    for page in shown:
        assert set(page) <= {0, 0xFF}
        assert all(len(set(page[at : at + 8])) == 1 for at in range(0, 128, 8))
    assert ride.said == ["128", "64"]


def test_its_canvas_takes_lines_and_dots(on_floor: RunProgram) -> None:
    body = (
        "c = rover.display.canvas()\nc.rect(0, 0, 128, 64, 1)\nc.pixel(64, 32, 1)\nrover.display.show()\nsleep_ms(100)"
    )
    shown = pages(on_both(on_floor, body, robot=ROBOTS[0]))
    assert shown[0] == b"\xff" + b"\x01" * 126 + b"\xff"
    assert shown[4][64] == 1


def test_the_robot_drives_on_while_it_shows(on_floor: RunProgram) -> None:
    body = """
rover.drive.straight(300, wait=False)
while not rover.drive.done():
    rover.display.print(rover.drive.distance())
"""
    ride = on_both(on_floor, body, robot=ROBOTS[0])
    assert ride.ahead_mm == pytest.approx(300, abs=6)


@pytest.mark.sample(2)
@pytest.mark.parametrize("robot", ROBOTS)
@pytest.mark.parametrize("at", ["", "@0.4"])
def test_one_that_is_missing_is_named(on_floor: RunProgram, robot: str, at: str) -> None:
    body = """
try:
    while True:
        rover.display.print("Hello")
        sleep_ms(50)
except RoverError as error:
    print(error)
"""
    ride = on_both(on_floor, body, robot=robot, faults=("cable-off:display" + at,))
    assert ride.text.strip() == "Display does not answer on I2C address 0x3c. Push its cable in. [R12]"
    assert ride.trace.states[-1][0] < 600_000


def test_places_are_checked(on_floor: RunProgram) -> None:
    ride = on_floor(
        "try:\n    rover.display.text('a', 'left')\nexcept RoverError as error:\n    print(error)", robot=ROBOTS[0]
    )
    assert ride.text.strip() == "x is a whole number, -1024 to 1024 dots; got 'left' [R02]"
