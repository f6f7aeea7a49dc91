"""The virtual board to compare with: of the same kind, made in this process, in a temporary folder."""

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, Run
from marshrut.simulator.runners.tracebacks import Fault
from marshrut.simulator.tasks.catalogue import find_task, find_variant, robots_by_name
from marshrut.simulator.tasks.loading import with_robot
from marshrut.simulator.virtual_board.pacing import Timed
from marshrut.simulator.virtual_board.watching import NOBODY

from ..board.standing import Where, close, make_boards, run_all

TASK = "desk"
SEED = 7


class _Nobody:
    def run_ended(self, program: Program, run: Run) -> None:
        pass

    def noticed(self, what: str) -> None:
        pass

    def program_failed(self, program: Program, fault: Fault) -> None:
        pass


@contextmanager
def twin(robot: str, *, empty: bool) -> Iterator[str]:
    """Its port. `robot` is one of the curriculum's; on an `empty` one lies nothing, else what Marshrut installs."""
    task = find_task(TASK)
    task = with_robot(task, robots_by_name(task)[robot])
    conditions = Conditions(task, find_variant(task, None), SEED, "nominal", "micropython")
    with tempfile.TemporaryDirectory(prefix="marshrut-") as folder:
        where = Where(Path(folder) / "board", Path(folder) / "flash", 0)
        boards = make_boards(
            conditions, [where], lambda: Timed(1.0), lambda _: _Nobody(), lambda _: NOBODY, empty=empty
        )
        thread = threading.Thread(target=run_all, args=(boards,), name="twin")
        thread.start()
        try:
            yield boards[0].port
        finally:
            boards[0].board.stop()
            thread.join()
            close(boards)
