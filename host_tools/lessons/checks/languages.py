"""The three languages of a page have the same headings, programs, pictures and names; and none of these, nor of the
texts in the unit's and its task's file, is a copy of another."""

import re
from collections.abc import Iterator

from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.problems import Problem
from marshrut.simulator.toml_file import TomlFile

from ...own_languages import CODE, CYRILLIC, KAZAKH, is_long, language_faults
from ..model import PAGES, Unit
from ..pages import Page, read_page
from .findings import UnitFinding, at

SOURCE = "ru"
_COMMENT = re.compile(r"\s*#.*")


def languages(unit: Unit) -> Iterator[Problem]:
    for file in (unit.folder / "unit.toml", unit.judged_by.folder / "task.toml"):
        yield from language_faults(TomlFile(file))
    for name in PAGES:
        pages = {lang: read_page(unit.page(lang, name)) for lang in LANGUAGES}
        source = pages[SOURCE]
        for lang in LANGUAGES:
            if lang != SOURCE:
                yield from _differences(source, pages[lang])
            yield from _foreign(pages[lang], lang)
        for lang, other in (("kk", "ru"), ("en", "ru"), ("kk", "en")):
            yield from _copied(pages[lang], pages[other])


def bare_code(text: str) -> list[str]:
    """A program's lines without comments, which are in the page's language."""
    return [line for line in (_COMMENT.sub("", line).rstrip() for line in text.splitlines()) if line]


def _differences(source: Page, page: Page) -> Iterator[UnitFinding]:
    levels, own = [[heading.level for heading in each.headings] for each in (source, page)]
    if levels != own:
        yield at(page.path, 0, "unit-page-headings", wanted=len(levels), got=len(own), source=source.path.parent.name)
    if len(source.fences) != len(page.fences):
        wanted, got = len(source.fences), len(page.fences)
        yield at(page.path, 0, "unit-page-blocks", wanted=wanted, got=got, source=source.path.parent.name)
    for first, second in zip(source.fences, page.fences, strict=False):
        if (first.info, bare_code(first.text)) != (second.info, bare_code(second.text)):
            yield at(page.path, second.line, "unit-page-code", line=first.line, source=source.path.parent.name)
    if source.pictures != page.pictures:
        yield at(page.path, 0, "unit-page-pictures", wanted=", ".join(source.pictures), got=", ".join(page.pictures))
    odd = sorted(source.names ^ page.names)
    if odd:
        yield at(page.path, 0, "unit-page-names", names=", ".join(odd), source=source.path.parent.name)


def _copied(page: Page, other: Page) -> Iterator[UnitFinding]:
    theirs = {paragraph.text for paragraph in other.paragraphs}
    for paragraph in page.paragraphs:
        if is_long(paragraph.text) and paragraph.text in theirs:
            yield at(page.path, paragraph.line, "unit-page-copied", source=other.path.parent.name)


def _foreign(page: Page, lang: str) -> Iterator[UnitFinding]:
    """A page without a letter of its own language, or with those of another."""
    text = CODE.sub("", " ".join(paragraph.text for paragraph in page.paragraphs))
    if lang == "kk" and not KAZAKH.search(text):
        yield at(page.path, 0, "unit-page-language", lang=lang)
    if (lang == "ru" and (KAZAKH.search(text) or not CYRILLIC.search(text))) or (
        lang == "en" and CYRILLIC.search(text)
    ):
        yield at(page.path, 0, "unit-page-language", lang=lang)
