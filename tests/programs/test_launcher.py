"""device/main.py on the simulated rover: how `program.py` is started, how it ends, and that the robot stands then."""

from binascii import crc32
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from marshrut.simulator.program import Program
from marshrut.simulator.run import drive, nominal_scene, trace_header
from marshrut.simulator.scene.model import Press
from marshrut.simulator.trace import Trace, TraceWriter

from .conftest import Ride, conditions

ROOMS = Path(__file__).resolve().parents[2]
MAIN = (ROOMS / "device" / "boot.py").read_text() + (ROOMS / "device" / "main.py").read_text()
LAUNCHER = (ROOMS / "device" / "launcher.py").read_text()
BOARD = (ROOMS / "device" / "boards" / "esp32_rover.py").read_text()
BY_ITSELF = BOARD + "START_BUTTON = False\n"
WATCHED = MAIN + "from time import sleep_ms\nsleep_ms(1000)\n"  # the world goes on after the launcher
AGAIN = MAIN + "import machine\nmachine.soft_reset()\n"  # as somebody who switches the robot off and on
ASKED = "Press the button to start program.py.\n"
LED, MOTOR_PINS = 2, (25, 26, 27, 14)
PRESS_MS = 500
START = "from rover import Rover\nfrom time import sleep_ms, ticks_ms\nrover = Rover()\n"
ROLL = START + "rover.drive.drive(200)\nsleep_ms(1000)\n"

Launch = Callable[..., Ride]


def launch(
    program: str | None,
    runtime: str = "cpython",
    presses: Sequence[tuple[int, int]] = ((PRESS_MS, 150),),
    board: str = BOARD,
    main: str = MAIN,
    until_ms: int = 4000,
    faults: tuple[str, ...] = (),
    data: dict[str, bytes] | None = None,
    on: str = "",
) -> Ride:
    """The ride of that program under device/main.py until then. It is data, so that the host does not look into it."""
    terms = conditions(runtime=runtime, faults=faults, board=on)
    scene = replace(nominal_scene(terms), presses=tuple(Press("button", at, ms) for at, ms in presses))
    files = {"main.py": main, "launcher.py": LAUNCHER, "rover_board.py": board}
    on_flash = {} if program is None else {"program.py": program.encode()}
    whole = Program("robot", files, data=on_flash | (data or {}))
    writer = TraceWriter(trace_header(whole, terms, scene))
    outcome = drive(whole, terms, scene, writer, lambda t_us, _: "time_limit" if t_us >= until_ms * 1000 else "")
    return Ride(outcome, Trace.of(writer))


def on_both(program: str | None, **chosen: object) -> Ride:
    first, second = (launch(program, runtime, **chosen) for runtime in ("cpython", "micropython"))  # type: ignore[arg-type]
    assert first.text == second.text
    assert first.trace.sha256 == second.trace.sha256
    return first


def said_at_ms(ride: Ride, words: str) -> float:
    return next(t_us for t_us, _, text in ride.trace.texts if words in text) / 1000


def stands_within(ride: Ride, after_ms: float, most_ms: int = 100) -> bool:
    """The motors have no voltage from then on, and at last the robot stands."""
    names = ride.trace.header["state_fields"]
    left, right = names.index("left_mv") + 2, names.index("right_mv") + 2
    late = [state for state in ride.trace.states if state[0] / 1000 >= after_ms + most_ms]
    assert late and late[-1][0] / 1000 > after_ms + 500
    return all(state[left] == state[right] == 0 for state in late) and ride.at_rest()


