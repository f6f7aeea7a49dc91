"""The raw REPL: what tools speak to a board."""

import re

from .bounded_text import TOO_LONG, BoundedText
from .incoming import Incoming
from .keys import CTRL_A, CTRL_B, CTRL_C, CTRL_D, CTRL_E
from .output import Output
from .raw_paste import Ended, RawPaste
from .requests import Execute, SoftReset
from .shell import Outcome, Turn

_STOP = re.compile(rb"[\x01-\x04]")
_REFUSED = {Ended.INTERRUPTED: "KeyboardInterrupt: \n", Ended.TOO_LONG: TOO_LONG}


class RawShell:
    def __init__(self, out: Output) -> None:
        self._out = out
        self._text = BoundedText()
        self._paste: RawPaste | None = None

    def greet(self) -> None:
        self._out.write(b"raw REPL; CTRL-B to exit\r\n")
        self.prompt()

    def prompt(self) -> None:
        self._text = BoundedText()
        self._paste = None
        self._out.write(b">")

    def step(self, incoming: Incoming) -> Outcome:
        if self._paste:
            ended = self._paste.step(incoming)
            return self._end_paste(self._paste, ended) if ended else None
        self._text.add(incoming.take_until(_STOP))
        return self._obey(incoming.take_byte()) if incoming else None

    def _end_paste(self, paste: RawPaste, ended: Ended) -> Outcome:
        if ended is Ended.COMPLETE:
            return Execute(paste.text.get(), "file", "raw-paste")
        return self._refuse(_REFUSED[ended])

    def _obey(self, key: int) -> Outcome:
        if key == CTRL_A:
            self._reset()
        elif key == CTRL_B:
            self._out.write(b"\r\n")
            return Turn.OTHER_SHELL
        elif key == CTRL_C:
            self._text = BoundedText()
        elif key == CTRL_D:
            return self._run()
        return None

    def _reset(self) -> None:
        command = self._text.get() if len(self._text) == 2 else b""
        if command[:1] != bytes([CTRL_E]):
            self.greet()
        elif command[1:] == b"A":
            self._paste = RawPaste(self._out)
        else:
            self._out.write(b"R\x00")
            self.prompt()

    def _run(self) -> Outcome:
        self._out.write(b"OK")
        if not len(self._text):
            self._out.write(b"\r\n")
            return SoftReset()
        if self._text.too_long:
            return self._refuse(TOO_LONG)
        return Execute(self._text.get(), "file", "raw")

    def _refuse(self, error: str) -> Outcome:
        """Answer in place of the board, which does not get to see the text."""
        self._out.write_ending(error, marked=True)
        self.prompt()
        return None
