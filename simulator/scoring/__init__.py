"""Judging with what a task's own scorer says: a Python program over the trace, in the sandbox."""

from ..judge import Judgement, judge
from ..tasks.model import Task
from ..trace import Trace
from .scorer import ScorerError, check_scorer, findings

__all__ = ["ScorerError", "check_scorer", "judge_run"]


def judge_run(task: Task, trace: Trace) -> Judgement:
    """The judgement of a finished run; the scorer is asked where a rule of the task leaves the answer to it.

    JudgeError where the trace is not of this task; ScorerError where the scorer fails.
    """
    return judge(task, trace, findings)
