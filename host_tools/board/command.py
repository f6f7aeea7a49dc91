"""The command itself: makes the board of a task, its ports and what shows it, and serves it until it is stopped."""

import os
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import click
from marshrut.simulator.console import Console
from marshrut.simulator.installed_flash import installed_flash
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.program import Program
from marshrut.simulator.result import build_result
from marshrut.simulator.run import Conditions, Run, nominal_scene
from marshrut.simulator.scene.chips import profile_of
from marshrut.simulator.tasks.catalogue import find_task, find_variant, robots_by_board
from marshrut.simulator.tasks.loading import with_robot
from marshrut.simulator.virtual_board.board import VirtualBoard
from marshrut.simulator.virtual_board.flash_folder import FlashFolder
from marshrut.simulator.virtual_board.pacing import ByHand, Pacing, Timed, Unpaced

from ..choices import one_of, whole_number
from ..language import chosen_language
from ..sim.environment import environment_of
from ..sim.files import write_files
from ..sim.report import report
from ..usage import UsageProblem
from .hands import Hands, read_lines
from .places import DEFAULT_NAME, flash_of, link_of
from .ports import Cables
from .ports.rfc2217 import Rfc2217Port
from .ports.stable_link import LinkRefused

DEFAULT_TCP = 2217
MAX_SPEED = 1000.0


@click.command()
@click.option("--task", default="desk", show_default=True, help="Where the robot stands: a task, or a task's folder.")
@click.option("--variant", help="Which of the task's worlds; the first one if left out.")
@click.option("--board", "chip", help="A robot with that board; the task's own robot if left out.")
@click.option(
    "--name",
    default=DEFAULT_NAME,
    show_default=True,
    help="The board's name: its port and its flash are kept under it.",
)
@click.option("--link", type=click.Path(path_type=Path), help="Where its port is found.")
@click.option("--flash", type=click.Path(path_type=Path), help="The folder that is its flash.")
@click.option("--empty", is_flag=True, help="A new flash stays empty, as on a board from the shop.")
@click.option("--rfc2217", "tcp", help=f"The TCP port for programs without serial ports; {DEFAULT_TCP} if it is free.")
@click.option("--speed", default="1", show_default=True, help="Simulated seconds in a second, or max.")
@click.option("--step", is_flag=True, help="Time stands until you let it pass.")
@click.option("--seed", default="7", help="Which physical robot and mat: a whole number.", show_default=True)
@click.option("--nominal", is_flag=True, help="Nothing varies: the robot of the data sheets.")
@click.option("--hard", is_flag=True, help="Everything varies twice as much.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Write each run's result, trace, picture and replay there."
)
@click.option("--lang", help="ru, kk or en.")
@click.option("--debug", is_flag=True, hidden=True)
def board(
    task: str,
    variant: str | None,
    chip: str | None,
    name: str,
    link: Path | None,
    flash: Path | None,
    empty: bool,
    tcp: str | None,
    speed: str,
    step: bool,
    seed: str,
    nominal: bool,
    hard: bool,
    out: Path | None,
    lang: str | None,
    debug: bool,
) -> int:
    """A robot on a serial port, standing in a task's world. mpremote, Thonny and `marshrut push` talk to it as to a real one."""
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)
    language = chosen_language(["--lang", lang] if lang else [], os.environ)
    if nominal and hard:
        raise UsageProblem("options-exclude", first="--nominal", second="--hard")
    the_task = find_task(task)
    if chip is not None:
        robots = robots_by_board(the_task)
        the_task = with_robot(the_task, robots[one_of("--board", chip, sorted(robots))])
    conditions = Conditions(
        task=the_task,
        variant=find_variant(the_task, variant),
        seed=whole_number("--seed", seed),
        profile="nominal" if nominal else "hard" if hard else "normal",
        runtime="micropython",
    )
    folder = FlashFolder(flash or flash_of(name))
    with ExitStack() as stack:
        reporter = _Reporter(conditions, language, out)
        the_board = make_board(conditions, folder, _pacing(speed, step), reporter, empty=empty)
        cables = the_board.cable
        stack.callback(cables.close)
        address = _add_ports(cables, link or link_of(name), tcp)
        _say_hello(language, link or link_of(name), address, folder.folder)
        hands = Hands(the_board)
        reader = threading.Thread(
            target=read_lines,
            args=(
                hands,
                lambda line: print(say(language, "board-unknown", what=line, known=", ".join(hands.words)), flush=True),
            ),
            daemon=True,
        )
        reader.start()
        the_board.run()
    return 0


def make_board(
    conditions: Conditions, flash: FlashFolder, pacing: Pacing, events: "_Reporter", *, empty: bool = False
) -> VirtualBoard:
    """A board without ports yet; a flash on which nothing lies gets what `marshrut install` puts there."""
    robot = nominal_scene(conditions).robot
    if not empty and not flash.files():
        for path, content in installed_flash(robot.board).items():
            flash.put(path, content)
    console = Console(getattr(profile_of(robot.board), "BANNER", "MicroPython"))
    return VirtualBoard(conditions, flash, console, Cables(console), pacing, events)


class _Reporter:
    """Tells of what becomes of a board, on standard output."""

    def __init__(self, conditions: Conditions, language: str, out: Path | None) -> None:
        self._conditions = conditions
        self._language = language
        self._out = out
        self._runs = 0

    def run_ended(self, program: Program, run: Run) -> None:
        self._runs += 1
        task = self._conditions.task
        result = build_result(run.trace, run.judgement, self._language, environment_of("micropython"))
        written: list[Path] = []
        if self._out is not None:
            written = write_files(self._out / f"run-{self._runs:03}", run, result, task, self._language)
        report(program, run, result, task, written, self._language)
        sys.stdout.flush()

    def noticed(self, what: str) -> None:
        print(say(self._language, f"board-noticed-{what}"), flush=True)


def _pacing(speed: str, step: bool) -> Pacing:
    if step:
        return ByHand()
    if speed == "max":
        return Unpaced()
    try:
        factor = float(speed)
    except ValueError:
        factor = 0.0
    if not 0.01 <= factor <= MAX_SPEED:
        raise UsageProblem("speed-needed", got=speed)
    return Timed(factor)


def _add_ports(cables: Cables, link: Path, tcp: str | None) -> str:
    """Returns the address of the TCP port."""
    if os.name == "posix":
        from .ports.pty import PtyPort

        link.parent.mkdir(parents=True, exist_ok=True)
        try:
            cables.add(PtyPort(link))
        except LinkRefused as refused:
            raise UsageProblem(f"link-{refused.why}", link=str(link)) from None
    wanted = whole_number("--rfc2217", tcp, 0, 65535) if tcp is not None else DEFAULT_TCP
    try:
        port = Rfc2217Port(wanted)
        cables.add(port)
    except OSError:
        if tcp is not None:
            raise UsageProblem("tcp-taken", port=wanted) from None
        port = Rfc2217Port(0)
        cables.add(port)
    return port.url


def _say_hello(language: str, link: Path, address: str, flash: Path) -> None:
    if os.name == "posix":
        print(f"{say(language, 'board-port')}: {link}")
    print(f"{say(language, 'board-address')}: {address}")
    print(f"{say(language, 'board-flash')}: {flash}")
    print(say(language, "board-try", port=str(link) if os.name == "posix" else address), flush=True)
