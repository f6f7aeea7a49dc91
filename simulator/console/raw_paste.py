"""Raw paste: a program text with flow control, window by window, so that a sender never overruns the board."""

import re
from enum import Enum

from .bounded_text import BoundedText
from .incoming import Incoming
from .keys import CTRL_C, END_MARK
from .output import Output

WINDOW = 128  # half of the 256 bytes that the firmware sets aside
NEXT_WINDOW = b"\x01"

_STOP = re.compile(rb"[\x03\x04]")


class Ended(Enum):
    COMPLETE = "complete"
    INTERRUPTED = "interrupted"
    TOO_LONG = "too long"


class RawPaste:
    """One text: begins with the announcement of two windows, ends by Ctrl-D, by Ctrl-C, or when it grows too long.

    A board that cannot take more says so at once and then waits for the sender to notice, which ends the text too.
    """

    def __init__(self, out: Output) -> None:
        self._out = out
        self._left = WINDOW
        self._refused = False
        self.text = BoundedText()
        out.write(b"R\x01" + WINDOW.to_bytes(2, "little") + NEXT_WINDOW)

    def step(self, incoming: Incoming) -> Ended | None:
        self._add(incoming.take_until(_STOP))
        if not incoming:
            return None
        key = incoming.take_byte()
        if self._refused:
            return Ended.TOO_LONG
        self._out.write(END_MARK)
        return Ended.INTERRUPTED if key == CTRL_C else Ended.COMPLETE

    def _add(self, data: bytes) -> None:
        if self._refused:
            return
        self.text.add(data)
        used = WINDOW - self._left + len(data)
        self._out.write(NEXT_WINDOW * (used // WINDOW))
        self._left = WINDOW - used % WINDOW
        if self.text.too_long:
            self._refused = True
            self._out.write(END_MARK)
