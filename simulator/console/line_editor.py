"""Editing a line at a terminal: keys in; the line is changed and shown by `shown_line`.

Three tables say what a byte does: `_MOVING` at any time outside an escape sequence, `_TYPING` once it is no line end,
`_ESCAPES` and the tables it leads to within an escape sequence. The firmware of these boards is built with the keys of
Emacs for single bytes but not for words: Ctrl-W and Alt-B do nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from . import keys
from .completion import Insertion, complete
from .history import History
from .indentation import STEP, indentation
from .output import Output
from .shown_line import LIMIT, ShownLine

_BLANKS: Final = (b"\t", b"\n", b"\v", b"\f", b"\r", b" ")


class LineEditor:
    def __init__(self, out: Output) -> None:
        self._shown = ShownLine(out)
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
        self._indents = True
        self._just_indented = False
        self._shown.begin_text(prompt)
        self._begin_line()

    def continue_text(self, prompt: bytes) -> None:
        """Show a prompt and begin the next line of the text, indented like the one before."""
        self._shown.begin_next(prompt)
        self._begin_line()
        spaces = indentation(self._shown.text) if self._indents else 0
        if spaces:
            self._shown.insert(b" " * spaces)
            self._just_indented = True

    def _begin_line(self) -> None:
        self._escape: _Keys | None = None
        self._history.rewind()

    @property
    def text(self) -> bytes:
        return bytes(self._shown.text)

    @property
    def text_length(self) -> int:
        return len(self._shown.text)

    @property
    def line(self) -> bytes:
        """The last line of the text."""
        return self._shown.line

    @property
    def line_to_cursor(self) -> bytes:
        return self._shown.to_cursor

    def feed(self, byte: int) -> int | None:
        """Take one byte; returns how it ended the line or what it asks for, mostly None.

        NEWLINE: the line was entered. A control key: pressed on an empty line (Ctrl-A to Ctrl-E), or Ctrl-C.
        TAB: the line is to be completed, see `completed`.
        """
        if self._escape is not None:
            self._follow_escape(self._escape, byte)
        elif byte == keys.CTRL_C or (keys.CTRL_A <= byte <= keys.CTRL_E and not self._shown.line):
            return byte
        elif byte in _MOVING:
            _MOVING[byte](self)
        elif self._is_line_end(byte):
            self._shown.end()
            self._history.add(self._shown.line)
            return keys.NEWLINE
        elif byte == keys.TAB and not self._just_indented and self._shown.before_cursor not in _BLANKS:
            return byte
        elif byte in _TYPING:
            _TYPING[byte](self)
        elif keys.SPACE <= byte < keys.DELETE:
            self._shown.insert(bytes([byte]))
        self._just_indented = False
        return None

    def completed(self, names: Iterable[str]) -> None:
        """Go on after a TAB: these are the names that the word before the cursor may become."""
        found = complete(self._shown.to_cursor, names)
        if isinstance(found, Insertion):
            self._shown.insert(found.text)
        else:
            self._shown.show_below(found.text)

    def _is_line_end(self, byte: int) -> bool:
        """Whether a byte ends a line: not the second one of a carriage return and a line feed."""
        if byte in (keys.CARRIAGE_RETURN, keys.LINE_FEED) and self._last_line_end in (0, byte):
            self._last_line_end = byte
            return True
        self._last_line_end = 0
        return False

    def _follow_escape(self, escape: "_Keys", byte: int) -> None:
        self._escape = None
        if byte in escape:
            escape[byte](self)

    # What the keys do

    def expect(self, escape: "_Keys") -> None:
        """Look up the next byte in this table alone."""
        self._escape = escape

    def home(self) -> None:
        self._shown.move(-LIMIT)

    def end(self) -> None:
        self._shown.move(LIMIT)

    def left(self) -> None:
        self._shown.move(-1)

    def right(self) -> None:
        self._shown.move(1)

    def delete(self) -> None:
        self._shown.cut(ahead=1)

    def cut_to_end(self) -> None:
        self._shown.cut(ahead=LIMIT)

    def cut_to_start(self) -> None:
        self._shown.cut(back=LIMIT)

    def backspace(self) -> None:
        before = self._shown.to_cursor
        if before:
            in_indentation = len(before) >= STEP and not before.strip(b" ")
            self._shown.cut(back=STEP if in_indentation else 1)

    def older(self) -> None:
        line = self._history.older()
        if line is not None:
            self._shown.replace(line)

    def newer(self) -> None:
        line = self._history.newer()
        if line is not None:
            self._shown.replace(line)

    def space(self) -> None:
        """One after the indentation that the editor made takes its place, and the editor makes no more."""
        if self._just_indented:
            self._indents = False
            self._shown.drop_spaces(STEP - 1)
        else:
            self._shown.insert(b" ")

    def tab(self) -> None:
        """One after the indentation that the editor made keeps it, and the editor makes no more."""
        if self._just_indented:
            self._indents = False
        else:
            self._shown.insert(b" " * STEP)


_Keys = Mapping[int, Callable[[LineEditor], None]]


def _expecting(escape: _Keys) -> Callable[[LineEditor], None]:
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
    keys.CTRL_U: LineEditor.cut_to_start,
}
# After ESC [ and a digit one more byte belongs to it, which does something only if it is a tilde.
_NUMBERED: Final = {
    "1": LineEditor.home,
    "3": LineEditor.delete,
    "4": LineEditor.end,
    "7": LineEditor.home,
    "8": LineEditor.end,
}
_BRACKET: Final[_Keys] = {
    ord("A"): LineEditor.older,
    ord("B"): LineEditor.newer,
    ord("C"): LineEditor.right,
    ord("D"): LineEditor.left,
    ord("F"): LineEditor.end,
    ord("H"): LineEditor.home,
    **{ord(digit): _expecting({ord("~"): _NUMBERED[digit]} if digit in _NUMBERED else {}) for digit in "0123456789"},
}
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
