"""Tasks: official-style competition tasks as data."""

from .catalogue import find_task, find_variant, task_ids
from .loading import TaskError, UnknownName, load_task
from .model import Check, Conduct, Rule, Task, Variant, Words

__all__ = [
    "Check", "Conduct", "Rule", "Task", "TaskError", "UnknownName", "Variant", "Words",
    "find_task", "find_variant", "load_task", "task_ids",
]  # fmt: skip
