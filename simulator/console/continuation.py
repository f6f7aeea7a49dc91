"""Whether a statement typed at the prompt goes on in another line."""

import re
from typing import Final

# What opens a block at the very start: a decorator, or one of these as a whole word.
_BLOCK: Final = re.compile(rb"@|(?:if|while|for|try|with|def|class|async)(?![A-Za-z0-9_])")
# Three quotes may open or close a long string, a backslash may hide a quote or another backslash.
_TOKEN: Final = re.compile(rb"'''|\"\"\"|\\['\"\\]|['\"()\[\]{}]")
_OPENING: Final = b"([{"
_CLOSING: Final = b")]}"


class Continuation:
    """Reads a statement line by line, as far as brackets, quotes and the first word go; it knows no grammar."""

    def __init__(self) -> None:
        self._block = False
        self._quote = b""
        self._depths = [0, 0, 0]  # of each kind of brackets
        self._last = b""

    def add(self, line: bytes) -> None:
        """The next line, or the line end after it."""
        if not self._last:
            self._block = bool(_BLOCK.match(line))
        self._last = line[-1:] or self._last
        at = 0
        while token := _TOKEN.search(line, at):
            at = token.start() + self._read(token[0])

    def wants_more(self) -> bool:
        if len(self._quote) == 3:
            return True
        if not self._quote and max(self._depths) > 0:
            return True
        return self._last == b"\\" or (self._block and self._last != b"\n")

    def _read(self, token: bytes) -> int:
        """Take a token into account; returns how many of its bytes are used up."""
        if token[:1] == b"\\":
            return 2 if self._quote else 1
        if token[:1] in b"'\"":
            return self._read_quote(token)
        if not self._quote:
            opens = token in _OPENING
            self._depths[(_OPENING if opens else _CLOSING).index(token)] += 1 if opens else -1
        return 1

    def _read_quote(self, token: bytes) -> int:
        if len(token) == 3 and self._quote in (b"", token):
            self._quote = b"" if self._quote else token
            return 3
        if self._quote in (b"", token[:1]):
            self._quote = b"" if self._quote else token[:1]
        return 1
