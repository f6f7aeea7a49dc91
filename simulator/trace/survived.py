"""Errors that did not end the program: in a function that a timer or an interrupt called, or in an asyncio task.

A callback's error is an event, and its traceback is the text printed in the same µs. A task's error is text only, as
the board's own asyncio prints it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .reader import Trace

CALLBACK, TASK = "callback_error", "task_error"
_TRACEBACK = r'Traceback \(most recent call last\):\n(?:  File "[^"\n]*", line \d+.*\n)*(?! ).*\n'
_OF_A_TASK = re.compile(rf"^Task exception wasn't retrieved\n({_TRACEBACK})", re.M)
_OWN_FRAME = re.compile(r'^  File "/?((?!lib/|board/|_boot|<)[^"\n]+)", line (\d{1,9})', re.M)


@dataclass(frozen=True)
class Survived:
    """One error at one place: how often, and when first (µs). `traceback` is "" where the run kept no more text, `line`
    0 where nobody knows it."""

    kind: str  # CALLBACK or TASK
    t_us: int
    cls: str
    file: str
    line: int
    traceback: str
    count: int = 1

    @property
    def place(self) -> tuple[str, str, str, int]:
        return self.kind, self.cls, self.file, self.line


def survived_errors(trace: Trace) -> list[Survived]:
    """Each place once, in the order of their first times."""
    found: dict[tuple[str, str, str, int], Survived] = {}
    for error in sorted([*_of_callbacks(trace), *_of_tasks(trace)], key=lambda error: error.t_us):
        known = found.get(error.place)
        found[error.place] = replace(known, count=known.count + 1) if known else error
    return list(found.values())


def without_tracebacks(trace: Trace) -> str:
    """All that was printed, but for the tracebacks of those errors."""
    texts = [text for _, _, text in trace.texts]
    for i in _texts_of_callbacks(trace).values():
        texts[i] = ""
    return _OF_A_TASK.sub("", "".join(texts))


def _of_callbacks(trace: Trace) -> Iterator[Survived]:
    texts = _texts_of_callbacks(trace)
    files: dict[tuple[int, str], str] = {}  # where the text was cut, an error at that line is the one told before
    for i, (t_us, _, kind, line, cls) in enumerate(trace.events):
        if kind == CALLBACK:
            text = trace.texts[texts[i]][2] if i in texts else ""
            places = _OWN_FRAME.findall(text)
            file = places[-1][0] if places else files.get((line, cls), "main.py")
            files.setdefault((line, cls), file)
            yield Survived(CALLBACK, t_us, cls, file, line, text)


def _texts_of_callbacks(trace: Trace) -> dict[int, int]:
    """The index of a callback's error among the events: that of its traceback among the texts."""
    found: dict[int, int] = {}
    at = 0
    for i, (t_us, _, kind, _, _) in enumerate(trace.events):
        if kind != CALLBACK:
            continue
        while at < len(trace.texts) and trace.texts[at][0] < t_us:
            at += 1
        for k in range(at, len(trace.texts)):
            if trace.texts[k][0] != t_us:
                break
            if trace.texts[k][2].startswith("Traceback (most recent call last):\n"):
                found[i], at = k, k + 1
                break
    return found


def _of_tasks(trace: Trace) -> Iterator[Survived]:
    ends: list[tuple[int, int]] = []  # where a text ends in the whole, and its time
    length = 0
    for t_us, _, text in trace.texts:
        length += len(text)
        ends.append((length, t_us))
    at = 0
    for match in _OF_A_TASK.finditer("".join(text for _, _, text in trace.texts)):
        while ends[at][0] < match.end():
            at += 1
        places = _OWN_FRAME.findall(match[1])
        file, line = places[-1] if places else ("main.py", 0)
        cls = match[1].rstrip("\n").rpartition("\n")[2].partition(":")[0]
        yield Survived(TASK, ends[at][1], cls, file, int(line), match[1])
