"""Which of the checks that a run failed is told first, because it is why the others failed too."""

from marshrut.simulator.judge import CheckResult, Judgement
from marshrut.simulator.tasks.model import TIME_LIMIT_CHECK, Task


def cause_of(judgement: Judgement, task: Task) -> CheckResult | None:
    """A rule that was broken ends an attempt, so it goes first; then the time, for a robot that had already earned
    something; else the first check, in the order of the task, that was not reached. None where nothing failed."""
    failed = [check for check in judgement.checks if not check.passed]
    conduct = {rule.id for rule in task.conduct}
    if judgement.points:
        conduct.add(TIME_LIMIT_CHECK)
    return next((check for check in failed if check.id in conduct), failed[0] if failed else None)


def check_of(result: CheckResult) -> str:
    """The task's check that a result is about: that of an object is called `check/object`."""
    return result.id.partition("/")[0]
