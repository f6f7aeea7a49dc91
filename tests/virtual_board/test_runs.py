"""When a run begins and ends on a living board, and that it is the run that `marshrut sim` would have made."""

from pathlib import Path

import pytest
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.tasks.catalogue import find_task
from wire import living_board

TASK = find_task("line-sprint")
PROGRAMS = Path(TASK.folder) / "programs"
DRIVES = "from rover import Rover\nrover = Rover()\nrover.drive.straight(60)\n"
WAITS = "from rover import Rover\nrover = Rover()\nrover.button.wait_pressed()\nrover.drive.straight(60)\n"


def simulated(text: str) -> str:
    run = run_program(Program("p.py", {"main.py": text}), Conditions(TASK, TASK.variants[0], 7, runtime="micropython"))
    return run.trace.sha256


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "text",
    [
        (PROGRAMS / "goal" / "reference.py").read_text(encoding="utf-8"),
        (PROGRAMS / "off_line" / "hard_coded.py").read_text(encoding="utf-8"),
        WAITS + "1 / 0\n",
        # its timer drives on when the last line is done
        "from machine import Timer\nfrom rover import Rover\nrover = Rover()\nrover.drive.straight(40)\n"
        "count = 0\ndef tick(_):\n    global count\n    count += 1\n    if count > 30:\n        timer.deinit()\n"
        "timer = Timer(0)\ntimer.init(period=20, callback=tick)\n",
    ],
    ids=["goal", "off_line", "error", "timer"],
)
def test_a_program_in_the_raw_repl_makes_the_trace_of_marshrut_sim(tmp_path: Path, text: str) -> None:
    with living_board(tmp_path) as (_, wire, told):
        wire.until(b">>> ")
        wire.enter_raw()
        wire.execute("import os\nprint(os.listdir())")  # tools talk to a board before they run something
        wire.reset_softly()
        wire.type(text.encode() + b"\x04")
        wire.until(b"OK")
        told.wait()
        wire.type(b"\x03")  # some go on for ever
        wire.until(b"\x04>")
        assert wire.execute("print('the board lives on')") == ("the board lives on\n", "")
    assert [run.trace.sha256 for _, run in told.runs] == [simulated(text)]


def test_the_files_program_is_named_and_hinted_at(tmp_path: Path) -> None:
    with living_board(tmp_path, files={"/program.py": DRIVES}) as (_, wire, told):
        wire.until(b"Press the button")
        wire.enter_raw()
        wire.reset_softly()
        wire.execute("execfile('program.py')")
    program, _ = told.runs[0]
    assert program.name == "program.py"
    assert program.main == DRIVES


def test_a_second_program_without_a_reset_goes_on_where_the_robot_is(tmp_path: Path) -> None:
    with living_board(tmp_path) as (board, wire, told):
        wire.until(b">>> ")
        wire.enter_raw()
        wire.execute(DRIVES)
        after_first = board.now.values[0]
        wire.execute(DRIVES)
        after_second = board.now.values[0]
        wire.reset_softly()
        start = board.now.values[0]
        wire.execute(DRIVES)
    assert abs(after_first - start) == pytest.approx(60_000, abs=3000)
    assert abs(after_second - start) == pytest.approx(120_000, abs=6000)
    assert len(told.runs) == 2  # the one in between began nowhere near the start
    assert told.runs[0][1].trace.sha256 == told.runs[1][1].trace.sha256


@pytest.mark.parametrize(
    "opened", ["", "adc.read_u16()", "Pin(4).value()"], ids=["alone", "and read", "and a pin read"]
)
def test_an_adc_opened_in_one_cell_is_read_in_the_next(tmp_path: Path, opened: str) -> None:
    """Two pins stay two: the first sensor sees the line's edge, the third the line."""
    with living_board(tmp_path) as (_, wire, _):
        wire.until(b">>> ")
        wire.enter_raw()
        begin = "from machine import ADC, Pin\nadc = ADC(Pin(36), atten=ADC.ATTN_11DB)\n"
        whole, _ = wire.execute(begin + opened + "\nprint(adc.read_u16() >> 12)")
        wire.reset_softly()
        wire.execute(begin + opened)
        again, _ = wire.execute("print(adc.read_u16() >> 12)")
        both, _ = wire.execute(
            "third = ADC(Pin(34), atten=ADC.ATTN_11DB)\nprint(adc.read_u16() >> 12, third.read_u16() >> 12)"
        )
    assert whole == again
    assert int(whole) > 0
    first, third = both.split()
    assert first == whole.strip() and third != first


def test_a_program_that_does_not_drive_is_no_run(tmp_path: Path) -> None:
    with living_board(tmp_path) as (_, wire, told):
        wire.until(b">>> ")
        wire.enter_raw()
        assert wire.execute("from rover import Rover\nrover = Rover()\nrover.led.on()\nprint(rover.battery)")[1] == ""
        assert wire.execute("print(6 * 7)") == ("42\n", "")
    assert told.runs == []


def test_main_py_is_a_run_and_the_launcher_waits_for_the_button(tmp_path: Path) -> None:
    with living_board(tmp_path, files={"/program.py": WAITS + "print('driven')\n"}) as (board, wire, told):
        wire.until(b"Press the button")
        board.press("button")
        wire.until(b"driven")
        wire.until(b"Press the button")  # it has started anew
        board.power_cycle(board.scene.presses)  # now with the press that the task foresees
        wire.until(b"driven")
        wire.until(b"Press the button")
    assert [run.judgement.ended for _, run in told.runs] == ["program_end", "program_end"]


def test_an_error_before_the_robot_moves_is_told_though_it_is_no_run(tmp_path: Path) -> None:
    text = "from rover import Rover\nrover = Rover()\nrover.drive.straigt(100)\n"
    with living_board(tmp_path, files={"/program.py": text}) as (board, wire, told):
        wire.until(b"Press the button")
        board.press("button")
        wire.until(b"no attribute")
        wire.until(b"Press the button")
    assert told.runs == []
    [(program, fault)] = told.failures
    assert (fault.cls, fault.file, fault.line) == ("AttributeError", "program.py", 3)
    assert program.main == text


def test_a_task_s_end_does_not_end_the_program(tmp_path: Path) -> None:
    text = (PROGRAMS / "goal" / "reference.py").read_text(encoding="utf-8") + "\nprint('after the finish')\n"
    with living_board(tmp_path) as (_, wire, told):
        wire.until(b">>> ")
        wire.enter_raw()
        printed, error = wire.execute(text)
    assert "after the finish" in printed and error == ""
    assert told.runs[0][1].passed
