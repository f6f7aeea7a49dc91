"""A lesson has its six phases with their minutes as headings; a teacher's page the parts that a teacher looks for."""

from collections.abc import Iterator, Sequence

from marshrut.simulator.messages import LANGUAGES, say

from ..model import PHASES, Unit
from ..pages import Page, read_page
from .findings import UnitFinding, at

TEACHER_PARTS = ("questions", "mistakes", "unplugged", "floor", "triz")


def phase_heading(unit_minutes: int, phase: str, lang: str) -> str:
    return say(lang, f"unit-phase-{phase}", minutes=unit_minutes)


def teacher_heading(part: str, lang: str) -> str:
    return say(lang, f"unit-teacher-{part}")


def headings(unit: Unit) -> Iterator[UnitFinding]:
    for lang in LANGUAGES:
        phases = [phase_heading(getattr(unit.minutes, phase), phase, lang) for phase in PHASES]
        yield from _missing(read_page(unit.page(lang, "lesson")), phases)
        parts = [teacher_heading(part, lang) for part in TEACHER_PARTS]
        yield from _missing(read_page(unit.page(lang, "teacher")), parts)


def _missing(page: Page, wanted: Sequence[str]) -> Iterator[UnitFinding]:
    """Those that are not there, and the first that comes too early."""
    there = [heading.text for heading in page.headings if heading.level == 2]
    absent = [text for text in wanted if text not in there]
    for text in absent:
        yield at(page.path, 0, "unit-heading-missing", heading=f"## {text}")
    if not absent and [text for text in there if text in wanted] != list(wanted):
        yield at(page.path, 0, "unit-heading-order", headings=", ".join(wanted))
