"""Runs a task's `scorer.py` over a trace, in the MicroPython child behind every wall that there is: it may come from
anywhere. It sees the trace, less what the program printed, and nothing else (docs/decisions/scorer.md)."""

import ast
import json
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from ..clock.loop_heads import with_loop_heads
from ..judge.findings import Finding
from ..printable import printable
from ..problems import Problem
from ..runners.affinity import one_core
from ..runners.alone import Said, run_alone
from ..runners.child import Boot, Patience
from ..runners.factory import MICROPYTHON, runner_for
from ..runners.tracebacks import Fault
from ..source_text import UNREADABLE
from ..syntax_gate import syntax_fault
from ..tasks.model import SCORER, Task
from ..trace import Trace

TIME_US = 60_000_000  # of the scorer's own clock: it stands still while the scorer only computes
PATIENCE = Patience(silence_s=180, cpu_s=60)  # its computing counts, not how busy the computer is
OUTPUT_CAP = 256 * 1024  # bytes
MOST = 1 << 53  # of any number that it says: what a result document can hold
_MODULE = Path(__file__).parent / "board" / "scoring.py"
_MAIN = "main.py"  # as the board calls the program that it runs
_LAST = "\n__import__('scoring').end()\n"  # follows the scorer's own last line
_END = "end of findings\n"  # what the module prints then
_MARK = "finding "  # begins a line that the module prints; what the scorer prints itself is nobody's


class ScorerError(Problem):
    """The scorer does not do its work; the task's author can mend it."""


def check_scorer(task: Task) -> None:
    """ScorerError where the task's scorer is not MicroPython, or names a rule that does not ask it."""
    if task.scorer is None:
        return
    for rule in _named(_readable_text(task.scorer)):
        if rule not in task.scored:
            raise ScorerError("scorer-rule", str(task.scorer), rule=printable(rule[:80]), known=", ".join(task.scored))


def _named(text: str) -> Iterator[str]:
    """The rules that a scorer's text names outright, as in `scoring.found("straight", …)`."""
    try:
        tree = ast.parse(text)
    except UNREADABLE:  # MicroPython took it
        return
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name("scoring"), attr="found" | "missed"),
                args=[ast.Constant(value=str(rule)), *_],
            ):
                yield rule


def findings(task: Task, trace: Trace) -> list[Finding]:
    """What the task's scorer says of the run; nothing where the task has none."""
    if task.scorer is None:
        return []
    said = _run(_readable_text(task.scorer), trace)
    file = str(task.scorer)
    if said.fault is not None:
        raise _error(file, said.fault)
    ended = said.ended
    if ended == "program_end" and not said.text.endswith(_END):
        ended = "printed" if len(said.text.encode()) >= OUTPUT_CAP else "left"
    if ended != "program_end":
        raise ScorerError("scorer-ended", file, ended=ended, cap_kb=OUTPUT_CAP // 1024)
    return list(_read(task, said.text))


def _readable_text(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise ScorerError("file-unreadable", str(path)) from None
    fault = syntax_fault(SCORER, text)
    if fault is not None:
        raise _error(str(path), fault)
    return text


def _error(file: str, fault: Fault) -> ScorerError:
    """With the scorer's own line, where it called what raised it."""
    line = next((line for name, line in reversed(fault.frames) if name in (_MAIN, SCORER)), 0)
    return ScorerError(
        "scorer-error",
        file,
        line=line,
        cls=printable(fault.cls),
        text=" ".join(printable(fault.message[:200]).split()) or "none",
    )


def _run(text: str, trace: Trace) -> Said:
    lines = [json.dumps(trace.header), *(line for line in trace.lines if line[2] != "p")]
    flash = {"/trace.jsonl": "\n".join(lines) + "\n", "/scoring.py": _MODULE.read_text(encoding="utf-8")}
    boot = Boot(
        board="esp32",
        seed=0,
        program=with_loop_heads(text + _LAST),
        flash={path: b64encode(content.encode()).decode("ascii") for path, content in flash.items()},
        output_cap=OUTPUT_CAP,
    )
    with one_core(), runner_for(MICROPYTHON, trusted=False).start(boot, PATIENCE) as child:
        return run_alone(child, TIME_US)


def _read(task: Task, text: str) -> Iterator[Finding]:
    for line in text.splitlines():
        if line.startswith(_MARK):
            try:
                yield _finding(json.loads(line.removeprefix(_MARK)))
            except UNREADABLE:
                raise ScorerError("scorer-finding", str(task.scorer), line=printable(line[:200])) from None


def _finding(parts: object) -> Finding:
    """ValueError where they are not those of a finding."""
    if not isinstance(parts, list) or len(parts) != len(Finding._fields):
        raise ValueError("not a finding")
    is_so, rule, t_us, value, points = parts
    numbers = [number for number in (t_us, value, points) if number is not None]
    whole = t_us is not None and all(type(number) is int and abs(number) <= MOST for number in numbers)
    if not (isinstance(is_so, bool) and isinstance(rule, str) and whole):
        raise ValueError("not a finding's parts")
    return Finding(is_so, rule, t_us, value, points)
