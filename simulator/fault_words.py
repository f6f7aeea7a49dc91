"""Faults in words: what the terminal, the picture and the replay say is broken."""

from .messages import has, say
from .scene import fault_of
from .scene.model import RobotFault

MOMENTS = frozenset(("brown-out", "ctrl-c"))  # that are over at once


def fault_words(lang: str, text: str, sign: str = "`") -> str:
    """What is broken, and from when on; `text` is that of a result document and of the trace's events.

    `sign` stands around a device's name.
    """
    fault = fault_of(text)
    what = what_is_broken(lang, fault, sign)
    if fault.kind in MOMENTS:
        return say(lang, "fault-at", what=what, time_s=fault.at_ms / 1000)
    return say(lang, "fault-from", what=what, time_s=fault.at_ms / 1000) if fault.at_ms else what


def what_is_broken(lang: str, fault: RobotFault, sign: str = "`") -> str:
    """Without the moment, for where it stands beside it."""
    kind = fault.kind if fault.kind != "stuck" else "stuck-closed" if fault.value else "stuck-open"
    part = f"fault-part-{fault.device}"
    device = say(lang, part) if has(lang, part) else f"{sign}{fault.device}{sign}"
    return say(lang, f"fault-{kind}", device=device, value=fault.value)
