"""The checks in the terminal: what each earned or cost, its rule, its sentence, and where it was decided."""

from collections.abc import Iterator

from marshrut.simulator.messages import say
from marshrut.simulator.result import Result
from marshrut.simulator.result.model import Check
from marshrut.simulator.tasks.model import Penalty, Task
from rich.text import Text


def checks_told(result: Result, task: Task, lang: str) -> Iterator[Text]:
    """A line for each that earns points or was not passed; then, where any tells a place, what is there."""
    penalties = {penalty.id: penalty for penalty in task.penalties}
    breaches = {rule.id for rule in task.conduct}
    placed = False
    for check in result.checks:
        if not check.max and check.passed:
            continue
        penalty = penalties.get(check.id.partition("/")[0]) if not check.passed else None
        points = f"{check.points:3}/{check.max}" if check.max else f" {cost_told(penalty, lang)}" if penalty else "   –"
        sign = "✓" if check.passed else "✗"
        told = f"  {sign} {points:7} {check.rule:5} {check.message}"
        if check.passed or penalty is not None or check.id in breaches:
            placed = True
            told += f" · {_place(check, lang)}"
        yield Text(told, style="" if check.passed else "yellow")
    if placed:
        yield Text(f"  {say(lang, 'summary-place-of')}", style="dim")


def cost_told(penalty: Penalty, lang: str) -> str:
    """What a penalty takes, each time: seconds, points, or both."""
    costs: list[str] = []
    if penalty.points:
        costs.append(say(lang, "summary-cost-points", points=penalty.points))
    if penalty.ms:
        costs.append(say(lang, "summary-cost-time", time_s=penalty.ms / 1000))
    return ", ".join(costs) or "–"


def _place(check: Check, lang: str) -> str:
    return say(lang, "summary-place", x_mm=str(check.x_mm), y_mm=str(check.y_mm))
