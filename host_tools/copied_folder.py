"""A folder that a command makes as a copy of another one, under an id of its own: whole, or not at all."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from marshrut.simulator.toml_file import TomlFile
from marshrut.simulator.toml_lines import KeyPath, value_places

from .usage import UsageProblem


@contextmanager
def copied_folder(source: Path, goal: Path) -> Iterator[Path]:
    """A copy of the folder to be changed, of the goal's name and in a fresh folder beside it; where all goes well it
    is moved to its place at the end. Folders above the goal are made where they are missing.

    UsageProblem where it cannot be written. Nothing is left behind then, nor where another error ends the writing.
    """
    made = [folder for folder in goal.parents if not folder.exists()]
    beside: Path | None = None
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".marshrut-", dir=goal.parent))
        copy = beside / goal.name
        # The goal may lie in the folder that is copied.
        shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__", beside.name))
        yield copy
        copy.rename(goal)
    except OSError:
        raise UsageProblem("folder-unwritable-copy", folder=str(goal)) from None
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
        for folder in made:
            with suppress(OSError):  # one that holds the goal stays
                folder.rmdir()


def begin_anew(file: Path, id: str) -> None:
    """Give a TOML file that id and version 1, and leave all else as it is written."""
    text = TomlFile(file).text
    values: dict[KeyPath, str] = {("id",): json.dumps(id), ("version",): "1"}
    for path, value in values.items():
        begin, end = value_places(text)[path]
        text = text[:begin] + value + text[end:]
    file.write_text(text, encoding="utf-8", newline="\n")
