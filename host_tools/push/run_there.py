"""Runs the pushed program on the board, from its beginning on a board that has just started, and tells how it ended."""

import codecs
import re
from typing import TextIO

from marshrut.simulator.program import Program
from marshrut.simulator.runners.tracebacks import Fault, read_fault

from ..cable.link import Ended, Link
from .layout import MAIN, PROGRAM

RUN = f"execfile({PROGRAM[1:]!r}, {{'__name__': '__main__', '__file__': {PROGRAM[1:]!r}}})"
_CALLBACKS = re.compile(r"\bTimer\b|\.irq\b")


class Shown:
    """Prints what comes from the board as it comes; signs that would move a terminal's cursor are left out."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._mid_line = False

    def heard(self, data: bytes) -> None:
        text = self._decoder.decode(data)
        shown = "".join(sign for sign in text if sign.isprintable() or sign in "\n\t")
        if shown:
            self._stream.write(shown)
            self._stream.flush()
            self._mid_line = not shown.endswith("\n")

    def end(self) -> None:
        if self._mid_line:
            self._stream.write("\n")


def run_there(link: Link, shown: Shown) -> Ended:
    link.soft_reset()
    link.start(RUN)
    ended = link.follow(shown.heard)
    shown.end()
    return ended


def start_there(link: Link) -> None:
    """Start it and let it be."""
    link.soft_reset()
    link.start(RUN)


def goes_on(program: Program) -> bool:
    """Whether anything of the program's may run on after its last line, as far as its text shows."""
    return any(_CALLBACKS.search(text) for text in program.files.values())


def fault_there(traceback: str, program: Program) -> Fault:
    """The exception in the program's own files, as they are called on this computer."""
    if "program.py" not in program.files:
        for name in (f'"{PROGRAM[1:]}"', f'"{PROGRAM}"'):
            traceback = traceback.replace(f"File {name}", f'File "{MAIN}"')
    return read_fault(traceback)
