"""A page of a lesson, read for what can be checked and shown of it: headings, programs, pictures, lists, sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from marshrut.simulator.toml_file import open_text

PYTHON = "python"
MOST_BYTES = 2_000_000  # of a page or a drawing
FRAGMENT = "fragment"  # beside `python` in a fence's info string: a piece that is no whole program


@dataclass(frozen=True)
class Heading:
    """`level` 1 is the page's title. `code` is what its code spans say, "" without any."""

    level: int
    text: str
    code: str
    line: int


@dataclass(frozen=True)
class Fence:
    """A block of code: the words after its three backticks, its text, and the line on which that begins."""

    info: tuple[str, ...]
    text: str
    line: int

    @property
    def is_python(self) -> bool:
        return PYTHON in self.info

    @property
    def is_whole(self) -> bool:
        return self.is_python and FRAGMENT not in self.info


@dataclass(frozen=True)
class Paragraph:
    """What stands in one paragraph, item or cell, as plain text."""

    text: str
    line: int


@dataclass(frozen=True)
class Page:
    path: Path
    headings: tuple[Heading, ...]
    fences: tuple[Fence, ...]
    pictures: tuple[str, ...]
    names: frozenset[str]  # what its code spans say
    paragraphs: tuple[Paragraph, ...]


def read_text(path: Path) -> str:
    """What a file of a unit says; FileProblem where it is no file, too large or no UTF-8."""
    with open_text(path, MOST_BYTES) as file:
        return file.read()


def read_page(path: Path) -> Page:
    tokens = MarkdownIt("commonmark").enable("table").parse(read_text(path))
    inner = [child for token in tokens for child in token.children or ()]
    return Page(
        path,
        tuple(_headings(tokens)),
        tuple(_fence(token) for token in tokens if token.type == "fence"),
        tuple(str(child.attrs["src"]) for child in inner if child.type == "image"),
        frozenset(child.content for child in inner if child.type == "code_inline"),
        tuple(_paragraphs(tokens)),
    )


def numbered_lists(path: Path) -> dict[str, list[str]]:
    """The items of the numbered list under each heading, by what the heading's code span says."""
    found: dict[str, list[str]] = {}
    tokens = MarkdownIt("commonmark").parse(read_text(path))
    under, listed = "", 0
    for before, token in pairwise([*tokens[:1], *tokens]):
        if token.type == "inline" and before.type == "heading_open":
            under = _code_of(token)
        listed += {"ordered_list_open": 1, "ordered_list_close": -1}.get(token.type, 0)
        if token.type == "inline" and listed and under:
            found.setdefault(under, []).append(_plain(token))
    return found


def _headings(tokens: list[Token]) -> Iterator[Heading]:
    for before, token in pairwise(tokens):
        if before.type == "heading_open":
            yield Heading(int(before.tag[1:]), _plain(token), _code_of(token), _line(before))


def _paragraphs(tokens: list[Token]) -> Iterator[Paragraph]:
    for before, token in pairwise(tokens):
        if token.type == "inline" and before.type != "heading_open":
            yield Paragraph(_plain(token), _line(token))


def _fence(token: Token) -> Fence:
    return Fence(tuple(token.info.split()), token.content, _line(token) + 1)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _code_of(inline: Token) -> str:
    return "".join(child.content for child in inline.children or () if child.type == "code_inline")


def _plain(inline: Token) -> str:
    """Its text without marks; code keeps its backticks, because it is said as it is typed."""
    parts = []
    for child in inline.children or ():
        if child.type == "code_inline":
            parts.append(f"`{child.content}`")
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "text":
            parts.append(child.content)
    return "".join(parts)
