"""Judging: what a run was worth by the rules of its task. Reads the scene and the trace, never the live world."""

from .judgement import CheckResult, Judgement, Mark, Verdict
from .judging import JudgeError, judge
from .referee import CourseError, Referee

__all__ = ["CheckResult", "CourseError", "JudgeError", "Judgement", "Mark", "Referee", "Verdict", "judge"]
