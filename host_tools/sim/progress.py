"""A progress bar for runs that take over a second."""

import time
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from marshrut.simulator.messages import say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE_S = 1.0
REFRESH_S = 0.1


class ProgressBar:
    """Appears after a second, on a terminal only, and goes when the run is over. Tell it the simulated time."""

    def __init__(self, total_ms: int, lang: str, stream: TextIO) -> None:
        self._total_ms = total_ms
        self._lang = lang
        self._stream = stream
        self._next = time.monotonic() + PATIENCE_S if stream.isatty() else float("inf")
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def at(self, t_us: int) -> None:
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + REFRESH_S
        if self._bar is None:
            self._bar, self._task = self._show()
        assert self._task is not None
        self._bar.update(self._task, completed=t_us / 1e6)

    def _show(self) -> tuple["Progress", "TaskID"]:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:.0f} / {task.total:.0f} s"),
            console=Console(file=self._stream),
            transient=True,
        )
        bar.start()
        return bar, bar.add_task(say(self._lang, "summary-running"), total=self._total_ms / 1000)

    def __enter__(self) -> "ProgressBar":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()
