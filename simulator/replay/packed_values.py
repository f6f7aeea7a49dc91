"""Values of a run made small and harmless for a page."""

from collections.abc import Iterable
from typing import Any

from ..printable import printable


def differences(values: Iterable[int], step: int = 1) -> list[int]:
    """Each value in steps (rounded to the nearest), less the one before; the first as it is."""
    steps = [(value + step // 2) // step for value in values]
    return [now - before for now, before in zip(steps, [0, *steps], strict=False)]


def harmless(value: Any) -> Any:
    """A JSON value with every string in it made printable; line ends become newlines."""
    if isinstance(value, str):
        lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        # Line by line: that most lines are harmless is quickly seen.
        return "\n".join(map(printable, lines))
    if isinstance(value, dict):
        return {printable(str(key)): harmless(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [harmless(item) for item in value]
    return value
