"""How a bout ended: who against whom, by which rule and when; and what stopped a program in it."""

from collections.abc import Iterator, Sequence

from marshrut.simulator.fault_codes import CODES
from marshrut.simulator.judge import QUIET_ENDS, Mark
from marshrut.simulator.messages import say
from marshrut.simulator.printable import printable
from marshrut.simulator.program import Program
from marshrut.simulator.result.model import Mark as ResultMark
from marshrut.simulator.run import Run
from marshrut.simulator.runners.outcome import Outcome
from marshrut.simulator.shown_time import shown_seconds, whole_ms
from marshrut.simulator.tasks.model import Task
from marshrut.simulator.verdict_words import BOUT_ENDS

from .fault_told import fault_told


def bout_told(end: Mark | ResultMark, task: Task, names: Sequence[str], lang: str, *, code: bool) -> str:
    """One line, from the side of the first of both programs. `code`: with that of its message."""
    how = [say(lang, end.message_id, **end.params)]
    if end.rule:
        time_s = shown_seconds(end.t_ms - task.start_ms)
        how.append(say(lang, "summary-decided", rule=end.rule, time_s=time_s))
    if code and end.message_id in CODES:
        how.append(f"[{CODES[end.message_id]}]")
    first, second = map(printable, names)
    return say(lang, "summary-bout", first=first, second=second, how=" ".join(how))


def stops_told(run: Run, programs: Sequence[Program], lang: str) -> Iterator[str]:
    """A line for each of the bout's programs that did not end by itself or by the referee."""
    for number, (program, outcome) in enumerate(zip(programs, (run.outcome, *run.rivals), strict=True)):
        told = _stop(program, outcome, run.trace.header["programs"][number]["board"], lang)
        if told:
            yield told


def _stop(program: Program, outcome: Outcome, board: str, lang: str) -> str:
    if outcome.fault is not None:
        told = fault_told(program, outcome.fault, board, lang)
        return told if program.path is not None else f"{printable(program.name)}: {told}"
    if outcome.ended in QUIET_ENDS or outcome.ended in BOUT_ENDS:
        return ""
    ended = say(lang, "summary-rival-ended", ended=outcome.ended, time_s=shown_seconds(whole_ms(outcome.t_us)))
    return f"{printable(program.name)}: {ended}"
