"""Spoilt robot files: a clear sentence, or a robot that can be described and drives; soon, in little memory."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

LOADER = Path(__file__).parent / "load_mutated.py"
MOST_MB, MOST_S = 512, 30.0


def came_of(folder: Path, first: int, count: int) -> None:
    command = [sys.executable, str(LOADER), str(folder), str(first), str(count)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=MOST_S * count, check=False)
    assert done.returncode == 0, done.stderr + done.stdout[-500:]
    *records, last = (json.loads(line) for line in done.stdout.splitlines())
    assert len(records) == count
    for record in records:
        assert record["seconds"] < MOST_S, record
        assert record["told"] == "" or re.search(r"\[C\d{2,3}\]$", record["told"]), record
    assert any(record["told"] == "" for record in records) and any(record["told"] for record in records)
    assert last["peak_mb"] < MOST_MB


def test_a_few_every_day(tmp_path: Path) -> None:
    came_of(tmp_path, 0, 20)


@pytest.mark.slow
def test_five_hundred(tmp_path: Path) -> None:
    came_of(tmp_path, 20, 500)
