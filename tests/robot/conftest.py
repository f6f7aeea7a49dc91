"""The command as its user calls it, and robot files that are changed for a test."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from marshrut.host_tools.cli import run

ROBOTS = Path(__file__).resolve().parents[2] / "curriculum" / "robots"
NAMES = sorted(path.stem for path in ROBOTS.glob("*.toml"))


class Said(NamedTuple):
    code: int
    out: str
    err: str


Command = Callable[..., Said]
Changed = Callable[..., Path]


@pytest.fixture
def robot_command(capsys: pytest.CaptureFixture[str]) -> Command:
    """`marshrut robot …`, in English where no other language is asked for."""

    def command(*words: str | Path) -> Said:
        arguments = ["robot", *map(str, words)]
        code = run(arguments if "--lang" in arguments else [*arguments, "--lang", "en"])
        told = capsys.readouterr()
        return Said(code, told.out, told.err)

    return command


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """A robot of the catalogue with some of its lines changed: `changed("xrp", ("mass_g = 550", "mass_g = 0"))`."""

    def make(name: str, *changes: tuple[str, str]) -> Path:
        text = (ROBOTS / f"{name}.toml").read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        path = tmp_path / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return make
