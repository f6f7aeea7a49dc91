"""The attack programs, and how one is run: as a stranger's, with limits that a test can wait for."""

from collections.abc import Collection
from pathlib import Path

from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, Run, run_program
from marshrut.simulator.runners.child import Patience
from marshrut.simulator.tasks.catalogue import find_task, find_variant, robots_by_board
from marshrut.simulator.tasks.loading import with_robot

FOLDER = Path(__file__).parent.parent / "programs" / "attacks"
ATTACKS = sorted(FOLDER.glob("*/*.py"))
PATIENCE = Patience(silence_s=10, retry_times=1, cpu_s=20)
# What must run into a limit of time does so soon.
SOON = {"hung": Patience(silence_s=1.0, retry_times=1), "cpu_limit": Patience(retry_times=1, cpu_s=2)}


def name_of(attack: Path) -> str:
    return f"{attack.parent.name}/{attack.stem}"


def strike(
    text: str,
    walls: Collection[str] | None = None,
    patience: Patience = PATIENCE,
    variant: str = "oval",
    seed: int = 7,
    board: str = "",
) -> Run:
    """Run it untrusted on the task of the tests; `walls` are built instead of all that there are.

    With `board` it is the robot with that one.
    """
    task = find_task("line-sprint")
    if board:
        task = with_robot(task, robots_by_board(task)[board])
    conditions = Conditions(
        task,
        find_variant(task, variant),
        seed=seed,
        runtime="micropython",
        trusted=False,
        walls=None if walls is None else frozenset(walls),
    )
    return run_program(Program("attack.py", {"main.py": text}), conditions, patience=patience)
