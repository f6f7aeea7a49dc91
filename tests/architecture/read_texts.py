"""The texts that people read, by language: messages, statements, pages, and the words in the curriculum's data."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from marshrut.simulator.glossary import load_glossary
from marshrut.simulator.messages import LANGUAGES

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
CURRICULUM = ROOT / "curriculum"
# Pages of several languages: what the first heading of each language's own part is. Without, the languages are mixed.
PARTS = {
    DOCS / "faults.md": {"en": "## English", "ru": "## Русский", "kk": "## Қазақша"},
    DOCS / "seed-table.md": {"en": "## English", "ru": "## Русский", "kk": "## Қазақша"},
    DOCS / "reference" / "board-names.md": {},
    DOCS / "reference" / "imported-rules.md": {
        "en": "# Imported rules",
        "ru": "# Правила перенесённых полей",
        "kk": "# Көшірілген алаңдардың ережелері",
    },
    DOCS / "reference" / "rover.md": {},
}
# A word with one of these is in no other language's text, so that mixed pages can be searched for it.
OWN_LETTERS = {"ru": set(), "kk": set("әғқңөұүһі"), "en": set("abcdefghijklmnopqrstuvwxyz")}


def pages(lang: str) -> list[Path]:
    """The files that are wholly in that language."""
    found = [*CURRICULUM.rglob("*.ftl"), *CURRICULUM.rglob("*.md"), *DOCS.rglob("*.md")]
    found += [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    return sorted(path for path in found if path not in PARTS and _language(path) == lang)


def texts(lang: str) -> Iterator[tuple[str, str]]:
    """Each text in that language, with where it stands."""
    for path in pages(lang):
        yield _name(path), path.read_text(encoding="utf-8")
    for path in PARTS:
        part = _part(path, lang)
        if part:
            yield f"{_name(path)}, {lang}", part
    for path in sorted(CURRICULUM.rglob("*.toml")):
        if path.name == "glossary.toml":
            continue
        words = "\n".join(_words(tomllib.loads(path.read_text(encoding="utf-8")), lang))
        if words:
            yield f"{_name(path)}, {lang}", words
    for term in load_glossary():
        yield f"glossary.toml, {term.id}, {lang}", f"{term.of(lang).term}: {term.of(lang).means}"


def mixed_texts() -> Iterator[tuple[str, str]]:
    """The pages that have several languages, whole."""
    for path in PARTS:
        if path.is_file():
            yield _name(path), path.read_text(encoding="utf-8")


def _part(path: Path, lang: str) -> str:
    """What that page has in that language alone."""
    heads = PARTS[path]
    if not heads or not path.is_file():
        return ""
    others = "|".join(re.escape(head) for head in heads.values())
    found = re.search(rf"^{re.escape(heads[lang])}$(.*?)(?=^(?:{others})$|\Z)", path.read_text("utf-8"), re.M | re.S)
    assert found, f"{_name(path)} has no part `{heads[lang]}`"
    return found[1]


def _words(node: Any, lang: str) -> Iterator[str]:
    """What stands under the key of that language, however deep."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == lang and isinstance(value, str):
                yield value
            else:
                yield from _words(value, lang)
    elif isinstance(node, list):
        for item in node:
            yield from _words(item, lang)


def _language(path: Path) -> str:
    """`kk.md`, `page.kk.md` and `kk/page.md` are Kazakh; what names no language is English."""
    marks = {path.stem, path.stem.rpartition(".")[2], *path.relative_to(ROOT).parts[:-1]}
    return next((lang for lang in LANGUAGES if lang in marks), "en")


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))
