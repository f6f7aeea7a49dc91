"""The command itself: which probes may run, the board, its twin, and what is told of them."""

import json
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from marshrut.simulator.messages import say
from marshrut.simulator.run import engine_version
from marshrut.simulator.scene.chips import profile_of

from ..cable.places import choose_place
from ..cable.problem import CableProblem
from ..choices import one_of
from ..out_file import check_out, whole_file
from .comparing import differences
from .costs import measured
from .facts import BARE, EMPTY, INSTALLED, PROBES, RESETS, Probe, gather, state_of
from .kinds import ASK, KINDS, Kind, kind_of
from .line import BoardSilent, Line, SerialLine
from .report import document, told
from .twin import twin
from .wire import Facts

# What a probe may need, and the message that says why it was left out.
LEFT_OUT = {
    BARE: "compare-left-bare",
    RESETS: "compare-left-resets",
    INSTALLED: "compare-left-installed",
    EMPTY: "compare-left-empty",
}


@click.command()
@click.option("--port", help="The board's port; needed when there are several boards.")
@click.option("--resets", is_flag=True, help="Start the board anew, too: its main.py begins to run each time.")
@click.option("--bare", is_flag=True, help="Nothing is wired to the board: its pins may be driven.")
@click.option("--only", metavar="PROBE", multiple=True, help="This probe alone; may be given more than once.")
@click.option("--out", type=click.Path(path_type=Path), help="Write all that was seen there, to be sent.")
def compare(port: str | None, resets: bool, bare: bool, only: Sequence[str], out: Path | None, lang: str) -> int:
    """Say in what a board behaves otherwise than the virtual one of its kind.

    Works in a folder of its own on the board and takes it away again; nothing else there is changed. Exit code 0:
    nothing differs but what is documented.
    """
    for name in only:
        one_of("--only", name, [probe.name for probe in PROBES])
    if out is not None:
        check_out(out)  # at once: what follows takes minutes
    place = choose_place(port)
    print(say(lang, "compare-board", port=str(place)), flush=True)
    allowed = {
        *([RESETS] if resets or _agreed(lang, "compare-ask-resets", only, RESETS) else []),
        *([BARE] if bare or _agreed(lang, "compare-ask-bare", only, BARE) else []),
    }
    line = SerialLine(place.port)
    try:
        kind = _kind(line, place.port)
        state = state_of(line)
        probes = [probe for probe in PROBES if not only or probe.name in only]
        chosen = _possible(probes, allowed | state, lang)
        with _telling(lang, "compare-asks-board") as tell:
            board = gather(line, kind, chosen, tell)
    except BoardSilent:
        raise CableProblem("board-silent", port=place.port) from None
    finally:
        line.close()
    with _telling(lang, "compare-asks-ours") as tell:
        ours = of_twin(kind, chosen, INSTALLED in state, tell)
    found = differences(board, ours, kind.chip)
    costs = measured(board, ours, profile_of(kind.pin_map))
    for row in told(found, costs, kind.chip, lang):
        print(row)
    if out is not None:
        _write(out, json.dumps(document(board, ours, found, costs, engine_version()), ensure_ascii=False, indent=1))
        print(say(lang, "compare-written", file=str(out)))
    return 1 if any(one.known is None for one in found) else 0


def of_twin(
    kind: Kind, probes: Collection[Probe], installed: bool, tell: Callable[[str], None] = lambda name: None
) -> dict[str, Facts]:
    """The virtual board's facts; it stands alone on a desk, and on its flash lies what lies on the other's."""
    with twin(kind.robot, empty=not installed) as port:
        line = SerialLine(port)
        try:
            return gather(line, kind, probes, tell)
        finally:
            line.close()


def _agreed(lang: str, question: str, only: Sequence[str], need: str) -> bool:
    """Whether somebody sits there and says yes; not asked when no probe would need it."""
    needed = any(need in probe.needs and (not only or probe.name in only) for probe in PROBES)
    return needed and sys.stdin.isatty() and click.confirm(say(lang, question), default=False)


def _kind(line: Line, port: str) -> Kind:
    line.raw()
    machine = line.run(ASK).strip()
    kind = kind_of(machine)
    if kind is None:
        raise CableProblem(
            "compare-kind-unknown", port=port, machine=machine, known=", ".join(k.machine for k in KINDS)
        )
    return kind


def _possible(probes: Sequence[Probe], have: Collection[str], lang: str) -> list[Probe]:
    """Those whose needs are met; the others are told."""
    for need, why in LEFT_OUT.items():
        names = [probe.name for probe in probes if need in probe.needs and need not in have]
        if names:
            print(f"· {say(lang, why, names=', '.join(names))}")
    return [probe for probe in probes if probe.needs <= set(have)]


@contextmanager
def _telling(lang: str, message: str) -> Iterator[Callable[[str], None]]:
    """Shows on a terminal which probe runs, for the whole takes minutes; the line is wiped at the end."""

    def tell(text: str) -> None:
        if sys.stderr.isatty():
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)

    try:
        yield lambda name: tell(say(lang, message, name=name))
    finally:
        tell("")


def _write(path: Path, text: str) -> None:
    with whole_file(path) as partial:
        partial.write_text(text + "\n", encoding="utf-8")
