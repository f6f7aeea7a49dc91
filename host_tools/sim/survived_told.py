"""What the terminal says of errors that did not stop the program."""

from collections.abc import Iterator
from dataclasses import replace

from marshrut.simulator.messages import say
from marshrut.simulator.program import Program
from marshrut.simulator.runners.tracebacks import Fault, read_fault, statement_line
from marshrut.simulator.shown_time import shown_seconds, whole_ms
from marshrut.simulator.trace import Trace
from marshrut.simulator.trace.survived import CALLBACK, TASK, Survived, survived_errors

from .fault_told import fault_told

MOST_TOLD = 3
_HOW_OFTEN = {CALLBACK: "summary-callback-error", TASK: "summary-task-error"}


def survived_told(program: Program, trace: Trace, board: str, lang: str) -> Iterator[str]:
    """A line for each of the first places: how often and when, and what an error that ends a program would be told."""
    errors = survived_errors(trace)
    for error in errors[:MOST_TOLD]:
        first_s = shown_seconds(whole_ms(error.t_us))
        told = say(lang, _HOW_OFTEN[error.kind], count=error.count, time_s=first_s)
        yield f"{told} {fault_told(program, _fault(program, error), board, lang, stopped=False)}"
    if len(errors) > MOST_TOLD:
        yield say(lang, "summary-more-errors", count=len(errors) - MOST_TOLD)


def _fault(program: Program, error: Survived) -> Fault:
    if not error.traceback:
        return Fault(error.cls, "", error.file, error.line, ())
    fault = read_fault(error.traceback)
    return replace(fault, line=statement_line(program.files.get(fault.file, ""), fault.line))
