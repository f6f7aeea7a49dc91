"""A pupil's program as it is handed in: a file, or a folder with `main.py`, its modules and its data."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from os.path import exists, isdir, isfile  # they take what cannot be looked at for what is not there
from pathlib import Path

from .problems import Problem

MAX_BYTES = 512 * 1024  # of all that is Python
MAX_DATA_BYTES = 512 * 1024  # of all the rest; with the runtime it fits the smallest board's flash twice
MAX_FILES = 200
RESULT_FILES = frozenset(("result.json", "trace.jsonl", "picture.png", "replay.html", "sound.wav"))  # what --out writes
_MARKS_OF_A_RESULT = frozenset(("result.json", "trace.jsonl"))


class ProgramError(Problem):
    """The program cannot be read."""


@dataclass(frozen=True)
class Program:
    """A program's files by their path relative to the board's root.

    `files` has the text of each that is Python, and one is `main.py`; `data` has the content of every other.
    `path` is the file that was given where it was one file alone: what lies beside it did not come along.
    """

    name: str
    files: dict[str, str]
    path: Path | None = field(default=None, compare=False)
    data: dict[str, bytes] = field(default_factory=dict)

    @property
    def main(self) -> str:
        return self.files["main.py"]

    @property
    def sha256(self) -> str:
        """The hash of its files; line ends of what is Python made equal."""
        contents = {path: text.replace("\r\n", "\n").encode() for path, text in self.files.items()} | self.data
        digest = hashlib.sha256()
        for path, content in sorted(contents.items()):
            digest.update(f"{path} {len(content)}\n".encode())
            digest.update(content)
        return digest.hexdigest()


def load_program(path: Path) -> Program:
    """The program in that file or folder. ProgramError says why it cannot be read."""
    if isdir(path):
        if not isfile(path / "main.py"):
            raise ProgramError("program-no-main", folder=str(path))
        return _load_folder(path)
    if not exists(path):
        raise ProgramError("program-missing", file=str(path))
    return Program(path.name, {"main.py": _read(path)}, path)


def _load_folder(folder: Path) -> Program:
    files: dict[str, str] = {}
    data: dict[str, bytes] = {}
    for file in _all_files(folder):
        place = file.relative_to(folder).as_posix()
        if file.suffix == ".py":
            files[place] = _read(file)
        else:
            data[place] = _content(file, MAX_DATA_BYTES)
        for size, limit in ((sum(map(len, files.values())), MAX_BYTES), (sum(map(len, data.values())), MAX_DATA_BYTES)):
            if size > limit:
                raise _too_big(folder, size, limit)
    return Program(folder.resolve().name, files, data=data)


def _all_files(folder: Path) -> Iterator[Path]:
    """The folder's files; one that leads out of it by a link is somebody else's and is refused.

    What is hidden, what Python compiled and what `--out` wrote are no part of a program.
    """
    home = folder.resolve()
    count = 0
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__pycache__")
        ours = RESULT_FILES if _MARKS_OF_A_RESULT.issubset(names) else frozenset[str]()
        for name in sorted(names + [name for name in folders if (Path(root) / name).is_symlink()]):
            file = Path(root) / name
            if name.startswith(".") or name in ours:
                continue
            if not file.resolve().is_relative_to(home):
                raise ProgramError("program-link-outside", file=str(file), folder=str(folder))
            if isdir(file):
                continue
            if not str(file.relative_to(folder)).isprintable():  # in no encoding, for example
                shown = "".join(sign if sign.isprintable() else "?" for sign in str(file))
                raise ProgramError("program-file-name", file=shown)
            count += 1
            if count > MAX_FILES:
                raise ProgramError("program-too-many-files", folder=str(folder), limit=MAX_FILES)
            yield file


def _content(path: Path, limit: int) -> bytes:
    if not isfile(path):  # a pipe, a device, a link that leads nowhere
        raise ProgramError("program-no-file", file=str(path))
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError:
        raise ProgramError("program-unreadable", file=str(path)) from None
    if len(content) > limit:
        raise _too_big(path, path.stat().st_size, limit)
    return content


def _read(path: Path) -> str:
    content = _content(path, MAX_BYTES)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):  # what Notepad calls Unicode
        raise ProgramError("program-not-utf8", file=str(path), line=1)
    if b"\0" in content:
        raise ProgramError("program-binary", file=str(path))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ProgramError("program-not-utf8", file=str(path), line=line) from None


def _too_big(path: Path, size: int, limit: int) -> ProgramError:
    return ProgramError("program-too-big", file=str(path), size_kb=size // 1024, limit_kb=limit // 1024)
