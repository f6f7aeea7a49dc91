"""Programs that a page shows are programs: all compile, and those that are whole run without an error."""

from collections.abc import Iterator

from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.syntax_gate import syntax_fault

from ..model import PAGES, Unit
from ..pages import Fence, Page, read_page
from ..trial import Trial, look_at_all
from .findings import UnitFinding, at

SOURCE = "ru"  # the others have the same programs, which another check holds


def code_blocks(unit: Unit) -> Iterator[UnitFinding]:
    for lang in LANGUAGES:
        for name in PAGES:
            page = read_page(unit.page(lang, name))
            for fence in page.fences:
                fault = syntax_fault("main.py", fence.text) if fence.is_python else None
                if fault is not None:
                    yield at(page.path, fence.line + max(fault.line - 1, 0), "unit-code-syntax", what=fault.message)


def code_runs(unit: Unit, seed: int) -> Iterator[UnitFinding]:
    shown: list[tuple[Page, Fence]] = []
    for name in PAGES:
        page = read_page(unit.page(SOURCE, name))
        shown += [(page, fence) for fence in page.fences if fence.is_whole]
    trials = [Trial(fence.text, unit.judged_by, unit.public_variants[0], seed) for _, fence in shown]
    for (page, fence), seen in zip(shown, look_at_all(trials), strict=True):
        if seen.fault:
            yield at(page.path, fence.line, "unit-code-fails", what=seen.fault)
