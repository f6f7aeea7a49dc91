"""Colours that a picture and a replay share: what a floor looks like, and what a speed looks like."""

from collections.abc import Mapping
from typing import Any

from ..scene.colours import colour_of

# Slow to fast. Lightness only rises, so the order survives a grey printer and colour blindness; all of them stand out
# from a white mat, and with a white rim from a black line.
SPEED_STOPS = ("#2b1b8f", "#8a1fa0", "#cf3f6f", "#f08a3c")

# A real white mat reflects this much; it is shown as white, or the whole picture looks dirty.
WHITE = 0.88

# Robots by number, and the paths of all but the judged one: far from all colours of speed.
ROBOTS = ("#2f6fd6", "#c99700", "#0aa3c2", "#1f8a3b")

WALL = "#7a5c3e"  # plywood, seen from above
DARK_INK = "#1d2330"
_HALF_LIGHT = 0.19  # as far from white as from that ink
GLARE = "#ffc400"  # sun or a lamp on the floor, as a tint over what lies there
GLARE_ALPHA = 0.35


def floor_colour(floor: Mapping[str, Any]) -> str:
    """How the mat or something painted on it looks, as #rrggbb."""
    return colour_of(floor["rgb"]) if floor.get("rgb") else floor_grey(floor["reflectance"])


def floor_grey(reflectance: float) -> str:
    """How a floor of that reflectance looks, as #rrggbb."""
    level = round(255 * min(1.0, max(0.0, reflectance / WHITE)) ** 0.6)
    return f"#{level:02x}{level:02x}{level:02x}"


def blended(under: str, over: str, alpha: float) -> str:
    channels = ((int(under[i : i + 2], 16), int(over[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * alpha):02x}" for a, b in channels)


def ink_on(colour: str) -> str:
    """Dark or white, whichever is better to read on that colour: of two contrasts by WCAG's rule the larger."""
    linear = [(int(colour[i : i + 2], 16) / 255) ** 2.2 for i in (1, 3, 5)]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return DARK_INK if light > _HALF_LIGHT else "#ffffff"


def round_up(value: float) -> int:
    """The end of a scale that reads well and holds the value; at least 10, and 0 where there is nothing to hold."""
    if not value:
        return 0
    power = 10
    while True:
        for lead in (1, 1.2, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9):
            if lead * power >= value:
                return round(lead * power)
        power *= 10
