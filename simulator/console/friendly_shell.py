"""The friendly REPL: the prompt that a person types at, and its paste mode."""

from collections.abc import Sequence

from .bounded_text import LIMIT, TOO_LONG, BoundedText
from .continuation import Continuation
from .incoming import Incoming
from .keys import CARRIAGE_RETURN, CTRL_A, CTRL_B, CTRL_C, CTRL_D, CTRL_E, TAB
from .line_editor import LineEditor
from .output import Output
from .requests import Complete, Execute, SoftReset
from .shell import Outcome, Turn

PROMPT, MORE_PROMPT, PASTE_PROMPT = b">>> ", b"... ", b"=== "


class FriendlyShell:
    def __init__(self, out: Output, editor: LineEditor, banner: str) -> None:
        self._out = out
        self._editor = editor
        self._banner = banner
        self._statement: Continuation | None = None  # from its second line on
        self._pasted: BoundedText | None = None

    def greet(self) -> None:
        self._out.write(f'{self._banner}\r\nType "help()" for more information.\r\n'.encode())
        self.prompt()

    def prompt(self) -> None:
        self._statement = None
        self._pasted = None
        self._editor.begin(PROMPT)

    def completed(self, names: Sequence[str]) -> None:
        self._editor.completed(names)

    def step(self, incoming: Incoming) -> Outcome:
        byte = incoming.take_byte()
        if self._pasted is not None:
            return self._paste(self._pasted, byte)
        end = self._editor.feed(byte)
        if end is None:
            return None
        if end == TAB:
            return Complete(self._editor.line_to_cursor.decode("utf-8", "replace"))
        return self._end_first_line(end) if self._statement is None else self._end_line(end, self._statement)

    def _end_first_line(self, end: int) -> Outcome:
        if end in _ON_EMPTY_LINE:
            return _ON_EMPTY_LINE[end](self)
        if self._editor.line:
            return self._end_line(end, Continuation())
        self.prompt()
        return None

    def _end_line(self, end: int, statement: Continuation) -> Outcome:
        if end == CTRL_C:
            return self._cancel()
        statement.add(self._editor.line)
        if end == CTRL_D or not statement.wants_more():
            return Execute(self._editor.text, "single", "friendly")
        if self._editor.text_length >= LIMIT:
            return self._refuse()
        statement.add(b"\n")
        self._statement = statement
        self._editor.continue_text(MORE_PROMPT)
        return None

    def _paste(self, pasted: BoundedText, byte: int) -> Outcome:
        if byte == CTRL_C:
            return self._cancel()
        if byte == CTRL_D:
            self._out.write(b"\r\n")
            return self._refuse() if pasted.too_long else Execute(pasted.get(), "file", "paste")
        pasted.add(bytes([byte]))
        self._out.write(b"\r\n" + PASTE_PROMPT if byte == CARRIAGE_RETURN else bytes([byte]))
        return None

    # What ends a first line, most of it on an empty one

    def _leave(self) -> Outcome:
        self._out.write(b"\r\n")
        return Turn.OTHER_SHELL

    def _greet_again(self) -> Outcome:
        self._out.write(b"\r\n")
        self.greet()
        return None

    def _cancel(self) -> Outcome:
        self._out.write(b"\r\n")
        self.prompt()
        return None

    def _reset(self) -> Outcome:
        self._out.write(b"\r\n")
        return SoftReset()

    def _begin_paste(self) -> Outcome:
        self._out.write(b"\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n" + PASTE_PROMPT)
        self._pasted = BoundedText()
        return None

    def _refuse(self) -> Outcome:
        """Answer in place of the board, which does not get to see the text."""
        self._out.write_ending(TOO_LONG, marked=False)
        self.prompt()
        return None


_ON_EMPTY_LINE = {
    CTRL_A: FriendlyShell._leave,
    CTRL_B: FriendlyShell._greet_again,
    CTRL_C: FriendlyShell._cancel,
    CTRL_D: FriendlyShell._reset,
    CTRL_E: FriendlyShell._begin_paste,
}
