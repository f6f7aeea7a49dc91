"""The picture on the terminal while boards live: drawn anew a few times a second, with keys that act on them."""

import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from marshrut.simulator.virtual_board.present import Seen
from rich.console import Console, ConsoleOptions, RenderResult
from rich.live import Live
from rich.segment import Segment
from rich.text import Text

from .above import Above
from .keyboard import Keyboard, keyboard
from .keys import command_of, key_lines, robot_of
from .picture import MatPicture, Row, Shape, composed, shape_of
from .status import Shown, items_of

PERIOD_S = 0.16
_STATES = 250  # of a robot's path: 5 s
_SHARE = 0.6  # of the terminal's height: what is printed stays to be seen above
_LEAST, _MOST_FOOTER = 5, 4  # rows


@dataclass(frozen=True)
class Told:
    """What does not change: scenes as a trace's header has them, the names of a state's values, each robot's port, how
    time passes."""

    scenes: Sequence[dict[str, Any]]
    fields: Sequence[str]
    ports: Sequence[str]
    pace: str
    step: bool
    lang: str


class Robots(Protocol):
    """What the picture shows and its keys act on."""

    def seen(self, states: int) -> list[Seen]: ...
    def plugged(self, robot: int) -> bool: ...
    def do(self, command: str, robot: int) -> None: ...


class Picture:
    """Remembers what it has drawn for a terminal of one size."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._shape: Shape | None = None
        self._mat: MatPicture | None = None

    def rows(self, robots: Sequence[Seen], chosen: int, plugged: bool, width: int, height: int) -> list[Row]:
        """Rows of the terminal, none wider than `width`, so many that there is room above."""
        told = self._told
        footer = [Text(told.ports[chosen], style="bold")]
        keys = key_lines(told.lang, width, plugged=plugged, step=told.step, robots=len(robots))
        footer += keys[: _MOST_FOOTER - 1]
        most = max(_LEAST, int(height * _SHARE)) - len(footer)
        shown = Shown(told.scenes, told.fields, robots, told.pace, plugged, chosen)
        shape = shape_of(told.scenes[0]["mat"], width, max(1, most), items_of(shown, told.lang, 0))
        if shape != self._shape:
            self._shape = shape
            self._mat = MatPicture(told.scenes, shape.columns, shape.rows) if shape.rows and shape.columns else None
        items = items_of(shown, told.lang, shape.status_columns if shape.beside else 0)
        mat = self._mat.rows(robots, chosen) if self._mat is not None else []
        return composed(mat, shape, items, footer, width)


class Printed:
    """Rows as rich prints them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for row in self.rows:
            yield from row
            yield Segment.line()


def can_show() -> bool:
    """Whether a person sits at a terminal that can show the picture."""
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        return False
    console = Console()
    return not (console.is_dumb_terminal or console.legacy_windows) and console.encoding.startswith("utf")


@contextmanager
def live_picture(told: Told, robots: Robots) -> Iterator[None]:
    """Inside it the picture stands under all that is printed."""
    with keyboard() as keys:
        console = Console(file=sys.stdout, highlight=False)
        shown = _Live(told, robots, console)
        terminal = sys.stdout
        sys.stdout = above = Above(console, terminal)
        threads = [threading.Thread(target=act, daemon=True) for act in (shown.draw, lambda: shown.obey(keys))]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            shown.over.set()
            for thread in threads:
                thread.join(2.0)
            sys.stdout = terminal
            above.finish()


class _Live:
    """What two threads do until it is `over`."""

    def __init__(self, told: Told, robots: Robots, console: Console) -> None:
        self.over = threading.Event()
        self._told = told
        self._robots = robots
        self._console = console
        self._picture = Picture(told)
        self._chosen = 0

    def draw(self) -> None:
        console = self._console
        width, before = console.width, None
        live = _live(console)
        live.start()
        try:
            while not self.over.wait(PERIOD_S):
                if console.width != width:  # the terminal has broken the old rows anew
                    width, before = console.width, None
                    live.stop()
                    console.clear()
                    live = _live(console)
                    live.start()
                seen, chosen = self._robots.seen(_STATES), self._chosen
                now = (console.size, chosen, self._robots.plugged(chosen), seen)
                if now != before and all(robot.values for robot in seen):
                    before = now
                    rows = self._picture.rows(seen, chosen, now[2], *console.size)
                    live.update(Printed(rows), refresh=True)
        finally:
            live.stop()

    def obey(self, keys: Keyboard) -> None:
        while not self.over.is_set():
            try:
                key = keys.key(0.2)
            except (EOFError, OSError):
                return
            robot = robot_of(key, len(self._told.scenes))
            if robot is not None:
                self._chosen = robot
            command = command_of(key, self._robots.plugged(self._chosen)) if key else None
            if command is not None:
                self._robots.do(command, self._chosen)


def _live(console: Console) -> Live:
    return Live(
        console=console,
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
        vertical_overflow="crop",
    )
