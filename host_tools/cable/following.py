"""The answer of the raw REPL to a program that takes its time: what it prints as it comes, and how it ended."""

import time
from dataclasses import dataclass

from .problem import LinkLost
from .transport import Transport

BANNER = b"raw REPL; CTRL-B to exit\r\n"
_END = b"\x04"


@dataclass(frozen=True)
class Ended:
    """How a program ended on the board. `error` is its traceback; `reset`: it started the board anew."""

    error: str = ""
    reset: bool = False
    interrupted: bool = False


class Reader:
    """The answer of the raw REPL, piece by piece: output, its end mark, an error, its end mark."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._tail = b""
        self._after = b""
        self.ended = self.reset = False

    def output(self, wait_s: float) -> bytes:
        """What came of the output, after at most so long."""
        data = self._transport.some(wait_s)
        piece, mark, self._after = data.partition(_END)
        self.ended = bool(mark)
        self._tail = (self._tail + piece)[-200:]
        self.reset = not self.ended and self._tail.endswith(BANNER + b">")
        return piece

    def rest(self, patience_s: float) -> bytes:
        """The error, when the output has ended; b"" for none."""
        until = time.monotonic() + patience_s
        while _END not in self._after:
            if time.monotonic() > until:
                raise LinkLost("an answer without its end")
            self._after += self._transport.some(0.1)
        return self._after.partition(_END)[0]
