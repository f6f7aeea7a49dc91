"""`marshrut push PROGRAM`: from a file on this computer to a robot that runs it."""

import sys
from pathlib import Path

import click
from marshrut.simulator.messages import say
from marshrut.simulator.problems import tell
from marshrut.simulator.program import Program, load_program
from marshrut.simulator.syntax_gate import syntax_fault

from ..board.last_result import LastResult
from ..cable.link import Ended, Link
from ..cable.session import opened_link, rest
from ..choices import one_of
from ..sim.fault_told import fault_told
from ..usage import UsageProblem
from .bring import Brought, bring, surely
from .layout import PIN_MAPS, program_files
from .progress import Bar
from .run_there import Shown, fault_there, goes_on, run_there, start_there

INTERRUPTED = 130


@click.command()
@click.argument("program", type=click.Path(path_type=Path))
@click.option("--port", help="The board's port; needed when there are several boards.")
@click.option("--board", "pin_map", help="The robot's pin map:\n\n" + ", ".join(PIN_MAPS) + ".")
@click.option("--run/--no-run", default=True, help="Run the program when it is there; the default.")
@click.option("--follow/--no-follow", default=True, help="Show what it prints until it ends; the default.")
def push(program: Path, port: str | None, pin_map: str | None, run: bool, follow: bool, lang: str) -> int:
    """Put a program on a board, real or virtual, and run it there.

    PROGRAM is a file, or a folder with main.py. Only what has changed is sent, the runtime too, and what was on the
    board runs on until all of the new is there.
    """
    if not run and not follow:
        raise UsageProblem("options-exclude", first="--no-run", second="--no-follow")
    if pin_map is not None:
        one_of("--board", pin_map, PIN_MAPS)
    the_program = load_program(program)
    files = program_files(the_program)
    if _syntax_told(the_program, pin_map or PIN_MAPS[0], lang):
        return 2
    with opened_link(port, lang) as link:
        brought = bring_told(link, files, the_program.name, pin_map, lang)
        return _run(link, the_program, brought, run, follow, lang)


def bring_told(link: Link, files: dict[str, bytes] | None, name: str, pin_map: str | None, lang: str) -> Brought:
    """Bring it with a progress bar, and say what was done. `files`: see `bring`."""
    with Bar(say(lang, "push-sending"), sys.stderr) as bar:
        brought = surely(link, lambda: bring(link, files, name, pin_map, lambda plan: bar.begin(plan.bytes), bar.moved))
    tell_brought(brought, lang)
    return brought


def tell_brought(brought: Brought, lang: str) -> None:
    plan = brought.plan
    if plan.send:
        print(say(lang, "push-sent", count=len(plan.send), kb=-(-plan.bytes // 1024), same=plan.same))
    else:
        print(say(lang, "push-same", count=plan.same))
    for old, new in plan.kept.items():
        print(say(lang, "push-kept", old=old[1:], new=new[1:]))
    if brought.pin_map.own:
        print(say(lang, "push-own-pin-map"))


def _run(link: Link, program: Program, brought: Brought, run: bool, follow: bool, lang: str) -> int:
    if not run:
        print(say(lang, "push-press" if rest(link) else "push-ready"))
        return 0
    if not follow:
        start_there(link)
        print(say(lang, "push-runs"))
        return 0
    print(say(lang, "push-runs-followed"), flush=True)
    judged = LastResult(Path(link.place.port)) if link.place.virtual else None
    before = judged.stamp() if judged else 0
    ended = run_there(link, Shown(sys.stdout))
    result = judged.text(lang) if judged and judged.stamp() != before else ""
    code = _tell_end(ended, program, brought.pin_map.name or PIN_MAPS[0], result, lang)
    if ended == Ended() and goes_on(program):
        link.leave(start=False)
        print(say(lang, "push-goes-on"))
    elif rest(link):
        print(say(lang, "push-press"))
    return code


def _tell_end(ended: Ended, program: Program, board: str, result: str, lang: str) -> int:
    """`result` is what a virtual board has said of the run; it knows the program by its name on the board."""
    code, lines = 0, result.splitlines()
    if ended.interrupted:
        print(say(lang, "push-stopped"))
        code = INTERRUPTED
    elif ended.error:
        fault = fault_told(program, fault_there(ended.error, program), board, lang)
        print(fault)
        lines = [line for line in lines if not line.endswith(fault.partition(",")[2])]
        code = 1
    else:
        print(say(lang, "push-ended-reset" if ended.reset else "push-ended"))
    for line in lines:
        print(line)
    return code


def _syntax_told(program: Program, board: str, lang: str) -> bool:
    """Whether any of the files is no MicroPython; each that is not is told."""
    pythons = [(file, text) for file, text in program.files.items() if file.endswith(".py")]
    faults = [fault for file, text in pythons if (fault := syntax_fault(file, text))]
    for fault in faults:
        print(fault_told(program, fault, board, lang), file=sys.stderr)
    if faults:
        print(tell(lang, "push-not-sent"), file=sys.stderr)
    return bool(faults)
