"""A virtual board on a real serial port, in a thread of its own, and pushes to it as a person makes them."""

import _thread
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from marshrut.host_tools import cli
from marshrut.host_tools.board.ports import Cables
from marshrut.host_tools.board.ports.pty import PtyPort
from marshrut.simulator.console import Console
from marshrut.simulator.installed_flash import installed_flash
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, Run
from marshrut.simulator.runners.tracebacks import Fault
from marshrut.simulator.tasks.catalogue import find_task, robots_by_board
from marshrut.simulator.tasks.loading import with_robot
from marshrut.simulator.virtual_board.board import PowerCut, VirtualBoard
from marshrut.simulator.virtual_board.flash_folder import FlashFolder
from marshrut.simulator.virtual_board.pacing import Unpaced

PATIENCE_S = 30.0


class PortBoard:
    """`port` is where tools find it, `flash` what lies on it; `runs` the runs that were judged."""

    def __init__(self, folder: Path, task: str = "line-sprint", robot: str | None = None) -> None:
        self.runs: list[tuple[Program, Run]] = []
        self.notices: list[str] = []
        self.port = folder / "robot"
        the_task = find_task(task)
        if robot is not None:
            the_task = with_robot(the_task, robots_by_board(the_task)[robot])
        conditions = Conditions(the_task, the_task.variants[0], 7, runtime="micropython")
        self.flash = FlashFolder(folder / "flash")
        console = Console("MicroPython v1.29.0")
        self._cables = Cables(console)
        self.board = VirtualBoard(conditions, self.flash, console, self._cables, Unpaced(), self)
        self._cables.add(PtyPort(self.port))
        self._thread = threading.Thread(target=self._serve)

    @property
    def robot(self) -> str:
        return self.board.scene.robot.board

    def run_ended(self, program: Program, run: Run) -> None:
        self.runs.append((program, run))

    def noticed(self, what: str) -> None:
        self.notices.append(what)

    def program_failed(self, program: Program, fault: Fault) -> None:
        pass

    def put(self, files: Mapping[str, bytes]) -> None:
        """Have exactly these on the flash of a board that is off."""
        for path in self.flash.files().keys() - files.keys():
            self.flash.remove(path)
        for folder in sorted(self.flash.folders(), reverse=True):
            if not any(path.startswith(folder + "/") for path in files):
                self.flash.rmdir(folder)
        for path, content in files.items():
            self.flash.put(path, content)

    def switch_on(self) -> None:
        self._thread.start()

    def restart(self, files: Mapping[str, bytes] | None = None) -> None:
        """Power off and on, and wait until it is there again; with these files and no others on its flash, if any."""

        cut_off: list[object] = []  # a soft reset of the board's own may come first

        def cut() -> None:
            if files is not None:
                self.put(files)  # in the board's own thread: it is not at work on its flash
            cut_off.append(self.board._session)
            raise PowerCut

        self.board._do(cut)
        deadline = time.monotonic() + PATIENCE_S
        while not cut_off or self.board._session is cut_off[0] or not self._cables.plugged:
            assert time.monotonic() < deadline and self._thread.is_alive()
            time.sleep(0.005)

    def press_until(self, happened: Callable[[], bool]) -> None:
        """Press the robot's button, again when the launcher was not there yet to see it."""
        deadline = time.monotonic() + PATIENCE_S
        while not happened():
            assert time.monotonic() < deadline
            self.board.press("button")
            until = time.monotonic() + 2
            while not happened() and time.monotonic() < until:
                time.sleep(0.02)

    def end(self) -> None:
        if self._thread.is_alive():
            self.board.stop()
            self._thread.join(PATIENCE_S)
            assert not self._thread.is_alive()

    def _serve(self) -> None:
        try:
            self.board.run()
        finally:
            self._cables.close()


@contextmanager
def port_board(
    folder: Path, task: str = "line-sprint", robot: str | None = None, *, installed: bool = True
) -> Iterator[PortBoard]:
    made = PortBoard(folder, task, robot)
    if installed:
        made.put(installed_flash(made.robot))
    made.switch_on()
    try:
        yield made
    finally:
        made.end()


def marshrut(*arguments: object) -> int:
    """The command, in this process; returns its exit code."""
    return cli.run([str(argument) for argument in arguments])


@contextmanager
def ctrl_c_when(happened: Callable[[], bool], wait_s: float = 4 * PATIENCE_S) -> Iterator[None]:
    """Ctrl-C is pressed in the terminal when that has happened, if what runs here is not over by then."""
    over = threading.Event()

    def watch() -> None:
        until = time.monotonic() + wait_s
        while not over.wait(0.02) and time.monotonic() < until:
            if happened():
                if not over.wait(0.3):
                    _thread.interrupt_main()
                return

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
