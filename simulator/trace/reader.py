"""Reads a trace back and checks that it is whole."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..problems import Problem
from .format import SCHEMA, STATE_PERIOD_US, state_fields
from .header import Header
from .writer import TraceWriter, text_sha256, trace_sha256, write_trace

MOST = 1 << 53  # of any number in a record; a run of an hour has 4e9 µs


class TraceError(Problem):
    """A trace file cannot be read."""


@dataclass
class Trace:
    """A run's records by kind. States are tuples (t_us, robot, *state_fields); the others as in the format."""

    header: dict[str, Any]
    lines: list[str]
    states: list[tuple[int, ...]] = field(default_factory=list, init=False)
    moves: list[tuple[int, int, int, int, int, int]] = field(default_factory=list, init=False)
    outputs: list[tuple[int, int, int, int]] = field(default_factory=list, init=False)
    frequencies: list[tuple[int, int, int, int]] = field(default_factory=list, init=False)
    displays: list[tuple[int, int, str, str]] = field(default_factory=list, init=False)
    events: list[tuple[int, int, str, int, str]] = field(default_factory=list, init=False)
    texts: list[tuple[int, int, str]] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        kinds: dict[str, list[Any]] = {
            "s": self.states,
            "m": self.moves,
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
                raise TraceError("trace-record", line=number) from None

    @classmethod
    def of(cls, writer: TraceWriter) -> "Trace":
        """The trace of a run that has just ended, without a file in between."""
        return cls(writer.header, writer.lines)

    def of_robot(self, number: int) -> "Trace":
        """The same run as one robot's own, as if it had been alone: its records only, and its own scene."""
        rivals = self.header.get("rivals", [])
        if not rivals:
            return self
        scene = self.header["scene"] | (rivals[number - 1] if number else {})
        programs = self.header["programs"][number : number + 1]
        fields = state_fields(len(scene["robot"]["reflectance"]))
        own = Trace(
            self.header | {"scene": scene, "programs": programs, "state_fields": list(fields), "rivals": []}, []
        )
        own.states = [(record[0], 0, *record[2:]) for record in self.states if record[1] == number]
        own.moves = self.moves
        own.outputs = [(t, 0, pin, duty) for t, robot, pin, duty in self.outputs if robot == number]
        own.frequencies = [(t, 0, pin, hz) for t, robot, pin, hz in self.frequencies if robot == number]
        own.displays = [(t, 0, part, text) for t, robot, part, text in self.displays if robot == number]
        own.events = [(t, 0, kind, line, cls) for t, robot, kind, line, cls in self.events if robot == number]
        own.texts = [(t, 0, text) for t, robot, text in self.texts if robot == number]
        own.lines = self.lines  # so that its hash is that of the whole run
        return own

    @property
    def task_id(self) -> str:
        """The task that it was made for; "" where the header names none."""
        task = self.header.get("task")
        return str(task.get("id", "")) if isinstance(task, dict) else ""

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
    except OSError:
        raise TraceError("trace-missing", file=str(path)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise TraceError("trace-no-header", file=str(path)) from None
    if schema != SCHEMA:
        raise TraceError("trace-format", file=str(path), got=str(schema)[:40], schema=SCHEMA)
    try:
        Header.model_validate(header)
    except ValidationError:
        raise TraceError("trace-no-header", file=str(path)) from None
    fields = header["state_fields"]
    trace = Trace(header, lines)
    numbers = [len(fields), *_rivals_fields(header, path)]
    _check_forms(lines, numbers)
    for robot in range(len(numbers)):
        _check_times(trace, robot)
    return trace


def _rivals_fields(header: dict[str, Any], path: Path) -> list[int]:
    """How many integers a state record of each rival has."""
    try:
        return [len(state_fields(len(rival["robot"]["reflectance"]))) for rival in header.get("rivals", [])]
    except (KeyError, TypeError):
        raise TraceError("trace-no-header", file=str(path)) from None


def _check_forms(lines: list[str], numbers: list[int]) -> None:
    """Each record has the parts that its kind must have, each of its type; `numbers`: a state's, by robot."""
    forms = {
        "m": [int] * 6,
        "o": [int] * 4,
        "f": [int] * 4,
        "d": [int, int, str, str],
        "e": [int, int, str, int, str],
        "p": [int, int, str],
    }
    for number, line in enumerate(lines, start=2):
        kind, *parts = json.loads(line)
        if kind != "s":
            whole = [type(part) for part in parts] == forms[kind]
        else:
            whole = {type(part) for part in parts} == {int} and len(parts) > 2
        if whole and kind != "m":
            whole = 0 <= parts[1] < len(numbers) and (kind != "s" or len(parts) == 2 + numbers[parts[1]])
        if not whole or any(isinstance(part, int) and abs(part) > MOST for part in parts):
            raise TraceError("trace-record", line=number)


def _check_times(trace: Trace, robot: int) -> None:
    """A robot's states come in the order of time, from 0 to its last event, and none is missing: without those of a
    fault it would not be seen."""
    last_us, next_us = 0, 0
    for t_us in [state[0] for state in trace.states if state[1] == robot]:
        if not last_us <= t_us <= next_us:
            break
        last_us, next_us = t_us, max(next_us, t_us - t_us % STATE_PERIOD_US + STATE_PERIOD_US)
    else:
        if max((event[0] for event in trace.events if event[1] == robot), default=0) < next_us:
            return
    raise TraceError("trace-gap", robot=robot + 1, time_s=last_us / 1_000_000)
