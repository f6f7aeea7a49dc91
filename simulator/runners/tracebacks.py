"""Reads what a child says of an exception: MicroPython's way of printing it, which both children use."""

import ast
import re
from dataclasses import dataclass

from marshrut.simulator.source_text import UNREADABLE

_FRAME = re.compile(r'^\s+File "([^"]+)", line (\d{1,9})(?:, in (.+))?$')
_LAST = re.compile(r"^([A-Za-z_][\w.]*)(?:: ?(.*))?$", re.S)
MAX_NAME = 100  # characters of an exception's class, which a program may name as it likes
_NOT_THE_PROGRAM = ("/lib/", "/board/", "_boot.py", "_start.py", "<")


@dataclass(frozen=True)
class Fault:
    """An exception that a program did not catch: its class, text, and the place in the program's own files."""

    cls: str
    message: str
    file: str
    line: int
    frames: tuple[tuple[str, int], ...]

    def text(self) -> str:
        """The traceback through the program's own files, as MicroPython would print it."""
        places = "".join(f'  File "{file}", line {line}\n' for file, line in self.frames)
        return f"Traceback (most recent call last):\n{places}{self.cls}{': ' if self.message else ''}{self.message}\n"


def read_fault(traceback: str) -> Fault:
    frames: list[tuple[str, int]] = []
    rest: list[str] = []
    for text_line in traceback.splitlines():
        frame = _FRAME.match(text_line)
        if frame and not rest:
            file = frame[1]
            if not file.startswith(_NOT_THE_PROGRAM):
                frames.append((file.removeprefix("/"), int(frame[2])))
        elif not text_line.startswith("Traceback (most recent"):
            rest.append(text_line)
    last = _LAST.match("\n".join(rest))
    cls, message = (last[1], last[2] or "") if last else ("Exception", "\n".join(rest))
    file, line = frames[-1] if frames else ("main.py", 0)
    return Fault(cls.rpartition(".")[2][:MAX_NAME], message.strip(), file, line, tuple(frames))


def statement_line(text: str, line: int) -> int:
    """The first line of the statement that contains `line`: interpreters name different lines of a long one."""
    best = line
    width = 1 << 30
    try:
        tree = ast.parse(text)
    except UNREADABLE:
        return line
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and node.end_lineno is not None:
            first, last = node.lineno, node.end_lineno
            body = getattr(node, "body", None)
            if isinstance(body, list) and body and isinstance(body[0], ast.stmt):
                last = max(first, body[0].lineno - 1)  # a compound statement's own lines are those of its header
            if first <= line <= last and last - first < width:
                best, width = first, last - first
    return best
