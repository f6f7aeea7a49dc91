"""`marshrut check`: what a pupil's program does in a unit's worlds, why it did not pass, and one hint at a time."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from marshrut.simulator.judge import CheckResult
from marshrut.simulator.messages import say
from marshrut.simulator.program import Program, load_program
from marshrut.simulator.result import Result, build_result
from marshrut.simulator.run import Conditions, Run, run_program
from marshrut.simulator.runners.factory import RUNTIMES
from marshrut.simulator.tasks.catalogue import find_variant
from marshrut.simulator.tasks.model import Variant
from rich.console import Console
from rich.text import Text

from ..choices import one_of, whole_number
from ..sim.environment import environment_of
from ..sim.files import PICTURE, write_files
from ..sim.progress import ProgressBar
from ..sim.report import printed_lines, report_lines
from .cause import cause_of, check_of
from .pages import numbered_lists
from .pupil_copy import Lesson, find_lesson
from .story import story_of

MOST_HINTS = 20
# Ends that are the program's own fault: hints, which are about what the robot did, know nothing of them. A program that
# got stuck on its way (points earned) may have taken a wrong turn that they know.
BY_PROGRAM = ("program_error", "memory", "output_cap", "reset_loop", "broken_protocol", "forbidden",
              "cpu_limit", "pio_limit")  # fmt: skip


@click.command("check")
@click.argument("unit")
@click.argument("program", type=click.Path(path_type=Path))
@click.option("--hint", metavar="NUMBER", help="Show that hint: 1, then 2, and so on.")
@click.option("--variant", help="In one of the unit's worlds; in each until one is not passed, if left out.")
@click.option("--seed", default="1", help="Which physical robot and mat: a whole number.", show_default=True)
@click.option("--runtime", help="cpython (starts fast, the default) or micropython (the board's own).")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Where picture, replay and result go; out/UNIT if left out."
)
@click.option("--json", is_flag=True, help="Print the result document of the last run and nothing else.")
def pupil_check(
    unit: str,
    program: Path,
    hint: str | None,
    variant: str | None,
    seed: str,
    runtime: str | None,
    out: Path | None,
    json: bool,
    lang: str,
) -> int:
    """Try a program in the worlds of a unit, and tell what passed, what did not, where and why.

    UNIT is a unit of the catalogue, a unit's folder, or a copy that `unit bundle` made. PROGRAM is a file,
    or a folder with main.py.
    """
    number = whole_number("--hint", hint, 1, MOST_HINTS) if hint is not None else 0
    the_unit, the_program = find_lesson(unit), load_program(program)
    task = the_unit.judged_by
    hints = numbered_lists(the_unit.page(lang, "hints"))  # before any run: it may be unreadable
    variants = [find_variant(task, variant)] if variant else list(task.variants)
    chosen, on = whole_number("--seed", seed), one_of("--runtime", runtime or "cpython", RUNTIMES)
    console = Console(highlight=False)
    for index, world in enumerate(variants):
        run = _drive(the_program, the_unit, world, chosen, on, lang)
        result = build_result(run.trace, run.judgement, lang, environment_of(on))
        last = index == len(variants) - 1
        if json:
            if last or not run.passed:
                sys.stdout.write(result.to_json())
        else:
            for line in printed_lines(run, lang):
                console.print(line, soft_wrap=True)
            for line in _told(the_unit, the_program, run, result, lang, _Hints(hints, number)):
                console.print(line, soft_wrap=not sys.stdout.isatty())
        if last or not run.passed:
            _write(out or Path("out") / the_unit.id, the_unit, run, result, lang, console, quiet=json)
        if not run.passed:
            return 3 if result.verdict == "error" else 1
    return 0


def _drive(program: Program, unit: Lesson, world: Variant, seed: int, runtime: str, lang: str) -> Run:
    conditions = Conditions(unit.judged_by, world, seed, runtime=runtime)
    with ProgressBar(unit.judged_by.time_limit_ms, lang, sys.stderr) as bar:
        return run_program(program, conditions, bar.at)


@dataclass(frozen=True)
class _Hints:
    """Of the unit, by the checks that they are about, and which is asked for; 0 for none."""

    of_checks: dict[str, list[str]]
    number: int

    def told(self, check: str, lang: str) -> str:
        hints = self.of_checks.get(check, [])
        if not self.number:
            return say(lang, "check-hints", count=len(hints))
        if self.number > len(hints):
            return say(lang, "check-hints-over", count=len(hints))
        return say(lang, "check-hint", number=self.number, count=len(hints), text=hints[self.number - 1])


def _told(unit: Lesson, program: Program, run: Run, result: Result, lang: str, hints: _Hints) -> Iterator[Text]:
    yield from report_lines(program, run, result, unit.judged_by, lang)
    if run.passed:
        return
    for said in story_of(run, unit.judged_by).said if _began(run) else ():
        yield Text(said.tell(lang), style="bold")
    cause = cause_of(run.judgement, unit.judged_by)
    if _by_program(run):  # what it is was told above
        yield Text(say(lang, "check-hints-later"), style="cyan")
    elif cause is not None:
        yield from _rule(unit, cause, lang)
        yield Text(hints.told(check_of(cause), lang), style="cyan")


def _by_program(run: Run) -> bool:
    ended = run.judgement.ended
    return run.outcome.fault is not None or ended in BY_PROGRAM or (ended == "stuck" and not run.judgement.points)


def _rule(unit: Lesson, cause: CheckResult, lang: str) -> Iterator[Text]:
    """The clause that was not kept, in words: beside the checks stands its number alone."""
    for rule in unit.judged_by.rules:
        if rule.id == cause.rule:
            yield Text(say(lang, "check-rule", rule=rule.id, text=rule.text.of(lang)))


def _began(run: Run) -> bool:
    """Whether there is a place to tell of: a program that cannot be read never drives."""
    return run.judgement.marks[-1].t_ms > 0


def _write(folder: Path, unit: Lesson, run: Run, result: Result, lang: str, console: Console, *, quiet: bool) -> None:
    here = story_of(run, unit.judged_by).mark if not run.passed and _began(run) else None
    written = write_files(folder, run, result, unit.judged_by, lang, here=here)
    picture = next(path for path in written if path.name == PICTURE)
    if not quiet:
        said = "check-picture" if here is None else "check-picture-here"
        console.print(Text(say(lang, said, picture=str(picture), replay=str(folder / "replay.html"))), soft_wrap=True)
