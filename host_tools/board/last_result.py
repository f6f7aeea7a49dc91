"""What became of a virtual board's last run, told beside its port: `marshrut push` says it in its own window."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


class LastResult:
    """That of the board whose port this is."""

    def __init__(self, port: Path) -> None:
        self._file = port.with_name(f"{port.name}.result")

    def keep(self, told: Mapping[str, str]) -> None:
        """By language. Who reads meets the old or the new whole; nothing is kept where nothing can be written."""
        fresh = self._file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(dict(told), ensure_ascii=False), encoding="utf-8")
            os.replace(fresh, self._file)

    def stamp(self) -> int:
        """Another one after each `keep`; 0 before the first."""
        try:
            return self._file.stat().st_mtime_ns
        except OSError:
            return 0

    def text(self, lang: str) -> str:
        """ "" where there is none."""
        try:
            return str(json.loads(self._file.read_text(encoding="utf-8"))[lang])
        except (OSError, ValueError, KeyError, TypeError):
            return ""
