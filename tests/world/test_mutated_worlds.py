"""Spoilt world files, pictures and drawings."""

from pathlib import Path

import pytest

from ..spoilt import came_of

LOADER = Path(__file__).parent / "load_mutated.py"


def test_a_few_every_day(tmp_path: Path) -> None:
    came_of(LOADER, tmp_path, 0, 12)


@pytest.mark.slow
def test_five_hundred(tmp_path: Path) -> None:
    came_of(LOADER, tmp_path, 0, 500)
