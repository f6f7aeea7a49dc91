"""What the terminal shows after a run: how it went, why, what the program printed, and where the files are."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from marshrut.simulator.fault_codes import CODES
from marshrut.simulator.fault_words import fault_words
from marshrut.simulator.messages import say
from marshrut.simulator.printable import printable
from marshrut.simulator.problems import tell
from marshrut.simulator.program import Program
from marshrut.simulator.result import Result, Score
from marshrut.simulator.run import Run
from marshrut.simulator.runners.outcome import Limits, Outcome
from marshrut.simulator.shown_time import shown_seconds, whole_ms
from marshrut.simulator.tasks.model import Task
from marshrut.simulator.trace import Trace
from marshrut.simulator.trace.survived import without_tracebacks
from marshrut.simulator.verdict_words import BOUT_ENDS, penalty_words, time_words, verdict_words
from rich.console import Console
from rich.text import Text

from .bout_told import bout_told
from .checks_told import checks_told
from .fault_told import fault_told
from .slips_told import slips_told
from .survived_told import survived_told
from .variant_told import variant_title

PRINTED_LINES = 12
_COLOURS = {"pass": "bold green", "fail": "bold yellow", "void": "bold yellow", "disqualified": "bold red"}


def report(
    program: Program,
    run: Run,
    result: Result,
    task: Task,
    written: list[Path],
    lang: str,
    *,
    rivals: Sequence[Program] = (),
    hide_faults: bool = False,
) -> None:
    """Print it, in colour where the terminal has any. `hide_faults`: what is broken is not named."""
    console = Console(highlight=False)
    if rivals:
        told = say(lang, "summary-rivals", count=1 + len(rivals), name=printable(program.name))
        console.print(Text(told), soft_wrap=not sys.stdout.isatty())
    # Where nothing is judged, what the program printed is all that was wanted.
    for line in printed_lines(run, lang, PRINTED_LINES if result.score is not None else None):
        console.print(line, soft_wrap=True)
    # In a terminal sentences break between words; who reads them by a program gets them whole.
    for line in report_lines(program, run, result, task, lang, hide_faults):
        console.print(line, soft_wrap=not sys.stdout.isatty())
    for number, (rival, outcome) in enumerate(zip(rivals, run.rivals, strict=True), start=1):
        if task.bout is not None and outcome.ended in BOUT_ENDS:
            continue  # it ended with the bout
        told = rival_told(number, rival, outcome, result.programs[number].board, lang)
        console.print(Text(told), soft_wrap=not sys.stdout.isatty())
    if written:
        names = ", ".join(path.name for path in written)
        told = f"{say(lang, 'summary-files')}: {written[0].parent}{os.sep} ({names})"
        console.print(Text(told), soft_wrap=True)


def rival_told(number: int, program: Program, outcome: Outcome, board: str, lang: str) -> str:
    """How another robot's run has ended; the first robot is number 0."""
    ended = say(lang, "summary-rival-ended", ended=outcome.ended, time_s=shown_seconds(whole_ms(outcome.t_us)))
    if outcome.fault is not None:
        ended = fault_told(program, outcome.fault, board, lang)
    return say(lang, "summary-rival", number=number + 1, name=printable(program.name), ended=ended)


