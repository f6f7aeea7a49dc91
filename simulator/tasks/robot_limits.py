"""Whether a robot is small and light enough for a task: one sentence, before anything runs."""

from ..messages import Param
from ..problems import Problem
from ..scene.model import Robot
from .model import Task

GRAIN = 0.05  # mm and g: what nobody can measure is not too much


class RobotTooLarge(Problem):
    """The robot is longer, wider or heavier than a rule of the task allows."""


def check_robot(task: Task, robot: Robot) -> None:
    """RobotTooLarge names what is too large, by how much, and the rule; of several the first."""
    limits = task.robot_limits
    if limits is None:
        return
    xs, ys = zip(*_reach(robot), strict=True)
    sizes = (
        ("length", max(xs) - min(xs), limits.length_mm),
        ("width", max(ys) - min(ys), limits.width_mm),
        ("mass", robot.mass_g, limits.mass_g),
    )
    for what, got, most in sizes:
        if most and got > most + GRAIN:
            names: dict[str, Param] = {"robot": robot.id, "what": what, "rule": limits.rule}
            raise RobotTooLarge("robot-too-large", got=f"{got:g}", most=f"{most:g}", over=f"{got - most:g}", **names)


def _reach(robot: Robot) -> list[tuple[float, float]]:
    """The corners of all that a ruler would find: the body, and a gripper's fingers."""
    return [*robot.outline, *(robot.gripper.area if robot.gripper else ())]
