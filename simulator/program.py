"""A pupil's program as it is handed in: a file, or a folder with `main.py`."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .problems import Problem

MAX_BYTES = 512 * 1024
MAX_FILES = 200


class ProgramError(Problem):
    """The program cannot be read."""


@dataclass(frozen=True)
class Program:
    """A program's text files. `files` maps a path relative to the board's root to its text; one is `main.py`.

    `path` is the file that was given where it was one file alone: what lies beside it did not come along.
    """

    name: str
    files: dict[str, str]
    path: Path | None = field(default=None, compare=False)

    @property
    def main(self) -> str:
        return self.files["main.py"]

    @property
    def sha256(self) -> str:
        """The hash of its files, line ends made equal."""
        digest = hashlib.sha256()
        for path, text in sorted(self.files.items()):
            content = text.replace("\r\n", "\n").encode()
            digest.update(f"{path} {len(content)}\n".encode())
            digest.update(content)
        return digest.hexdigest()


def load_program(path: Path) -> Program:
    """The program in that file or folder. ProgramError says why it cannot be read."""
    if path.is_dir():
        if not (path / "main.py").is_file():
            raise ProgramError("program-no-main", folder=str(path))
        files: dict[str, str] = {}
        for file in _python_files(path):
            files[file.relative_to(path).as_posix()] = _read(file)
            size = sum(map(len, files.values()))
            if size > MAX_BYTES:
                raise _too_big(path, size)
        return Program(path.resolve().name, files)
    if not path.exists():
        raise ProgramError("program-missing", file=str(path))
    return Program(path.name, {"main.py": _read(path)}, path)


def _python_files(folder: Path) -> Iterator[Path]:
    """The folder's Python files; one that leads out of it by a link is somebody else's and is refused."""
    home = folder.resolve()
    count = 0
    for file in sorted(folder.rglob("*.py")):
        if any(part.startswith(".") or part == "__pycache__" for part in file.relative_to(folder).parts):
            continue
        if not file.resolve().is_relative_to(home):
            raise ProgramError("program-link-outside", file=str(file), folder=str(folder))
        if file.is_dir():
            continue
        count += 1
        if count > MAX_FILES:
            raise ProgramError("program-too-many-files", folder=str(folder), limit=MAX_FILES)
        yield file


def _read(path: Path) -> str:
    if not path.is_file():  # a pipe, a device, a link that leads nowhere
        raise ProgramError("program-no-file", file=str(path))
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        raise ProgramError("program-unreadable", file=str(path)) from None
    if len(content) > MAX_BYTES:
        raise _too_big(path, path.stat().st_size)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):  # what Notepad calls Unicode
        raise ProgramError("program-not-utf8", file=str(path), line=1)
    if b"\0" in content:
        raise ProgramError("program-binary", file=str(path))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ProgramError("program-not-utf8", file=str(path), line=line) from None


def _too_big(path: Path, size: int) -> ProgramError:
    return ProgramError("program-too-big", file=str(path), size_kb=size // 1024, limit_kb=MAX_BYTES // 1024)
