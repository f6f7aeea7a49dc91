"""The boards of one world, each with its flash, its ports and a thread of its own."""

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from marshrut.simulator.console import Console
from marshrut.simulator.installed_flash import installed_flash
from marshrut.simulator.run import Conditions, nominal_scene
from marshrut.simulator.scene.chips import profile_of
from marshrut.simulator.starts import starts_for
from marshrut.simulator.virtual_board.board import Events, VirtualBoard
from marshrut.simulator.virtual_board.field import Field, Place
from marshrut.simulator.virtual_board.flash_folder import FlashFolder
from marshrut.simulator.virtual_board.pacing import Pacing
from marshrut.simulator.virtual_board.watching import Watcher

from ..push.layout import PIN_MAP, PIN_MAPS, pin_map_text
from ..usage import UsageProblem
from .ports import Cables
from .ports.rfc2217 import Rfc2217Port
from .ports.stable_link import LinkRefused

DEFAULT_TCP = 2217


@dataclass(frozen=True)
class Where:
    """Where a board is to be found. `tcp` None: the usual TCP port if it is free, else another."""

    link: Path
    flash: Path
    tcp: int | None = None


@dataclass
class Standing:
    """A board in its world, and where it is found; `link` is None where the system has no pseudo-terminals."""

    board: VirtualBoard
    cables: Cables
    flash: Path
    link: Path | None
    url: str

    @property
    def port(self) -> str:
        """What a tool connects to."""
        return str(self.link) if self.link is not None else self.url


def make_boards(
    conditions: Conditions,
    places: Sequence[Where],
    pacing: Callable[[], Pacing],
    events: Callable[[int], Events],
    watcher: Callable[[int], Watcher],
    *,
    empty: bool = False,
) -> list[Standing]:
    """One robot for each place, the first on the task's start. UsageProblem where the world or the system has no room.

    A flash on which nothing lies gets what `marshrut install` puts there, unless it is to stay `empty`; one of another
    robot gets this robot's pin map.
    """
    scene = nominal_scene(conditions)
    starts = starts_for(conditions.task, scene, len(places))
    if len(starts) < len(places):
        raise UsageProblem("robots-no-start", count=len(places), starts=len(starts))
    field = Field()
    standing: list[Standing] = []
    try:
        for number, (where, start) in enumerate(zip(places, starts, strict=True)):
            try:
                flash = FlashFolder(where.flash)
            except OSError:
                raise UsageProblem("flash-no-folder", folder=str(where.flash)) from None
            if not empty and not flash.files():
                for path, content in installed_flash(scene.robot.board).items():
                    flash.put(path, content)
            _fit_pin_map(flash, scene.robot.board)
            console = Console(profile_of(scene.robot.board).BANNER)
            cables = Cables(console)
            place = Place(field, number, start) if len(places) > 1 else None
            board = VirtualBoard(conditions, flash, console, cables, pacing(), events(number), watcher(number), place)
            standing.append(Standing(board, cables, where.flash, None, ""))
            _add_ports(standing[-1], where)
    except BaseException:
        close(standing)
        raise
    return standing


def _fit_pin_map(flash: FlashFolder, board: str) -> None:
    """A flash stays from task to task, and their robots differ: the pin map of another one, as we ship it, gives way to
    this robot's. One that somebody has changed stays."""
    there = flash.read(PIN_MAP)
    if there != pin_map_text(board) and there in [pin_map_text(name) for name in PIN_MAPS]:
        flash.put(PIN_MAP, pin_map_text(board))


def close(boards: Sequence[Standing]) -> None:
    """Take their ports away."""
    for each in boards:
        each.cables.close()


def run_all(boards: Sequence[Standing]) -> None:
    """Serve them until each is stopped; what one raises stops all and is raised here."""
    raised: list[BaseException] = []

    def run(board: VirtualBoard) -> None:
        try:
            board.run()
        except BaseException as error:
            raised.append(error)
            for each in boards:
                each.board.stop()

    threads = [threading.Thread(target=run, args=(each.board,), name=str(each.port)) for each in boards]
    for thread in threads:
        thread.start()
    try:
        for thread in threads:
            thread.join()
    finally:
        for each in boards:
            each.board.stop()
        for thread in threads:
            thread.join()
    if raised:
        raise raised[0]


def _add_ports(standing: Standing, where: Where) -> None:
    cables = standing.cables
    if os.name == "posix":
        from .ports.pty import PtyPort

        where.link.parent.mkdir(parents=True, exist_ok=True)
        try:
            cables.add(PtyPort(where.link))
        except LinkRefused as refused:
            raise UsageProblem(f"link-{refused.why}", link=str(where.link)) from None
        standing.link = where.link
    try:
        port = Rfc2217Port(where.tcp if where.tcp is not None else DEFAULT_TCP)
        cables.add(port)
    except OSError:
        if where.tcp is not None:
            raise UsageProblem("tcp-taken", port=where.tcp) from None
        port = Rfc2217Port(0)
        cables.add(port)
    standing.url = port.url
