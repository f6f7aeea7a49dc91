"""Which robot a run has: `--board` and `--robot`, as `marshrut sim` and `marshrut board` take them."""

from pathlib import Path

from marshrut.simulator.scene import load_robot
from marshrut.simulator.tasks.catalogue import robots_by_board, robots_by_name
from marshrut.simulator.tasks.loading import with_robot
from marshrut.simulator.tasks.model import Task

from .choices import one_of
from .usage import UsageProblem


def check_one_robot(board: str | None, robot: str | None) -> None:
    """UsageProblem where both are asked for."""
    if board is not None and robot is not None:
        raise UsageProblem("options-exclude", first="--board", second="--robot")


def with_chosen_robot(task: Task, board: str | None, robot: str | None) -> Task:
    """The task for the robot with that board, for that robot of the catalogue or file, or as it is.

    UsageProblem where there is none; SceneError where the file is wrong.
    """
    if board is not None:
        by_board = robots_by_board(task)
        return with_robot(task, by_board[one_of("--board", board, sorted(by_board))])
    if robot is None:
        return task
    if robot.endswith(".toml"):
        load_robot(robot)  # says what is wrong with it
        return with_robot(task, Path(robot))
    by_name = robots_by_name(task)
    return with_robot(task, by_name[one_of("--robot", robot, sorted(by_name))])
