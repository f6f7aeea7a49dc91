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


def pages(ride: Ride, at: int = -1) -> list[bytes]:
    """The lines of dots on the display, after so many changes."""
    return display_pages([text for _, _, name, text in ride.trace.displays if name == "display"][at])


def expected(ride: Ride) -> list[bytes]:
    return [bytes.fromhex(line.removeprefix("page ")) for line in ride.text.splitlines() if line.startswith("page ")]


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
