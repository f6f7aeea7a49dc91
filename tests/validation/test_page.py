"""docs/validation.md and its translations tell what is found today."""

import re
from pathlib import Path

import pytest

from .page import DOCS, LANGUAGES, OTHERS, ROBOT, drives_of, drives_table, others_table, pairs_of, paper_table


def blocks(page: str) -> dict[str, str]:
    found = re.findall(r"<!-- (\w+):[^>]*-->\n(.*?)<!-- /\1 -->", page, flags=re.DOTALL)
    return dict(found)


def same(ours: str, theirs: str, last_digit: float = 0.01) -> None:
    """Equal words, and figures that are equal up to rounding."""
    number = r"[−+]?\d+(?:[.,]\d+)?"
    assert re.sub(number, "#", ours) == re.sub(number, "#", theirs)
    pairs = zip(re.findall(number, ours), re.findall(number, theirs), strict=True)
    for one, other in pairs:
        values = [float(text.replace("−", "-").replace(",", ".")) for text in (one, other)]
        assert values[0] == pytest.approx(values[1], rel=0.002, abs=1.1 * last_digit)


@pytest.mark.sample(2)
@pytest.mark.parametrize(("ending", "lang"), LANGUAGES.items())
def test_its_tables_of_formulas_are_of_today(ending: str, lang: str) -> None:
    shown = blocks((DOCS / f"validation{ending}.md").read_text(encoding="utf-8"))
    assert set(shown) == {"paper", "others", "drives"}
    same(paper_table(pairs_of(ROBOT), lang), shown["paper"])


@pytest.mark.slow
@pytest.mark.parametrize(("ending", "lang"), LANGUAGES.items())
def test_its_other_tables_are_of_today(ending: str, lang: str) -> None:
    shown = blocks((DOCS / f"validation{ending}.md").read_text(encoding="utf-8"))
    same(others_table({robot: pairs_of(robot) for robot in OTHERS}, lang), shown["others"])
    same(drives_table(drives_of(ROBOT), lang), shown["drives"], last_digit=0.1)


def test_its_pictures_are_there_and_small() -> None:
    pages = [(DOCS / f"validation{ending}.md").read_text(encoding="utf-8") for ending in LANGUAGES]
    for page in pages:
        pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", page)
        assert len(pictures) == 2
        for name in pictures:
            assert 10_000 < (DOCS / Path(name)).stat().st_size < 150_000
