"""Folders that a command makes whole or not at all, above all copies of another folder under an id of their own."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os.path import exists  # it takes what cannot be looked at for what is not there
from pathlib import Path

from marshrut.simulator.toml_file import TomlFile
from marshrut.simulator.toml_lines import KeyPath, value_places

from .usage import UsageProblem


@contextmanager
def folder_beside(goal: Path) -> Iterator[Path]:
    """An empty folder beside the goal, to make there what will be moved to its place; it goes at the end. Folders above
    the goal are made where they are missing, and go again where they hold nothing. OSError where that cannot be."""
    made = [folder for folder in goal.parents if not exists(folder)]
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".marshrut-", dir=goal.parent, ignore_cleanup_errors=True) as beside:
            yield Path(beside)
    finally:
        for folder in made:
            with suppress(OSError):  # one that holds the goal stays
                folder.rmdir()


@contextmanager
def copied_folder(source: Path, goal: Path) -> Iterator[Path]:
    """A copy of the folder to be changed, of the goal's name and in a fresh folder beside it; where all goes well it
    is moved to its place at the end. Folders above the goal are made where they are missing.

    UsageProblem where it cannot be written. Nothing is left behind then, nor where another error ends the writing.
    """
    try:
        with folder_beside(goal) as beside:
            copy = beside / goal.name
            # The goal may lie in the folder that is copied.
            shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__", beside.name))
            yield copy
            copy.rename(goal)
    except OSError:
        raise UsageProblem("folder-unwritable-copy", folder=str(goal)) from None


def begin_anew(file: Path, id: str) -> None:
    """Give a TOML file that id and version 1, and leave all else as it is written."""
    text = TomlFile(file).text
    values: dict[KeyPath, str] = {("id",): json.dumps(id), ("version",): "1"}
    for path, value in values.items():
        begin, end = value_places(text)[path]
        text = text[:begin] + value + text[end:]
    file.write_text(text, encoding="utf-8", newline="\n")