def report_lines(
    program: Program, run: Run, result: Result, task: Task, lang: str, hide_faults: bool = False
) -> Iterator[Text]:
    """All but what the program printed, and the files."""
    yield _facts(result, task, lang)
    if hide_faults:
        yield Text(say(lang, "summary-faults-hidden"), style="yellow")
    elif result.faults:
        told = "; ".join(fault_words(lang, text) for text in result.faults)
        yield Text(f"{say(lang, 'summary-faults')}: {told}", style="yellow")
    if result.score is not None:
        yield _verdict(result, result.score, task, lang)
    yield from _why(program, run, result, task, lang, hide_faults)
    board = result.programs[0].board
    for told in survived_told(program, run.own, board, lang):
        yield Text(told, style="yellow")
    for told in slips_told(program, run.own, run.outcome.fault, result.ended, board, lang):
        yield Text(told, style="yellow")
    brown_outs = [t_us for t_us, _, kind, _, _ in run.own.events if kind == "brown_out"]
    if brown_outs:
        first_s = shown_seconds(whole_ms(brown_outs[0]))
        restarts = "summary-restarts" if hide_faults else "summary-brown-outs"
        yield Text(say(lang, restarts, count=len(brown_outs), time_s=first_s), style="yellow")
    yield from _met(run.own, lang)
    if "lost_count" in result.measures:
        yield _line_lost(result, lang)
    yield from checks_told(result, task, lang)
    if run.outcome.output_cut:
        yield Text(tell(lang, "output-cut", limit_kb=Limits.output_cap // 1024), style="yellow")


def judged_lines(trace: Trace, result: Result, task: Task, lang: str) -> Iterator[Text]:
    """What the judge says alone, without the program and what became of it."""
    yield _facts(result, task, lang)
    if result.score is not None:
        yield _verdict(result, result.score, task, lang)
    if task.bout is not None:
        names = [program.name for program in result.programs]
        yield Text(bout_told(result.marks[-1], task, names, lang, code=False))
    else:
        yield Text(result.marks[-1].message)
    yield from _met(trace.of_robot(0), lang)
    if "lost_count" in result.measures:
        yield _line_lost(result, lang)
    yield from checks_told(result, task, lang)


def _facts(result: Result, task: Task, lang: str) -> Text:
    """The conditions of the run."""
    facts = f"{task.title.of(lang)} · {variant_title(task, result, lang)} · {result.runtime}"
    profile = "" if result.profile == "normal" else f" · --{result.profile}"
    return Text(f"{facts} · {say(lang, 'summary-seed').lower()} {result.seed}{profile}", style="bold")


def _verdict(result: Result, score: Score, task: Task, lang: str) -> Text:
    points = say(lang, "summary-points-value", points=score.points, max=score.max)
    text = Text()
    verdict = verdict_words(lang, result.verdict, result.ended, bout=task.bout is not None)
    text.append(verdict, style=_COLOURS.get(result.verdict, "bold red"))
    text.append(f" · {say(lang, 'summary-points').lower()} {points}")
    measures = result.measures
    scored_ms = measures["scored_ms"]
    if measures["time_ms"] is not None:
        text.append(f" · {time_words(lang, measures)}")
    elif "lap_mm" in measures:
        distance = say(
            lang,
            "summary-distance-value",
            progress_mm=measures["progress_mm"] or 0,
            lap_mm=measures["lap_mm"] or 0,
            percent=measures["progress_percent"] or 0,
        )
        text.append(f" · {say(lang, 'summary-distance').lower()} {distance}")
    elif scored_ms is not None:
        text.append(f" · {say(lang, 'summary-scored', time_s=shown_seconds(scored_ms))}")
    text.append("".join(f" · {told}" for told in penalty_words(lang, measures)))
    mean, top = measures.get("mean_speed_mm_s"), measures["max_speed_mm_s"]
    if mean is not None:
        text.append(f" · {say(lang, 'summary-speed-value', mean=mean, max=top or 0)}")
    return text


def _met(own: Trace, lang: str) -> Iterator[Text]:
    """What the robot ran into, and how often."""
    for kind, words in (("wall", "summary-walls"), ("robot", "summary-robots"), ("object", "summary-objects")):
        met = [t_us for t_us, _, met_kind, _, _ in own.events if met_kind == kind]
        if met:
            first_s = shown_seconds(whole_ms(met[0]))
            yield Text(say(lang, words, count=len(met), time_s=first_s), style="yellow")


def _why(program: Program, run: Run, result: Result, task: Task, lang: str, hide_faults: bool) -> Iterator[Text]:
    """How the run ended, unless it reached its goal; for an exception, the line and a hint; for a bout, who met whom
    in it."""
    end = result.marks[-1]
    if task.bout is not None and len(result.programs) == 2 and result.ended in BOUT_ENDS:
        names = [each.name for each in result.programs]
        yield Text(bout_told(end, task, names, lang, code=True))
        if run.outcome.fault is not None and result.ended != "goal":
            yield Text(fault_told(program, run.outcome.fault, result.programs[0].board, lang))
        return
    if result.ended == "goal":
        return
    fault = run.outcome.fault
    if fault is None:
        message_id = end.message_id
        if message_id == "ended-reset_loop" and not hide_faults and _supply_alone(run):
            message_id = "ended-reset_loop-supply"
        sentence = tell(lang, message_id, **end.params) if message_id in CODES else end.message
        yield Text(sentence)
        return
    yield Text(fault_told(program, fault, result.programs[0].board, lang))


def _supply_alone(run: Run) -> bool:
    """Whether it was always the supply that made the board restart, and never the program."""
    kinds = {kind for _, _, kind, _, _ in run.own.events}
    return "brown_out" in kinds and "reset" not in kinds


def _line_lost(result: Result, lang: str) -> Text:
    first = next((mark for mark in result.marks if mark.kind == "lost"), None)
    if first is None:
        words = say(lang, "summary-lost-never")
    else:
        count = result.measures["lost_count"] or 0
        words = say(
            lang, "summary-lost-value", count=count, time_s=shown_seconds(first.t_ms), x_mm=first.x_mm, y_mm=first.y_mm
        )
    return Text(f"{say(lang, 'summary-lost')}: {words}")


def printed_lines(run: Run, lang: str, most: int | None = PRINTED_LINES) -> Iterator[Text]:
    """What the program printed; where that is more than `most` lines, the last of them."""
    fault = run.outcome.fault
    text = without_tracebacks(run.own)  # hints say the same in words
    if fault is not None:
        text = text.removesuffix(fault.text())
    lines = text.splitlines()
    if not lines:
        return
    hidden = max(0, len(lines) - most) if most is not None else 0
    yield Text(say(lang, "summary-printed-last", count=hidden) if hidden else say(lang, "summary-printed"), style="dim")
    for line in lines[hidden:]:
        shown = printable(line)
        yield Text("  │ " + (shown if len(shown) <= 200 else shown[:199] + "…"))
