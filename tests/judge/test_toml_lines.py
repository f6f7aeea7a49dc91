"""On which line does each key of a TOML text stand?"""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from marshrut.simulator.toml_lines import KeyPath, key_lines, line_of

TEXT = '''# a comment with [brackets]
id = "x"
numbers = [
  1,  # one ]
  2, [3,
  4],
]
text = """
a = 3
\\""" still the text """""
plain = \'\'\'
[not.a.table]\'\'\'
"quoted key" = {x = 1, "y z" = [1, 2]}  # } ]
[a.b]
c.d = "a # b"
when = 2026-01-01T00:00:00Z
[[v]]
n = 1
[[v]]
n = 2
[v.inner]
k = 'w'
[[v.more]]
z = 0
'''

PLACES: list[tuple[KeyPath, int]] = [
    (("id",), 2),
    (("numbers",), 3),
    (("numbers", 1), 5),
    (("numbers", 2), 5),
    (("numbers", 2, 1), 6),
    (("text",), 8),
    (("plain",), 11),
    (("quoted key", "y z", 1), 13),
    (("a", "b"), 14),
    (("a", "b", "c", "d"), 15),
    (("a", "b", "when"), 16),
    (("v", 0, "n"), 18),
    (("v", 1), 19),
    (("v", 1, "n"), 20),
    (("v", 1, "inner", "k"), 22),
    (("v", 1, "more", 0, "z"), 24),
]


@pytest.mark.parametrize(("path", "line"), PLACES)
def test_line_of_a_key(path: KeyPath, line: int) -> None:
    assert key_lines(TEXT)[path] == line


def test_windows_line_ends_count_once() -> None:
    assert key_lines(TEXT.replace("\n", "\r\n")) == key_lines(TEXT)


def test_a_missing_key_is_placed_at_its_table() -> None:
    lines = key_lines(TEXT)
    assert line_of(lines, ("v", 1, "inner", "missing")) == 21
    assert line_of(lines, ("missing",)) == 1


def paths_of(value: Any, path: KeyPath = ()) -> list[KeyPath]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [deeper for key, inner in items for deeper in [(*path, key), *paths_of(inner, (*path, key))]]


FILES = sorted((Path(__file__).parent.parent.parent / "curriculum").rglob("*.toml"))


@pytest.mark.sample(4)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_key_of_our_own_files_has_a_line_that_shows_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = key_lines(text)
    for key_path in paths_of(tomllib.loads(text)):
        shown = text.splitlines()[lines[key_path] - 1]
        if isinstance(key_path[-1], str):
            assert key_path[-1] in shown


def test_the_paths_are_those_of_the_data() -> None:
    assert set(paths_of(tomllib.loads(TEXT))) == set(key_lines(TEXT))
