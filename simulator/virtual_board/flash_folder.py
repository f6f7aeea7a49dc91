"""The board's flash as a folder of this computer: what lies there when the board starts, and what it writes."""

import os
import re
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

# What some system's file names may not have, and the sign by which it is written instead.
_FORBIDDEN = re.compile(r'[%<>:"\\|?*\x00-\x1f\x7f]|[. ]$')
_ESCAPED = re.compile(r"%([0-9A-F]{2})")
_PARTIAL = ".marshrut-partial-"  # begins the name of a file that is not written to its end


class FlashFolder:
    """Paths are the board's: absolute, with slashes. A file appears whole or keeps what it had."""

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
        files = self.files()
        changed = {path: int(self._place(path).stat().st_mtime) for path in files}
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
        for place in sorted(self.folder.rglob("*")):
            if not place.name.startswith(_PARTIAL):
                parts = place.relative_to(self.folder).parts
                yield "/" + "/".join(_ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), part) for part in parts), place

    def _place(self, path: str) -> Path:
        parts = [part for part in path.split("/") if part]
        if any(part in (".", "..") for part in parts):
            raise ValueError(f"{path!r} is not a path on the flash")
        return self.folder.joinpath(*(_FORBIDDEN.sub(lambda sign: f"%{ord(sign[0]):02X}", part) for part in parts))
