"""The texts of a program's files, by the names that a traceback gives them: their loop heads, and where faults lie."""

from dataclasses import replace

from marshrut.simulator.clock.loop_heads import with_loop_heads
from marshrut.simulator.program import MAX_BYTES

from .tracebacks import Fault, statement_line

MAX_PARSED = 2 << 20  # bytes of modules that get loop heads, as many as a board's flash holds


class Sources:
    """`texts` are those known from the beginning."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts
        self._parsed_bytes = 0

    def with_heads(self, name: str, text: str, size: int) -> str:
        """A module that is imported, with loop heads as far as there is room for it; `size` is how many bytes came."""
        self.texts.setdefault(name, text)
        self._parsed_bytes += size
        if size <= MAX_BYTES and self._parsed_bytes <= MAX_PARSED:  # parsing takes a hundred times the room
            return with_loop_heads(text)
        return text

    def begin_anew(self) -> None:
        """All the room is there again: a board that lives on has no end of programs."""
        self._parsed_bytes = 0

    def located(self, fault: Fault, head: int) -> Fault:
        """The fault at its statement's first line, or at that of the loop head where Ctrl-C found the program."""
        if head and fault.frames:
            frames = (*fault.frames[:-1], (fault.file, head))
            return replace(fault, line=head, frames=frames)
        source = self.texts.get(fault.file)
        if source is None or not fault.line:
            return fault
        line = statement_line(source, fault.line)
        return Fault(fault.cls, fault.message, fault.file, line, fault.frames)
