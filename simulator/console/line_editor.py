"""Editing one line of a text in a terminal: a byte in, what the terminal must show out.

A text may have several lines; only the last one can be edited. Three tables say what a byte does: `_MOVING` at any time
outside an escape sequence, `_TYPING` after a line end was ruled out, `_ESCAPES` within an escape sequence. Every change
ends in `_draw`, which brings the terminal up to date with as few bytes as the firmware does.

The firmware's editor knows no limits but its memory; here a line takes `LINE_LIMIT` bytes and ignores more.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from . import keys
from .completion import Insertion, complete
from .history import History
from .output import Output

LINE_LIMIT = 4096
INDENT = 4
_BLANKS = b"\t\n\v\f\r "
_SHORT_WAY = 4  # so far back the cursor goes by backspaces


class LineEditor:
    def __init__(self, out: Output) -> None:
        self._out = out
        self._history = History()
        self._last_line_end = 0  # carriage return or line feed if the last byte was one: both together end one line
        self.begin(b"")

    def power_on(self) -> None:
        self._last_line_end = 0
        self._history.clear()

    def soft_reset(self) -> None:
        self._history.clear()

    def begin(self, prompt: bytes) -> None:
        """Show a prompt and begin a new text."""
        self.text = bytearray()
        self._indents = True
        self._just_indented = False
        self._begin_line(prompt)

    def continue_text(self, prompt: bytes) -> None:
        """Show a prompt and begin the next line of the text, indented like the one before."""
        self.text += b"\n"
        self._begin_line(prompt)
        self._indent()

    def _begin_line(self, prompt: bytes) -> None:
        self._prompt = prompt
        self._start = self._cursor = len(self.text)
        self._escape: _Keys | None = None
        self._history.rewind()
        self._out.write(prompt)

    @property
    def line(self) -> bytes:
        return bytes(self.text[self._start :])

    @property
    def line_to_cursor(self) -> bytes:
        return bytes(self.text[self._start : self._cursor])

    def feed(self, byte: int) -> int | None:
        """Take one byte; returns how it ended the line or what it asks for, mostly None.

        NEWLINE: the line was entered. A control key: pressed on an empty line (Ctrl-A to Ctrl-E), or Ctrl-C.
        TAB: the line is to be completed, see `completed`.
        """
        if self._escape is not None:
            self._follow_escape(self._escape, byte)
        elif byte == keys.CTRL_C or (keys.CTRL_A <= byte <= keys.CTRL_E and len(self.text) == self._start):
            return byte
        elif byte in _MOVING:
            _MOVING[byte](self)
        elif self._is_line_end(byte):
            self._out.write(b"\r\n")
            self._history.add(self.line)
            return keys.NEWLINE
        elif byte == keys.TAB and not self._just_indented and not self._follows_blank():
            return byte
        elif byte in _TYPING:
            _TYPING[byte](self)
        elif keys.SPACE <= byte < keys.DELETE:
            self._insert(bytes([byte]))
        self._just_indented = False
        return None

    def completed(self, names: Iterable[str]) -> None:
        """Go on after a TAB: these are the names that the word before the cursor may become."""
        found = complete(self.line_to_cursor, names)
        if isinstance(found, Insertion):
            self._insert(found.text)
        else:
            self._out.write_cooked(found.text)
            self._out.write(self._prompt + self.line_to_cursor)
            self._draw(len(self.text), anew=True)

    # What the keys do

    def home(self) -> None:
        self._draw(len(self.text), back=self._cursor - self._start)

    def end(self) -> None:
        self._draw(len(self.text), forward=len(self.text) - self._cursor)

    def left(self) -> None:
        self._draw(len(self.text), back=min(1, self._cursor - self._start))

    def right(self) -> None:
        self._draw(len(self.text), forward=min(1, len(self.text) - self._cursor))

    def delete(self) -> None:
        if self._cursor < len(self.text):
            self._cut(self._cursor, self._cursor + 1)

    def cut_to_end(self) -> None:
        self._cut(self._cursor, len(self.text))

    def cut_from_start(self) -> None:
        self._cut(self._start, self._cursor)

    def backspace(self) -> None:
        before = self.line_to_cursor
        if before:
            indented = len(before) >= INDENT and not before.strip(b" ")
            self._cut(self._cursor - (INDENT if indented else 1), self._cursor)

    def older(self) -> None:
        self._replace(self._history.older())

    def newer(self) -> None:
        self._replace(self._history.newer())

    def space(self) -> None:
        """One after the indentation that the editor made takes its place, and the editor makes no more."""
        if not self._just_indented:
            self._insert(b" ")
            return
        self._indents = False
        excess = min(INDENT - 1, len(self.text) - self._start)
        del self.text[len(self.text) - excess :]
        self._draw(len(self.text), back=excess)

    def tab(self) -> None:
        """One after the indentation that the editor made keeps it, and the editor makes no more."""
        if self._just_indented:
            self._indents = False
        else:
            self._insert(b" " * INDENT)

    # How they do it

    def _is_line_end(self, byte: int) -> bool:
        """Whether a byte ends a line: not the second one of a carriage return and a line feed."""
        if byte in (keys.CARRIAGE_RETURN, keys.LINE_FEED) and self._last_line_end in (0, byte):
            self._last_line_end = byte
            return True
        self._last_line_end = 0
        return False

    def expect(self, escape: "_Keys") -> None:
        """Look up the next byte in this table alone."""
        self._escape = escape

    def _follow_escape(self, escape: "_Keys", byte: int) -> None:
        self._escape = None
        if byte in escape:
            escape[byte](self)

    def _follows_blank(self) -> bool:
        return self._cursor > 0 and self.text[self._cursor - 1] in _BLANKS

    def _insert(self, text: bytes) -> None:
        before = len(self.text)
        if before - self._start + len(text) <= LINE_LIMIT:
            self.text[self._cursor : self._cursor] = text
            self._draw(before, forward=len(text), anew=True)

    def _cut(self, start: int, end: int) -> None:
        before = len(self.text)
        del self.text[start:end]
        self._draw(before, back=self._cursor - start, anew=True)

    def _replace(self, line: bytes | None) -> None:
        if line is not None:
            before = len(self.text)
            self.text[self._start :] = line
            self._draw(before, back=self._cursor - self._start, forward=len(line), anew=True)

    def _draw(self, length_before: int, back: int = 0, forward: int = 0, anew: bool = False) -> None:
        """Move the cursor back, draw the line from there if it is to be drawn anew, move the cursor forward."""
        self._move_back(back)
        self._cursor -= back
        if anew:
            if len(self.text) < length_before:
                self._out.write(b"\x1b[K")
            self._out.write(bytes(self.text[self._cursor :]))
            self._move_back(len(self.text) - self._cursor - forward)
        else:
            self._out.write(bytes(self.text[self._cursor : self._cursor + forward]))
        self._cursor += forward

    def _move_back(self, count: int) -> None:
        self._out.write(b"\b" * count if count <= _SHORT_WAY else b"\x1b[%dD" % count)

    def _indent(self) -> None:
        """Indent as the line before, one step more after a colon; but not after two lines of nothing but spaces."""
        end = self._start - 1
        begin = self.text.rfind(b"\n", 0, end) + 1
        line = self.text[begin:end]
        spaces = len(line) - len(line.lstrip(b" "))
        if not self._indents or len(self.text) < 2 or (spaces == len(line) and self._is_blank_before(begin)):
            return
        steps = spaces // INDENT + (1 if self.text[end - 1] == ord(":") else 0)
        if steps:
            indentation = b" " * (INDENT * steps)
            self.text += indentation
            self._out.write(indentation)
            self._cursor = len(self.text)
            self._just_indented = True

    def _is_blank_before(self, begin: int) -> bool:
        """Whether nothing but spaces is in the line that ends just before `begin`; the first line never counts."""
        end = begin - 1
        before = self.text.rfind(b"\n", 0, max(0, end)) + 1
        return before > 0 and not self.text[before:end].strip(b" ")


_Act = Callable[[LineEditor], None]
_Keys = Mapping[int, _Act]


def _expecting(escape: _Keys) -> _Act:
    return lambda editor: editor.expect(escape)


_MOVING: Final[_Keys] = {
    keys.CTRL_A: LineEditor.home,
    keys.CTRL_B: LineEditor.left,
    keys.CTRL_D: LineEditor.delete,
    keys.CTRL_E: LineEditor.end,
    keys.CTRL_F: LineEditor.right,
    keys.CTRL_K: LineEditor.cut_to_end,
    keys.CTRL_N: LineEditor.newer,
    keys.CTRL_P: LineEditor.older,
    keys.CTRL_U: LineEditor.cut_from_start,
}
# After ESC [ and a digit: one more byte, which does something only if it is a tilde.
_NUMBERED: Final = {
    "1": {ord("~"): LineEditor.home},
    "3": {ord("~"): LineEditor.delete},
    "4": {ord("~"): LineEditor.end},
    "7": {ord("~"): LineEditor.home},
    "8": {ord("~"): LineEditor.end},
}
_BRACKET: Final[_Keys] = {
    ord("A"): LineEditor.older,
    ord("B"): LineEditor.newer,
    ord("C"): LineEditor.right,
    ord("D"): LineEditor.left,
    ord("F"): LineEditor.end,
    ord("H"): LineEditor.home,
} | {ord(digit): _expecting(_NUMBERED.get(digit, {})) for digit in "0123456789"}
_ESCAPES: Final[_Keys] = {
    ord("["): _expecting(_BRACKET),
    ord("O"): _expecting({ord("H"): LineEditor.home, ord("F"): LineEditor.end}),
}
_TYPING: Final[_Keys] = {
    keys.BACKSPACE: LineEditor.backspace,
    keys.TAB: LineEditor.tab,
    keys.ESCAPE: _expecting(_ESCAPES),
    keys.SPACE: LineEditor.space,
    keys.DELETE: LineEditor.backspace,
}
