"""A robot's parts and what a trace tells of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..trace import Trace

Look = tuple[int, str]  # since when (µs), and the text in which the part says it (`appearance`)


@dataclass(frozen=True)
class ShownPart:
    """A part that a person sees or hears something of."""

    id: str
    chip: str
    pins: Mapping[str, int]
    figures: Mapping[str, float]
    looks: tuple[Look, ...]

    def last_not_dark(self) -> str:
        """What it showed last, where that was anything."""
        return next((text for _, text in reversed(self.looks) if text), "")


def shown_parts(trace: Trace, chips: frozenset[str], robot: int = 0) -> list[ShownPart]:
    """The parts of these kinds, in the robot file's order."""
    looks: dict[str, list[Look]] = {}
    for t_us, number, name, text in trace.displays:
        if number == robot:
            looks.setdefault(name, []).append((t_us, text))
    parts: list[dict[str, Any]] = trace.header["scene"]["robot"].get("parts", [])
    return [
        ShownPart(
            part["id"], part["chip"], dict(part["pins"]), dict(part["figures"]), tuple(looks.get(part["id"], ()))
        )
        for part in parts
        if part["chip"] in chips
    ]  # fmt: skip
