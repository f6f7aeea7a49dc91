"""Boards for the tools: one of each kind for a file of tests."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from .boards import Mpremote, RunningBoard, running_board


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBoard]:
    """On the start of line-sprint; simulated time passes as fast as it can."""
    with running_board(tmp_path_factory.mktemp("board"), "--task", "line-sprint", "--speed", "max") as running:
        yield running


@pytest.fixture
def start_board(tmp_path: Path) -> Iterator[Callable[..., RunningBoard]]:
    """A board of the test's own: start_board(*options)."""
    with ExitStack() as stack:
        yield lambda *options: stack.enter_context(running_board(tmp_path / "board", *options))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where a tool works, and finds no settings."""
    return tmp_path


@pytest.fixture
def mpremote(board: RunningBoard, home: Path) -> Mpremote:
    return Mpremote(board.port, home)
