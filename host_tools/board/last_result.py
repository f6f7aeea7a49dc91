"""What became of a virtual board's last run, as text beside its port: `marshrut push` tells it in its own window."""

import os
from collections.abc import Iterable
from contextlib import suppress

from .places import boards_folder


class LastResult:
    """That of the board of this name."""

    def __init__(self, name: str) -> None:
        self._file = boards_folder() / f"{name}.result"

    def keep(self, lines: Iterable[str]) -> None:
        """Who reads meets the old text or the new one whole; nothing is kept where nothing can be written."""
        fresh = self._file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text("\n".join(lines), encoding="utf-8")
            os.replace(fresh, self._file)

    def stamp(self) -> int:
        """Another one after each `keep`; 0 before the first."""
        try:
            return self._file.stat().st_mtime_ns
        except OSError:
            return 0

    def text(self) -> str:
        """ "" where there is none."""
        try:
            return self._file.read_text(encoding="utf-8")
        except OSError:
            return ""
