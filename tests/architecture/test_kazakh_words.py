"""Kazakh texts call a thing by one name, and by a Kazakh one where there is one."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
KAZAKH = [
    *sorted((ROOT / "curriculum" / "messages" / "kk").glob("*.ftl")),
    *sorted((ROOT / "curriculum").rglob("text/kk.md")),
    *sorted((ROOT / "docs").rglob("*.kk.md")),
    *sorted((ROOT / "docs").rglob("kk/*.md")),
]
MIXED = [ROOT / "docs" / name for name in ("seed-table.md", "reference/imported-rules.md", "reference/rover.md")]
# How it is not called, and how it is.
WORDS = {
    "бағдарлама": "программа",
    "папка": "қалта",
    "сущност": "мән-атау (entity)",
    "кегль": "кегли",
    "қозғалтқыш": "мотор; of MuJoCo: физикалық есептеу кітапханасы",
}


# In a page of several languages another one may well use a word without them.
LETTERS = set("әғқңөұүһі")


@pytest.mark.parametrize("path", [*KAZAKH, *MIXED], ids=lambda path: str(path.relative_to(ROOT)))
def test_a_thing_has_one_name(path: Path) -> None:
    text = path.read_text(encoding="utf-8").lower()
    wrong = [word for word in WORDS if word in text and (path in KAZAKH or set(word) & LETTERS)]
    assert [f"{word}: {WORDS[word]}" for word in wrong] == []
