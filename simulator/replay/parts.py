"""A robot's parts and what a trace tells of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..appearance import angle_of, display_pages, lamps_of, tone_of
from ..trace import Trace

Look = tuple[int, str]  # since when (µs), and the text in which the part says it (`appearance`)


@dataclass(frozen=True)
class ShownPart:
    """A part that a person sees or hears something of."""

    id: str
    chip: str
    pins: Mapping[str, int]
    figures: Mapping[str, float]
    looks: tuple[Look, ...]  # only those that can be read

    def last_not_dark(self) -> str:
        """What it showed last, where that was anything."""
        return next((text for _, text in reversed(self.looks) if text), "")

    def dark_since_us(self) -> int | None:
        """When it went dark for good; None where it shines at the end."""
        since = None
        for t_us, text in reversed(self.looks):
            if text:
                break
            since = t_us
        return since


# What a text of each kind of part is read with, given the part's figures.
_READERS: dict[str, Callable[[str, Mapping[str, float]], object]] = {
    "ssd1306": lambda text, figures: display_pages(text),
    "ws2812": lambda text, figures: lamps_of(text, int(figures["count"])),
    "sg90": lambda text, figures: angle_of(text),
    "buzzer": lambda text, figures: tone_of(text),
}


def shown_parts(trace: Trace, chips: frozenset[str], robot: int = 0) -> list[ShownPart]:
    """The parts of these kinds, in the robot file's order."""
    looks: dict[str, list[Look]] = {}
    for t_us, number, name, text in trace.displays:
        if number == robot:
            looks.setdefault(name, []).append((t_us, text))
    found: list[ShownPart] = []
    for part in trace.header["scene"]["robot"].get("parts", []):
        chip, figures = part["chip"], dict(part["figures"])
        if chip in chips:
            read = tuple(look for look in looks.get(part["id"], ()) if _readable(chip, look[1], figures))
            found.append(ShownPart(part["id"], chip, dict(part["pins"]), figures, read))
    return found


def _readable(chip: str, text: str, figures: Mapping[str, float]) -> bool:
    try:
        _READERS[chip](text, figures)
    except ValueError:
        return False
    return True
