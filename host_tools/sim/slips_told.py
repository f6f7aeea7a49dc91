"""What the terminal says of slips in a program's text: advice, that changes no verdict."""

from collections.abc import Iterator

from marshrut.simulator.hints import ENDS, Slip, slips, where
from marshrut.simulator.printable import printable
from marshrut.simulator.program import Program
from marshrut.simulator.runners.tracebacks import Fault
from marshrut.simulator.trace import Trace
from marshrut.simulator.trace.survived import survived_errors

from .fault_told import MAIN, code_of, fault_hint, shown_name

MOST_TOLD = 3
_UNREAD = ("SyntaxError", "IndentationError", "TabError")  # then there is one thing to mend first


def slips_told(program: Program, trace: Trace, fault: Fault | None, ended: str, board: str, lang: str) -> Iterator[str]:
    """A line for each of the first slips that no error told of. `ended` is how the run ended."""
    if fault is not None and fault.cls in _UNREAD:
        return
    told = {(error.file, error.line) for error in survived_errors(trace)}
    if fault is not None:
        told.add((fault.file, fault.line))
        told.add((fault.file, fault_hint(program, fault, board).line))
    for file, slip in _of_all(program, ended, told)[:MOST_TOLD]:
        line = slip.hint.line
        code = printable(code_of(program.files[file], line))
        yield printable(slip.hint.tell(lang, where(lang, shown_name(program, file), line, code)))


def _of_all(program: Program, ended: str, told: set[tuple[str, int]]) -> list[tuple[str, Slip]]:
    found: list[tuple[str, Slip]] = []
    for file in sorted(program.files, key=lambda name: (name != MAIN, name)):
        for slip in slips(program.files[file]):
            if slip.hint.message_id in ENDS and (file != MAIN or ended != "program_end"):
                continue
            if not any((file, line) in told for line in (slip.hint.line, *slip.lines)):
                found.append((file, slip))
    return found
