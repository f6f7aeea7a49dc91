"""Standard output while the picture stands: whatever is printed goes above it, line by line."""

import io
import threading
from typing import TextIO

from rich.console import Console
from rich.text import Text


class Above(io.TextIOBase):
    """A text file in the place of `terminal`. Rich brings one that knows only its own prints."""

    def __init__(self, console: Console, terminal: TextIO) -> None:
        self._console = console
        self._terminal = terminal
        self._lock = threading.RLock()
        self._begun = ""  # of a line

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._terminal.encoding

    def isatty(self) -> bool:
        return self._terminal.isatty()

    def fileno(self) -> int:
        return self._terminal.fileno()

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        with self._lock:
            lines, newline, rest = (self._begun + text).rpartition("\n")
            self._begun = rest
            if newline:
                self._console.print(Text.from_ansi(lines, no_wrap=True, end="\n"), soft_wrap=True)
        return len(text)

    def finish(self) -> None:
        """Print what has no end of line yet."""
        if self._begun:
            self.write("\n")
