"""A line as a terminal shows it, with a cursor, and the bytes that keep the terminal up to date.

The firmware's editor knows no limits but its memory; here a line takes `LIMIT` bytes and ignores what is typed beyond.
"""

from .output import Output

LIMIT = 4096
_SHORT_WAY = 4  # so far back the cursor goes by backspaces


class ShownLine:
    """The last line of a text; the lines before it cannot be changed any more."""

    def __init__(self, out: Output) -> None:
        self._out = out
        self.begin_text(b"")

    def begin_text(self, prompt: bytes) -> None:
        self.text = bytearray()
        self._begin(prompt)

    def begin_next(self, prompt: bytes) -> None:
        """End the line; the text goes on in a new one."""
        self.text += b"\n"
        self._begin(prompt)

    def _begin(self, prompt: bytes) -> None:
        self._prompt = prompt
        self._start = self._cursor = len(self.text)
        self._out.write(prompt)

    @property
    def line(self) -> bytes:
        return bytes(self.text[self._start :])

    @property
    def to_cursor(self) -> bytes:
        """The part of the line before the cursor."""
        return bytes(self.text[self._start : self._cursor])

    @property
    def before_cursor(self) -> bytes:
        """The byte before the cursor, of the line before if need be; nothing at the start of the text."""
        return bytes(self.text[max(0, self._cursor - 1) : self._cursor])

    def end(self) -> None:
        self._out.write(b"\r\n")

    def show_below(self, text: bytes) -> None:
        """Show a text, which ends with a line feed, then prompt and line again below it."""
        self._out.write_cooked(text)
        self._out.write(self._prompt + self.to_cursor)
        self._draw(len(self.text), anew=True)

    def insert(self, text: bytes) -> None:
        before = len(self.text)
        if text and before - self._start + len(text) <= LIMIT:
            self.text[self._cursor : self._cursor] = text
            self._draw(before, forward=len(text), anew=True)

    def cut(self, back: int = 0, ahead: int = 0) -> None:
        """Remove so many bytes before the cursor and so many from it on, as far as the line goes."""
        before = len(self.text)
        back = min(back, self._cursor - self._start)
        del self.text[self._cursor - back : self._cursor + ahead]
        self._draw(before, back=back, anew=True)

    def drop_spaces(self, count: int) -> None:
        """Remove spaces from the end, where the cursor is; nobody sees that they are not wiped out.

        After two blank lines the firmware takes them from the line before, and from then on shows one text and keeps
        another; here only the line itself gives.
        """
        back = min(count, len(self.text) - self._start)
        del self.text[len(self.text) - back :]
        self._draw(len(self.text), back=back)

    def replace(self, line: bytes) -> None:
        before = len(self.text)
        self.text[self._start :] = line
        self._draw(before, back=self._cursor - self._start, forward=len(line), anew=True)

    def move(self, step: int) -> None:
        """Move the cursor, ahead if `step` is positive, as far as the line goes."""
        back = min(-step, self._cursor - self._start) if step < 0 else 0
        forward = min(step, len(self.text) - self._cursor) if step > 0 else 0
        self._draw(len(self.text), back=back, forward=forward)

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
