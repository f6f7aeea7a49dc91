"""What the judge marked in a run: a moment and a place, with the rule that says why it matters."""

from collections.abc import Mapping, Sequence
from typing import Any

# kind ("start", "finish", "lost", "regained", "quarter", …), t_ms, x_mm, y_mm, rule, message; optionally message_id and
# params, which let a replay say the message in the other languages too.
Mark = Mapping[str, Any]


def of_kind(marks: Sequence[Mark], kind: str) -> list[Mark]:
    """The marks of one kind, in the order of time."""
    return sorted((mark for mark in marks if mark["kind"] == kind), key=lambda mark: mark["t_ms"])
