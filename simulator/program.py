"""A pupil's program as it is handed in: a file, or a folder with `main.py`."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from .problems import Problem

MAX_BYTES = 512 * 1024


class ProgramError(Problem):
    """The program cannot be read."""


@dataclass(frozen=True)
class Program:
    """A program's text files. `files` maps a path relative to the board's root to its text; one is `main.py`."""

    name: str
    files: dict[str, str]

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
        files = {
            file.relative_to(path).as_posix(): _read(file)
            for file in sorted(path.rglob("*.py"))
            if not any(part.startswith(".") or part == "__pycache__" for part in file.relative_to(path).parts)
        }
        return Program(path.resolve().name, files)
    if not path.is_file():
        raise ProgramError("program-missing", file=str(path))
    return Program(path.name, {"main.py": _read(path)})


def _read(path: Path) -> str:
    content = path.read_bytes()
    if len(content) > MAX_BYTES:
        raise ProgramError("program-too-big", file=str(path), size_kb=len(content) // 1024, limit_kb=MAX_BYTES // 1024)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):  # what Notepad calls Unicode
        raise ProgramError("program-not-utf8", file=str(path), line=1)
    if b"\0" in content:
        raise ProgramError("program-binary", file=str(path))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ProgramError("program-not-utf8", file=str(path), line=line) from None
