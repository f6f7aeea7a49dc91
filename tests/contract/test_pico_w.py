"""The Pico W: a Pico with a radio that is off, and with its LED on the radio's chip."""

from pathlib import Path

import pytest
from marshrut.simulator.board_flash import board_modules
from marshrut.simulator.hints import hint
from marshrut.simulator.program import load_program
from marshrut.simulator.run import run_program

from .test_pico import REFERENCE, conditions, run, said

HERE = Path(__file__).parent
BOARD = "pico_w_rover"
LED_PIN = 60
EXPECTED = {
    "led": [
        "Pin(EXT_GPIO0, mode=IN) 0",
        "Pin(EXT_GPIO0, mode=IN) 1 1 ms",
        "True True True True Pin(EXT_GPIO0, mode=OUT)",
        "1",
        "Pin(EXT_GPIO0, mode=IN) 1",
        "Pin(EXT_GPIO0, mode=OUT) 0",
        "1 0",
        *["ValueError"] * 7,
        "AttributeError",
        "Pin(GPIO25, mode=OUT)",
        "1 1",
    ],
    "radio": [
        "rp2 Raspberry Pi Pico W with RP2040 / Raspberry Pi Pico W with RP2040",
        "PicoW KZ 848 KB",
        "False False 0",
        "True [] 6",
        *["OSError"] * 3,
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_probe_says_what_the_board_would_on_both_interpreters(name: str, node: Path) -> None:
    cpython, outcome = run(HERE / "programs" / "pico_w" / f"{name}.py", "cpython", BOARD)
    assert outcome.ended == "program_end", outcome.fault and outcome.fault.text()
    assert said(cpython) == EXPECTED[name]
    assert cpython.outputs
    micropython, _ = run(HERE / "programs" / "pico_w" / f"{name}.py", "micropython", BOARD)
    assert (said(micropython), micropython.sha256) == (said(cpython), cpython.sha256)


def test_what_the_led_shows_is_in_the_trace_when_it_has_reached_the_chip() -> None:
    trace, _ = run(HERE / "programs" / "pico_w" / "led.py", "cpython", BOARD)
    shown = [(t_us, duty) for t_us, _, pin, duty in trace.outputs if pin == LED_PIN]
    assert [duty // 65535 for _, duty in shown][:4] == [1, 0, 1, 0]
    assert shown[0][0] >= 1000


@pytest.mark.slow
def test_the_reference_drives_it_alike_on_both(node: Path) -> None:
    runs = [run_program(load_program(REFERENCE), conditions(runtime, BOARD)) for runtime in ("cpython", "micropython")]
    assert [one.outcome.ended for one in runs] == ["goal", "goal"]
    assert runs[0].trace.sha256 == runs[1].trace.sha256


def test_a_pico_has_no_radio() -> None:
    wireless = {"bluetooth", "network", "socket"}
    assert set(board_modules(BOARD)) - set(board_modules("pico_rover")) == wireless


@pytest.mark.parametrize(
    ("board", "module", "message_id"),
    [
        (BOARD, "ntptime", "hint-import-real"),
        (BOARD, "esp32", "hint-import-board"),
        ("pico_rover", "network", "hint-import-board"),
        ("pico_rover", "ntptime", "hint-import-near"),
        ("esp32_rover", "ntptime", "hint-import-real"),
    ],
)
def test_a_module_that_is_not_there_is_told_by_the_board(board: str, module: str, message_id: str) -> None:
    found = hint("ImportError", f"no module named '{module}'", "", "", board_modules(board))
    assert found.message_id == message_id
