"""From when on a task's times count: its referee tells most of them since the start, a trace all since power-on."""

from marshrut.simulator.tasks.model import Task


def start_ms(task: Task) -> int:
    """The first press of a button, where the task has one; else power-on. On a lap the line decides, and not this."""
    return min((press.at_ms for press in task.presses), default=0)
