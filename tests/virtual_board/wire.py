"""A cable without a port: a test types at one end and reads what the board says, which lives in a thread of its own."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from marshrut.simulator.console import Console
from marshrut.simulator.installed_flash import installed_flash
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, Run, nominal_scene
from marshrut.simulator.runners.tracebacks import Fault
from marshrut.simulator.tasks.catalogue import find_task, robots_by_board
from marshrut.simulator.tasks.loading import with_robot
from marshrut.simulator.virtual_board.board import VirtualBoard
from marshrut.simulator.virtual_board.field import Field, Place
from marshrut.simulator.virtual_board.flash_folder import FlashFolder
from marshrut.simulator.virtual_board.pacing import Pacing, Unpaced

PATIENCE_S = 30.0


class Wire:
    """The board's side is `serve`; the test's are `type`, `until` and `execute`."""

    def __init__(self, console: Console) -> None:
        self.plugged = True
        self._console = console
        self._typed = bytearray()
        self.said = bytearray()
        self._changed = threading.Condition()

    def serve(self, timeout_s: float) -> bool:
        with self._changed:
            said = self._console.take_output()
            if said and self.plugged:
                self.said += said
                self._changed.notify_all()
            if not self._typed and timeout_s > 0:
                self._changed.wait(min(timeout_s, 1.0))
            count = min(len(self._typed), self._console.room())
            if count:
                self._console.receive(bytes(self._typed[:count]))
                del self._typed[:count]
        return count > 0

    def wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def unplug(self) -> None:
        self.plugged = False

    def plug_in(self) -> None:
        assert not self.plugged, "a real cable would be another port from now on"
        self._console.take_output()
        self.plugged = True

    def type(self, data: bytes) -> None:
        with self._changed:
            self._typed += data
            self._changed.notify_all()

    def until(self, end: bytes) -> bytes:
        """What the board says up to that, and nothing after it."""
        deadline = time.monotonic() + PATIENCE_S
        with self._changed:
            while (at := self.said.find(end)) < 0:
                left = deadline - time.monotonic()
                assert left > 0, f"no {end!r} in {bytes(self.said)!r}"
                self._changed.wait(left)
            said = bytes(self.said[: at + len(end)])
            del self.said[: at + len(end)]
            return said

    def execute(self, text: str) -> tuple[str, str]:
        """By the raw REPL, which the board must be in; what it printed, and the traceback."""
        self.type(text.encode() + b"\x04")
        self.until(b"OK")
        printed = self.until(b"\x04")[:-1].decode()
        error = self.until(b"\x04>")[:-2].decode()
        return printed.replace("\r\n", "\n"), error.replace("\r\n", "\n")

    def enter_raw(self) -> None:
        self.type(b"\r\x03\x01")
        self.until(b"raw REPL; CTRL-B to exit\r\n>")

    def reset_softly(self) -> None:
        """In the raw REPL, as mpremote does before it runs a program."""
        self.type(b"\x04")
        self.until(b"soft reboot\r\n")
        self.until(b"raw REPL; CTRL-B to exit\r\n>")


class Told:
    """What the board tells of."""

    def __init__(self) -> None:
        self.runs: list[tuple[Program, Run]] = []
        self.notices: list[str] = []
        self.failures: list[tuple[Program, Fault]] = []
        self._ended = threading.Event()

    def run_ended(self, program: Program, run: Run) -> None:
        self.runs.append((program, run))
        self._ended.set()

    def wait(self) -> None:
        """Until a run has ended since the last wait."""
        assert self._ended.wait(PATIENCE_S)
        self._ended.clear()

    def noticed(self, what: str) -> None:
        self.notices.append(what)

    def program_failed(self, program: Program, fault: Fault) -> None:
        self.failures.append((program, fault))


@contextmanager
def living_board(
    folder: Path,
    task: str = "line-sprint",
    pacing: Pacing | None = None,
    *,
    files: Mapping[str, str] = MappingProxyType({}),
    installed: bool = True,
    field: Field | None = None,
    board: str = "",
) -> Iterator[tuple[VirtualBoard, Wire, Told]]:
    """A board in a thread of its own, switched on; its flash is that folder, with these files."""
    the_task = find_task(task)
    if board:
        the_task = with_robot(the_task, robots_by_board(the_task)[board])
    conditions = Conditions(the_task, the_task.variants[0], 7, runtime="micropython")
    flash = FlashFolder(folder)
    console = Console("MicroPython; a board under test")
    wire, told = Wire(console), Told()
    place = Place(field, 0, nominal_scene(conditions).start) if field is not None else None
    living = VirtualBoard(conditions, flash, console, wire, pacing or Unpaced(), told, place=place)
    if installed and not flash.files():
        for path, content in installed_flash(living.scene.robot.board).items():
            flash.put(path, content)
    for path, text in files.items():
        flash.put(path, text.encode())
    thread = threading.Thread(target=living.run)
    thread.start()
    try:
        yield living, wire, told
    finally:
        living.stop()
        thread.join(PATIENCE_S)
    assert not thread.is_alive()
