"""Reads a trace back and checks that it is whole."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .format import SCHEMA
from .writer import TraceWriter, text_sha256, trace_sha256, write_trace

_NO_RECORD = f"line {{}} of the trace is not a record of format {SCHEMA}"


class TraceError(Exception):
    """A trace file cannot be read: one sentence says which line and why."""


@dataclass
class Trace:
    """A run's records by kind. States are tuples (t_us, robot, *state_fields); the others as in the format."""

    header: dict[str, Any]
    lines: list[str]
    states: list[tuple[int, ...]] = field(default_factory=list, init=False)
    outputs: list[tuple[int, int, int, int]] = field(default_factory=list, init=False)
    frequencies: list[tuple[int, int, int, int]] = field(default_factory=list, init=False)
    displays: list[tuple[int, int, str, str]] = field(default_factory=list, init=False)
    events: list[tuple[int, int, str, int, str]] = field(default_factory=list, init=False)
    texts: list[tuple[int, int, str]] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        kinds: dict[str, list[Any]] = {
            "s": self.states,
            "o": self.outputs,
            "f": self.frequencies,
            "d": self.displays,
            "e": self.events,
            "p": self.texts,
        }
        for number, line in enumerate(self.lines, start=2):
            try:
                record = json.loads(line)
                kinds[record[0]].append(tuple(record[1:]))
            except (ValueError, KeyError, IndexError, TypeError, RecursionError):
                raise TraceError(_NO_RECORD.format(number)) from None

    @classmethod
    def of(cls, writer: TraceWriter) -> "Trace":
        """The trace of a run that has just ended, without a file in between."""
        return cls(writer.header, writer.lines)

    @property
    def sha256(self) -> str:
        return trace_sha256(self.lines)

    def write(self, path: Path) -> None:
        write_trace(path, self.header, self.lines)

    @property
    def text_sha256(self) -> str:
        return text_sha256(self.lines)


def read_trace(path: Path) -> Trace:
    """Read a trace file; TraceError names the line that is wrong."""
    try:
        first, *lines = path.read_text(encoding="utf-8").splitlines()
        header = json.loads(first)
        schema = header["schema"]
    except FileNotFoundError:
        raise TraceError(f"there is no trace file {path}") from None
    except (ValueError, KeyError, TypeError):
        raise TraceError(f"{path} is not a trace: its first line is not a {SCHEMA} header") from None
    if schema != SCHEMA:
        raise TraceError(f"{path} has format {schema}; this version reads {SCHEMA}")
    fields = header.get("state_fields")
    if not isinstance(fields, list):
        raise TraceError(f"{path} is not a trace: its header names no state_fields")
    trace = Trace(header, lines)
    _check_forms(lines, len(fields))
    return trace


def _check_forms(lines: list[str], numbers: int) -> None:
    """Each record has the parts that its kind must have, each of its type."""
    forms = {
        "s": [int] * (2 + numbers),
        "o": [int] * 4,
        "f": [int] * 4,
        "d": [int, int, str, str],
        "e": [int, int, str, int, str],
        "p": [int, int, str],
    }
    for number, line in enumerate(lines, start=2):
        kind, *parts = json.loads(line)
        if [type(part) for part in parts] != forms[kind]:
            raise TraceError(_NO_RECORD.format(number))
