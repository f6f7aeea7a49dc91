"""Commands that a control tick may interrupt anywhere."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "ticks_between_bytecodes.py"


@pytest.mark.parametrize("step", [31, pytest.param(1, marks=pytest.mark.slow)])
def test_a_tick_between_any_two_bytecodes_breaks_no_command(step: int) -> None:
    ended = subprocess.run([sys.executable, SCRIPT, str(step)], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[-3000:] + ended.stderr[-3000:]
    places, _, rest = ended.stdout.partition(" places, ")
    assert int(places) > 10_000
    assert rest.startswith("0 faults")
