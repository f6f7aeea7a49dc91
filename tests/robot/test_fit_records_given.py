"""Which records `marshrut robot fit` takes together: each once."""

import shutil
from pathlib import Path

import pytest

from .conftest import Command

FOLDER = Path(__file__).parent / "records"


@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_the_same_record_twice_is_refused(robot_command: Command, tmp_path: Path, lang: str) -> None:
    drive, copy = FOLDER / "drive.csv", tmp_path / "copy.csv"
    shutil.copy(drive, copy)
    for records in ([drive, drive], [drive, FOLDER / "marks.csv", copy]):
        told = robot_command("fit", *records, "--robot", "pico-rover", "--lang", lang)
        assert told.code == 2 and told.out == "" and told.err.count("\n") == 1
        assert told.err.startswith(f"{records[-1]}: ") and str(drive) in told.err and "[C139]" in told.err


def test_a_copy_that_was_cut_short_is_the_same_record(robot_command: Command, tmp_path: Path) -> None:
    drive, cut = FOLDER / "drive.csv", tmp_path / "cut.csv"
    cut.write_text("".join(drive.read_text(encoding="utf-8").splitlines(keepends=True)[:-7]), encoding="utf-8")
    for records in ([drive, cut], [cut, drive]):
        told = robot_command("fit", *records, "--robot", "pico-rover", "--lang", "en")
        assert told.code == 2 and "[C139]" in told.err