def blinks_ms(ride: Ride) -> list[int]:
    """Times between changes of the LED."""
    times = [t_us // 1000 for t_us, _, pin, _ in ride.trace.outputs if pin == LED]
    return [later - earlier for earlier, later in pairwise(times)]


def test_a_press_starts_the_program_and_the_next_starts_it_again() -> None:
    ride = on_both(
        START + "rover.drive.straight(60)\nprint('there')\n", presses=((1200, 150), (2700, 150)), until_ms=5000
    )
    assert ride.text == (ASKED + "there\n") * 2 + ASKED
    assert ride.ahead_mm == pytest.approx(120, abs=12)
    assert stands_within(ride, said_at_ms(ride, "there") + 2000)
    assert blinks_ms(ride)[0] == pytest.approx(500, abs=5), "slowly, while nothing is wrong"


@pytest.mark.sample(1)
@pytest.mark.parametrize("on", ["pico_rover", "pico_w_rover", "xrp"])
def test_other_boards_start_and_end_it_alike(on: str) -> None:
    board = (ROOMS / "device" / "boards" / f"{on}.py").read_text()
    text = START + "rover.button.wait_pressed()\nrover.drive.drive(150)\nsleep_ms(700)\nraise ValueError('no')\n"
    ride = on_both(text, board=board, on=on)
    assert ride.text == ASKED + "program.py, line 7: ValueError: no\n" + ASKED
    assert ride.ahead_mm > 50
    assert stands_within(ride, said_at_ms(ride, "ValueError"))
    ride = on_both(
        text, board=board + "START_BUTTON = False\n", on=on, main=WATCHED, faults=("ctrl-c@0.5",), presses=()
    )
    assert "[R53]" in ride.text


def test_one_press_is_enough_for_a_program_that_waits_for_it_too() -> None:
    ride = on_both(
        START + "rover.button.wait_pressed()\nprint('go', ticks_ms())\n"
        "rover.button.wait_released()\nrover.button.wait_pressed()\n"
    )
    assert [text for text in ride.text.split("\n") if text.startswith("go")] == ["go 522"]
    assert ride.text.count(ASKED) == 1, "and the second wait is for a press of its own"


def test_an_old_press_starts_nothing_later() -> None:
    ride = on_both(START + "sleep_ms(3100)\nrover.button.wait_pressed()\nprint('again')\n", until_ms=4500)
    assert "again" not in ride.text


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_an_exception_is_told_in_one_line_and_the_robot_stands(runtime: str) -> None:
    ride = launch(ROLL + "x = 1 / 0\n", runtime)
    assert ride.text.startswith(ASKED + "program.py, line 6: ZeroDivisionError: divi")
    assert ride.text.count("\n") == 3
    assert stands_within(ride, said_at_ms(ride, "ZeroDivision"))
    assert max(ride.values("left_mv")) > 500, "it drove"
    assert blinks_ms(ride)[-1] == pytest.approx(100, abs=5), "fast: the last run crashed"


def test_the_robots_own_errors_keep_their_words_and_code() -> None:
    ride = on_both(ROLL + "rover.drive.straight('far')\n")
    assert "program.py, line 6: distance is -20000 to 20000 mm; got 'far' [R02]\n" in ride.text
    assert stands_within(ride, said_at_ms(ride, "R02"))


def test_the_line_is_the_last_of_the_pupils_own() -> None:
    helper = {"helper.py": b"def far(rover):\n    rover.drive.straight('far')\n"}
    ride = on_both(START + "import helper\nhelper.far(rover)\n", data=helper)
    assert "helper.py, line 2: distance" in ride.text


@pytest.mark.sample(2)
@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
@pytest.mark.parametrize("file", ["/lib/rover/ours.py", "/rom/lib/rover/ours.py", "rover/ours.py"])
def test_a_line_of_the_runtime_is_not_the_pupils(file: str, runtime: str) -> None:
    """Wherever the runtime lies: on flash, in ROMFS, or frozen into the firmware."""
    ours = "\n\n\ndef far(rover):\n    rover.drive.straight('far')\n"
    ride = launch(START + f"exec(compile({ours!r}, {file!r}, 'exec'))\nfar(rover)\n", runtime)
    assert "program.py, line 5: distance" in ride.text


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_a_program_that_is_no_python_is_told_too(runtime: str) -> None:
    ride = launch("a = 1\nif a\n    print(a)\n", runtime)
    assert "program.py, line 2: SyntaxError: " in ride.text
    assert ride.outcome.ended == "time_limit", "and the button is waited for again"


def test_sys_exit_is_an_end_like_another() -> None:
    ride = on_both(ROLL + "import sys\nsys.exit()\n")
    assert ride.text == ASKED * 2
    assert stands_within(ride, PRESS_MS + 1500)


def test_the_programs_own_timer_does_not_outlive_it() -> None:
    ride = on_both(
        "from machine import PWM, Pin, Timer\nmotor = PWM(Pin(25), freq=20000, duty_u16=0)\n"
        "Timer(0).init(period=20, callback=lambda t: motor.duty_u16(40000))\n"
        "from time import sleep_ms\nsleep_ms(500)\nprint('end')\n"
    )
    assert stands_within(ride, said_at_ms(ride, "end"))


ENDLESS = {
    "a move": "rover.drive.straight(2000)\n",
    "driving": "rover.drive.drive(200)\nwhile True:\n    sleep_ms(20)\n",
    "a loop of its own": "rover.left_motor.run(500)\nn = 0\nwhile True: n += 1\n",
    "plain power": "rover.left_motor.dc(60)\nwhile True: pass\n",
    "a loop that catches too much": (
        "rover.drive.drive(200)\nwhile True:\n    try:\n        sleep_ms(20)\n    except Exception:\n        pass\n"
    ),
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("what", ENDLESS)
def test_ctrl_c_stops_the_robot_and_gives_the_board_back(what: str) -> None:
    ride = on_both(START + ENDLESS[what], main=WATCHED, faults=("ctrl-c@1.6",))
    assert ride.outcome.ended == "program_end"
    assert "Ctrl-C stopped program.py, line " in ride.text and "[R53]" in ride.text
    assert stands_within(ride, 1600)
    assert max(ride.values("left_mv")) > 500, "it drove"


def test_ctrl_c_gives_the_board_back_while_the_button_is_waited_for() -> None:
    ride = on_both("print('never')\n", presses=(), faults=("ctrl-c@1",))
    assert ride.text == ASKED
    assert ride.outcome.ended == "program_end" and ride.trace.states[-1][0] < 1_100_000
    assert [value for _, _, pin, value in ride.trace.outputs if pin == LED][-1] == 0


def test_a_button_held_at_power_on_skips_the_program() -> None:
    ride = on_both("print('never')\n", presses=((0, 2500),))
    assert ride.text == "program.py is skipped: the button was held. Start the board again without it. [R51]\n"
    assert ride.outcome.ended == "program_end"


def test_a_short_press_at_power_on_is_a_start() -> None:
    ride = on_both("print('runs')\n", presses=((0, 400),))
    assert ride.text == "runs\n" + ASKED


def test_a_board_without_a_program_says_so() -> None:
    ride = on_both(None)
    assert ride.text == "program.py is not on the board. Copy your program there under this name. [R50]\n"


@pytest.mark.slow
def test_crash_after_crash_a_press_still_starts_it() -> None:
    """Whoever presses the button wants it to run: the cable that was off may be in its place now."""
    presses = [(1000 * n, 100) for n in range(1, 6)]
    ride = on_both("raise ValueError('no')\n", presses=presses, until_ms=6000)
    assert ride.text.count("program.py, line 1: ValueError: no\n") == 5


def test_what_starts_by_itself_does_not_after_three_crashes_in_a_row() -> None:
    ride = on_both("raise ValueError('no')\n", board=BY_ITSELF, main=AGAIN, presses=((3000, 150),))
    told = "program.py, line 1: ValueError: no\n"
    refused = "program.py crashed 3 times in a row and does not start by itself. Mend it and copy it again. [R52]\n"
    assert ride.text.startswith(told * 3 + refused + ASKED + told), "and a press does start it"


def test_a_robot_without_a_button_gives_the_board_back_after_three_crashes() -> None:
    board = BOARD.replace("BUTTON = 4", "").replace("BUTTON_ACTIVE_LOW = True", "")
    program = "raise ValueError('no')\n"
    kept = f"whatever\n3 {crc32(program.encode())}\n".encode()
    ride = on_both(program, board=board, data={"last_error.txt": kept})
    assert "[R52]" in ride.text and ride.text.count("\n") == 1
    changed = on_both(program + "\n", board=board, data={"last_error.txt": kept})
    assert changed.text == "program.py, line 1: ValueError: no\n", "a mended program starts"


RESETS = {
    "watchdog": "from machine import WDT\nWDT(timeout=300)\nprint('here')\nwhile True:\n    pass\n",
    "reset": "from machine import reset\nprint('here')\nreset()\n",
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("on", ["esp32_rover", "pico_rover"])
@pytest.mark.parametrize("how", RESETS)
def test_a_program_that_resets_the_board_again_and_again_is_left_out(how: str, on: str) -> None:
    board = (ROOMS / "device" / "boards" / f"{on}.py").read_text()
    read = MAIN + "print(open('last_error.txt').read())\n"
    board = board.replace("BUTTON = ", "NO_BUTTON = ")
    ride = on_both(RESETS[how], board=board, on="" if on == "esp32_rover" else on, main=read)
    assert ride.text.count("here") == 3
    assert (
        "[R52]" in ride.text and "program.py reset the board. Look at its watchdog and its resets. [R54]" in ride.text
    )


def test_power_that_was_switched_off_is_no_crash() -> None:
    program = "print('here')\n"
    kept = f"whatever\n2 {crc32(program.encode())}\n".encode()
    ride = on_both(program, board=BY_ITSELF, main=WATCHED, data={"running": b"", "last_error.txt": kept})
    assert ride.text == "here\n"


def test_what_went_wrong_last_can_be_read_later() -> None:
    read = MAIN + "print(open('last_error.txt').read())\n"
    ride = on_both("raise ValueError('no')\n", board=BY_ITSELF, main=read)
    assert ride.text.count("program.py, line 1: ValueError: no\n") == 2
    good = MAIN + "import os\nprint('last_error.txt' in os.listdir(), 'running' in os.listdir())\n"
    ride = on_both("print('well')\n", board=BY_ITSELF, main=good, data={"last_error.txt": b"old\n1 5\n"})
    assert ride.text == "well\nFalse False\n"
