"""What a program prints on each interpreter, for the modules of ours that must do what the official one's do."""

from typing import Any

from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, drive, nominal_scene, trace_header
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.trace import Trace, TraceWriter


def lines(runtime: str, main: str, **modules: str) -> list[str]:
    """The lines that a program prints, which runs to its end; `modules` are its other files by name."""
    program = Program("robot.py", {"main.py": main, **{f"{name}.py": text for name, text in modules.items()}})
    task = find_task("line-sprint")
    terms = Conditions(task, find_variant(task, "oval"), 7, runtime=runtime)
    scene = nominal_scene(terms)
    writer = TraceWriter(trace_header(program, terms, scene))
    outcome = drive(program, terms, scene, writer, lambda t_us, state: "")
    assert outcome.ended == "program_end", outcome.fault and outcome.fault.text()
    return "".join(text for _, _, text in Trace.of(writer).texts).splitlines()


def on_both(main: str, **modules: str) -> tuple[list[str], list[str]]:
    """On cpython, and on the official interpreter."""
    return lines("cpython", main, **modules), lines("micropython", main, **modules)


def compare(main: str, cases: list[Any], written: str = "") -> None:
    """A program that prints a line for each of CASES, which it finds in its module `cases`, prints the same on both.

    `written` is that module's text where the cases' own form will not do.
    """
    ours, official = on_both(main, cases=written or f"CASES = {cases!r}\n")
    assert len(ours) == len(cases)
    for case, mine, theirs in zip(cases, ours, official, strict=True):
        assert mine == theirs, case
