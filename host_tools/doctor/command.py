"""Looks at what runs need, part by part, and says what is missing and what to do."""

import os
import platform
import sys
from collections.abc import Iterator

import click
from marshrut.simulator.messages import say
from marshrut.simulator.problems import tell
from marshrut.simulator.run import engine_version
from marshrut.simulator.runners.micropython import find_node, node_version
from marshrut.simulator.runners.micropython.install import installed_version, locked_version
from marshrut.simulator.runners.walls import BUBBLEWRAP, LIMITS, WALLS, available
from marshrut.simulator.tasks.catalogue import task_ids

from ..cable.places import all_places
from ..cable.session import asked_board
from .board import BAD, board_findings


@click.command()
@click.option("--port", help="Look at the board on that port instead.")
def doctor(port: str | None, lang: str) -> int:
    """Say what is installed and what is missing, or how a board is; exit code 3 when something is wrong."""
    if port is not None:
        return _doctor_board(port, lang)
    missing = list(findings(lang))
    return 3 if missing else 0


def _doctor_board(port: str, lang: str) -> int:
    well = True
    with asked_board(port, lang) as link:
        for sign, text in board_findings(link, lang):
            _tell(sign, text)
            well = well and sign != BAD
    return 0 if well else 3


def findings(lang: str) -> Iterator[str]:
    """Prints a line for each part; yields each that is missing."""
    _tell(
        "✓", f"Marshrut {engine_version()} · Python {platform.python_version()} · {sys.platform} {platform.machine()}"
    )
    _tell("✓", f"{say(lang, 'doctor-tasks')}: {', '.join(task_ids())}")
    if find_node() is None:
        _tell("✗", tell(lang, "node-missing"))
        yield "node"
    else:
        _tell("✓", f"Node {node_version()}")
    version = installed_version()
    if version is None:
        _tell("✗", tell(lang, "micropython-missing"))
        yield "micropython"
    elif version != locked_version():
        _tell("✗", tell(lang, "micropython-old", version=version, wanted=locked_version()))
        yield "micropython"
    else:
        _tell("✓", f"MicroPython {version}")
    _tell_boards(lang)
    _tell_walls(lang)
    if not hasattr(os, "sched_setaffinity"):
        _tell("·", say(lang, "doctor-no-affinity"))


def _tell_walls(lang: str) -> None:
    """What a stranger's program would stand behind here; none is needed for one's own."""
    there = available()
    _tell(
        "✓",
        f"{say(lang, 'doctor-walls')}: {', '.join(say(lang, f'doctor-wall-{name}') for name in WALLS if there[name])}",
    )
    if not there[BUBBLEWRAP]:
        _tell("·", tell(lang, "doctor-no-bubblewrap"))
    if not there[LIMITS]:
        _tell("·", say(lang, "doctor-no-limits"))


def _tell_boards(lang: str) -> None:
    """Which are connected; none need be."""
    places = all_places()
    if places:
        _tell("✓", f"{say(lang, 'doctor-boards')}: {', '.join(map(str, places))}")
    else:
        _tell("·", say(lang, "doctor-no-boards"))


def _tell(sign: str, text: str) -> None:
    print(f"{sign} {text}")
