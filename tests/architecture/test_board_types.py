"""The type check of what runs on the robot finds what one board has not, and lets through what is right."""

from pathlib import Path

import pytest
from check_board_types import STUBS, complaints

PROGRAM = """\
from machine import Encoder, Pin, PWM
pwm = PWM(Pin(2), freq=20_000, duty_u16=0)
pwm.duty_u16(1000)
pwm.duty_u61(1000)
Pin(2).value().upper()
"""
WRONG = {4: "attr-defined", 5: "attr-defined"}


@pytest.mark.parametrize(("port", "also"), [("rp2", {1: "attr-defined"}), ("esp32", {})])
def test_a_wrong_name_is_found_on_each_board(port: str, also: dict[int, str], tmp_path: Path) -> None:
    """An encoder unit is what an RP2040 does not have."""
    assert (STUBS / port / "machine.pyi").is_file(), "the boards' stubs are missing; run `make setup`"
    program = tmp_path / "on_board.py"
    program.write_text(PROGRAM)
    found = {int(one["line"]): one["code"] for one in complaints(port, [program], tmp_path)}
    assert found == WRONG | also
