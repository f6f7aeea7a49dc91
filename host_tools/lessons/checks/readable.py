"""All that a unit's checks read can be read: its texts, and its programs."""

from collections.abc import Iterator

from marshrut.simulator.problems import Problem
from marshrut.simulator.program import load_program

from ..bundle import bundle_files
from ..model import Unit, all_pages
from ..pages import read_text

TEXTS = frozenset((".md", ".svg"))


def readable(unit: Unit) -> Iterator[Problem]:
    shown = {source for source, _ in bundle_files(unit) if source.suffix in TEXTS}
    for text in sorted(shown | set(all_pages(unit.folder))):
        try:
            read_text(text)
        except Problem as problem:
            yield problem
    for program in (*unit.solutions, *map(unit.mutant_path, unit.mutants), unit.starter):
        try:
            load_program(program)
        except Problem as problem:
            yield problem
