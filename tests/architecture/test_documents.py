"""The pages that people read: their links lead somewhere, and a translation gives what the original gives."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
# The English page first, then its translations.
FRONT_PAGES = [ROOT / "README.md", DOCS / "README.ru.md", DOCS / "README.kk.md"]
INTERPRETERS = [DOCS / "reference" / f"interpreters{lang}.md" for lang in ("", ".ru", ".kk")]
UNITS = [DOCS / "reference" / f"units{lang}.md" for lang in ("", ".ru", ".kk")]
TASK_FILES = [DOCS / "reference" / f"task-files{lang}.md" for lang in ("", ".ru", ".kk")]

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:")


def split_code(text: str) -> tuple[list[str], list[str]]:
    """The lines of a page outside its code blocks, and those inside: fenced, or indented after an empty line."""
    prose: list[str] = []
    code: list[str] = []
    fenced = indented = False
    after_empty = True
    for line in text.splitlines():
        if not indented and line.lstrip().startswith("```"):
            fenced = not fenced
            continue
        indented = not fenced and line.startswith("    ") and (indented or after_empty)
        (code if fenced or indented else prose).append(line)
        after_empty = not line.strip()
    return prose, code


def commands(page: Path) -> list[str]:
    """What a reader may type, in order. Comments are in the page's language and do not count."""
    _, code = split_code(page.read_text(encoding="utf-8"))
    bare = [re.sub(r"(^|\s+)#\s.*", "", line).strip() for line in code]
    return [line for line in bare if line]


def links(page: Path) -> list[str]:
    """The targets of a page's links and pictures, those outside the checkout left out."""
    prose, _ = split_code(page.read_text(encoding="utf-8"))
    return [target for target in LINK.findall("\n".join(prose)) if not ELSEWHERE.match(target)]


def anchors(page: Path) -> set[str]:
    """The names under which a page's headings can be linked to: lower case, no punctuation, hyphens for spaces."""
    prose, _ = split_code(page.read_text(encoding="utf-8"))
    heads = [line.lstrip("#").strip().lower() for line in prose if re.match(r"#{1,6} ", line)]
    return {re.sub(r"[^\w\- ]", "", head).replace(" ", "-") for head in heads}


def fault(page: Path, target: str) -> str:
    """What is wrong with a relative link; nothing when it leads to a file of the checkout, and to a heading in it."""
    path, _, anchor = target.partition("#")
    goal = (page.parent / path).resolve() if path else page
    if not goal.is_relative_to(ROOT.resolve()):
        return "leaves the checkout"
    if not goal.exists():
        return "no such file"
    if anchor and goal.suffix == ".md" and anchor not in anchors(goal):
        return "no such heading"
    return ""


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_relative_links_lead_to_files_of_the_checkout(page: Path) -> None:
    faults = {target: fault(page, target) for target in links(page)}
    assert {target: what for target, what in faults.items() if what} == {}


def test_a_dead_link_is_noticed(tmp_path: Path) -> None:
    page = DOCS / "seed-table.md"
    assert fault(page, "no-such-page.md") == "no such file"
    assert fault(page, "../../outside.md") == "leaves the checkout"
    assert fault(page, "seed-table.md#no-such-heading") == "no such heading"
    assert fault(page, "seed-table.md#english") == fault(page, "#қазақша") == ""
    own = tmp_path / "page.md"
    own.write_text("[a](one.md)\n![b](two.png) [c](https://x.org)\n\n    [d](code.md)\n\n```\n[e](f.md)\n```\n")
    assert links(own) == ["one.md", "two.png"]


def test_the_front_pages_give_the_same_commands() -> None:
    first, *others = FRONT_PAGES
    assert {"make demo", "make test"} <= set(commands(first))
    for page in others:
        assert commands(page) == commands(first), name(page)


def test_the_interpreters_pages_list_the_same_probes() -> None:
    listed = [re.findall(r"^\| `(\w+)` \|", page.read_text(encoding="utf-8"), re.M) for page in INTERPRETERS]
    assert listed[0]
    assert listed[1] == listed[0]
    assert listed[2] == listed[0]


@pytest.mark.parametrize(
    "pages", [FRONT_PAGES, INTERPRETERS, TASK_FILES, UNITS], ids=["front", "interpreters", "task", "units"]
)
def test_every_language_of_a_page_links_to_the_others(pages: list[Path]) -> None:
    for page in pages:
        goals = {(page.parent / target).resolve() for target in links(page)}
        assert {other.resolve() for other in pages if other != page} <= goals, name(page)
