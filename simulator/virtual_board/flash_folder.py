"""The board's flash as a folder of this computer: what lies there when the board starts, and what it writes."""

import contextlib
import os
import re
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

# What some system's file names may not have, and the sign by which it is written instead.
_FORBIDDEN = re.compile(r'[%<>:"\\|?*\x00-\x1f\x7f]|[. ]$|^(?=(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)).', re.IGNORECASE)
_ESCAPED = re.compile(r"%([0-9A-F]{2})")
_PARTIAL = "%partial-"  # begins the name of a file that is not written to its end; no name of the board's is written so


class FlashFolder:
    """Paths are the board's: absolute, with slashes. A file appears whole or keeps what it had.

    People may put files there while the board is off. Links are left out: they lead to what is not the board's. Where
    the system knows no capital letters apart, `A.py` and `a.py` are one file, unlike on a board.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.rglob(_PARTIAL + "*"):
            left.unlink(missing_ok=True)

    def files(self) -> dict[str, bytes]:
        return {path: place.read_bytes() for path, place in self._walk() if place.is_file()}

    def folders(self) -> list[str]:
        return [path for path, place in self._walk() if place.is_dir()]

    def boot(self) -> tuple[dict[str, str], list[str], dict[str, int]]:
        """What a child starts with: files in base64, folders, and when each file was changed (s since 1970)."""
        files, changed = {}, {}
        for path, place in self._walk():
            with contextlib.suppress(FileNotFoundError):  # somebody takes it away just now
                if place.is_file():
                    files[path], changed[path] = place.read_bytes(), int(place.stat().st_mtime)
        return {path: b64encode(content).decode("ascii") for path, content in files.items()}, self.folders(), changed

    def read(self, path: str) -> bytes | None:
        """None where there is no such file."""
        place = self._place(path)
        return place.read_bytes() if place.is_file() else None

    def put(self, path: str, content: bytes) -> None:
        place = self._place(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(prefix=_PARTIAL, dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(partial, 0o644)
            os.replace(partial, place)
        except BaseException:
            Path(partial).unlink(missing_ok=True)
            raise

    def remove(self, path: str) -> None:
        self._place(path).unlink(missing_ok=True)

    def rename(self, old: str, new: str) -> None:
        """Over a file, or over an empty folder."""
        target = self._place(new)
        if target.is_dir():
            target.rmdir()
        os.replace(self._place(old), target)

    def mkdir(self, path: str) -> None:
        self._place(path).mkdir(exist_ok=True)

    def rmdir(self, path: str) -> None:
        self._place(path).rmdir()

    def _walk(self) -> Iterator[tuple[str, Path]]:
        """All that is the board's; what a person has put there is first given the name by which it is written here."""
        yield from self._within(self.folder, "")

    def _within(self, folder: Path, above: str) -> Iterator[tuple[str, Path]]:
        for found in sorted(folder.iterdir()):
            if found.name.startswith(_PARTIAL) or found.is_symlink():
                continue
            path = above + "/" + _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), found.name)
            place = self._place(path)
            if found.name != place.name:
                if place.exists():
                    continue
                found.rename(place)
            yield path, place
            if place.is_dir():
                yield from self._within(place, path)

    def _place(self, path: str) -> Path:
        parts = [part for part in path.split("/") if part]
        if any(part in (".", "..") for part in parts):
            raise ValueError(f"{path!r} is not a path on the flash")
        place = self.folder
        for part in parts:
            if place.is_symlink():
                raise NotADirectoryError(place)
            place /= _FORBIDDEN.sub(lambda sign: f"%{ord(sign[0]):02X}", part)
        return place
