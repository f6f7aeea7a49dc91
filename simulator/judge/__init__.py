"""Judging: what a run was worth by the rules of its task. Reads the scene and the trace, never the live world."""

from .bout import BoutReferee
from .findings import Finding, FindingError
from .judgement import CheckResult, Judgement, Mark, Verdict
from .judging import JudgeError, judge, watcher_of
from .lap import CourseError
from .onlooker import QUIET_ENDS, Onlooker
from .referee import Referee

__all__ = [
    "QUIET_ENDS", "BoutReferee", "CheckResult", "CourseError", "Finding", "FindingError", "JudgeError", "Judgement",
    "Mark", "Onlooker", "Referee", "Verdict", "judge", "watcher_of",
]  # fmt: skip
