"""What is told of an import: what the folder holds, and what could not be carried over, by its line in the XML."""

from collections.abc import Iterator

from marshrut.simulator.messages import say

from .folder import Import

MOST_TOLD = 20  # on a terminal; report.txt has all

_COUNTED = (
    ("trik-count-painted", ("[[polyline]]", "[[polygon]]", "[[disc]]", "[[arc]]")),
    ("trik-count-walls", ("[[wall]]",)),
    ("trik-count-objects", ("[[pin]]", "[[ball]]", "[[box]]")),
    ("trik-count-zones", ("[[zone]]",)),
    ("trik-count-pictures", ("[[image]]", "[[drawing]]")),
)


def told(done: Import, lang: str) -> Iterator[str]:
    """All lines of the report."""
    yield say(lang, "trik-report-title", title=done.title)
    counts = []
    for message, heads in _COUNTED:
        count = sum(placed.thing.head in heads for placed in done.layout.placed)
        if count:
            counts.append(say(lang, message, count=count))
    size = {"width": f"{done.layout.width_mm:.0f}", "height": f"{done.layout.height_mm:.0f}"}
    yield say(lang, "trik-report-mat", counts=", ".join(counts) or say(lang, "trik-count-nothing"), **size)
    seconds = f"{done.rules.time_limit_ms / 1000:g}"
    if done.has_rules:
        yield say(lang, "trik-report-rules", count=len(done.rules.tables), seconds=seconds)
    else:
        yield say(lang, "trik-report-no-rules", seconds=seconds)
    yield ""
    if not done.notes:
        yield say(lang, "trik-report-whole")
        return
    yield say(lang, "trik-report-notes", count=len(done.notes))
    for note in done.notes:
        yield f"- {note.told(lang)}"


def short(lines: list[str], lang: str, file: str) -> list[str]:
    """As much of a report as a terminal shows."""
    notes = [line for line in lines if line.startswith("- ")]
    if len(notes) <= MOST_TOLD:
        return lines
    shown = [line for line in lines if line not in notes] + notes[:MOST_TOLD]
    return [*shown, say(lang, "trik-report-more", count=len(notes) - MOST_TOLD, file=file)]
