"""Collects a run's records in memory; writing and hashing come at the end, off the hot path."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from .format import HASHED_KINDS


class Listener(Protocol):
    """Who is told what the states do not tell."""

    def move(self, t_us: int, number: int, x_um: int, y_um: int, heading_mdeg: int, lying: int) -> None: ...
    def happen(self, t_us: int, robot: int, kind: str, line: int, name: str) -> None: ...


class TraceWriter:
    """Appends records as finished lines, in the order in which the host learns of them. The listener is told each move
    of an object and each event as it is written."""

    def __init__(self, header: dict[str, Any], listener: Listener | None = None) -> None:
        self.header = header
        self._listener = listener
        self.lines: list[str] = []

    def state(self, t_us: int, robot: int, values: tuple[int, ...]) -> None:
        self.lines.append(_state_form(len(values)) % (t_us, robot, *values))

    def move(self, t_us: int, number: int, x_um: int, y_um: int, heading_mdeg: int, lying: int) -> None:
        self.lines.append('["m",%d,%d,%d,%d,%d,%d]' % (t_us, number, x_um, y_um, heading_mdeg, lying))
        if self._listener is not None:
            self._listener.move(t_us, number, x_um, y_um, heading_mdeg, lying)

    def output(self, t_us: int, robot: int, pin: int, value: int) -> None:
        self.lines.append('["o",%d,%d,%d,%d]' % (t_us, robot, pin, value))

    def frequency(self, t_us: int, robot: int, pin: int, hz: int) -> None:
        self.lines.append('["f",%d,%d,%d,%d]' % (t_us, robot, pin, hz))

    def display(self, t_us: int, robot: int, part: str, text: str) -> None:
        self.lines.append(_dump(["d", t_us, robot, part, text]))

    def event(self, t_us: int, robot: int, kind: str, line: int = 0, cls: str = "") -> None:
        self.lines.append(_dump(["e", t_us, robot, kind, line, cls]))
        if self._listener is not None:
            self._listener.happen(t_us, robot, kind, line, cls)

    def text(self, t_us: int, robot: int, text: str) -> None:
        self.lines.append(_dump(["p", t_us, robot, text]))

    def sha256(self) -> str:
        """The hash over all records but the printed texts."""
        return trace_sha256(self.lines)

    def text_sha256(self) -> str:
        return text_sha256(self.lines)


def write_trace(path: Path, header: dict[str, Any], lines: list[str]) -> None:
    """Write a trace file; it appears complete or not at all."""
    partial = path.with_name(path.name + ".partial")
    with partial.open("w", encoding="utf-8", newline="\n") as out:
        out.write(_dump(header) + "\n")
        out.writelines(line + "\n" for line in lines)
    partial.replace(path)


def trace_sha256(lines: list[str]) -> str:
    """The hash of record lines (without their newline), those of printed texts left out."""
    digest = hashlib.sha256()
    digest.update("".join(line + "\n" for line in lines if line[2] in HASHED_KINDS).encode())
    return digest.hexdigest()


def text_sha256(lines: list[str]) -> str:
    digest = hashlib.sha256()
    digest.update("".join(json.loads(line)[3] for line in lines if line[2] == "p").encode())
    return digest.hexdigest()


@cache
def _state_form(numbers: int) -> str:
    return '["s",%d,%d' + numbers * ",%d" + "]"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
