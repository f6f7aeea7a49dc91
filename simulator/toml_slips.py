"""What a line that is no TOML probably has wrong: a decimal comma, a key given twice, a Cyrillic letter in a key, what
a word processor or another language has put there."""

import re

from .messages import Param
from .near_names import latin_twin

_TWICE = re.compile(r"overwrite|twice")  # as the standard library's reader tells it
_KEY = re.compile(r"\s*([^\s=,{}\[\]\"'#]+)\s*=")
_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]{},=#]+?)\s*\]\]?")
_COMMA = re.compile(r"[^\"'#]*=\s*([+-]?\d+,\d+)\s*(?:[},#]|$)")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")
# What stands in a line beside its texts, and is no TOML; the group is what the message shows.
_SLIPS = (
    ("quotes", re.compile(r"([“”„«»‘’])")),
    ("sign", re.compile(r"([\u2010-\u2015\u2212])\s*\d")),
    ("space", re.compile(r"([\u00a0\u2000-\u200b\u202f\u3000\ufeff])")),
    ("comment", re.compile(r"(//)")),
    ("colon", re.compile(r"^([A-Za-z_-]+)\s*:")),
    ("unit", re.compile(r"=\s*([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\s*(?:[^\W\d_]+|[°%]))")),
)
_MOST = 500  # letters of a line are looked at: what is longer was not typed


def slip_in(lines: list[str], number: int, detail: str) -> tuple[str, int, dict[str, Param]]:
    """The message, the line's number and the message's parameters; `number` and `detail` are the reader's."""
    whole = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    shown = whole[:_MOST]
    braces = re.search(r"Duplicate inline table key '(.+)'", detail)
    if braces:
        return "toml-syntax-twice", number, {"key": braces[1], "first": 0}
    if _TWICE.search(detail):
        at = next((at for at in range(number, 0, -1) if _name_of(lines[at - 1])), 0)  # where the statement begins
        if at:
            return "toml-syntax-twice", at, {"key": _name_of(lines[at - 1]), "first": _earlier(lines, at)}
    comma = _COMMA.match(shown)
    if comma:
        return "toml-syntax-comma", number, {"got": comma[1], "number": comma[1].replace(",", ".")}
    bare = _TEXT.sub('""', shown)
    for slip, form in _SLIPS:
        found = form.search(bare.partition("#")[0])
        if found:
            return "toml-syntax-slip", number, {"slip": slip, "got": found[1]}
    if "\\" in shown and "\\" not in bare:
        return "toml-syntax-slip", number, {"slip": "backslash", "got": ""}
    for key in _keys_in(shown):
        letter = _CYRILLIC.search(key)
        if letter:
            near = latin_twin(key)
            params: dict[str, Param] = {"key": key, "letter": letter[0], "alike": int(near != ""), "near": near}
            return "toml-syntax-letters", number, params
    return "toml-syntax", number, {"shown": whole}


def _name_of(line: str) -> str:
    """The key that the line begins with, or its header with the brackets; "" of other lines."""
    found = _KEY.match(line, 0, _MOST)
    if found:
        return found[1]
    header = _HEADER.match(line, 0, _MOST)
    return header[0].strip() if header else ""


def _earlier(lines: list[str], number: int) -> int:
    """The line above that has the same name: a key in the same table, a header anywhere; 0 where none has."""
    name = _name_of(lines[number - 1])
    for at in range(number - 1, 0, -1):
        if _name_of(lines[at - 1]) == name:
            return at
        if not name.startswith("[") and _HEADER.match(lines[at - 1], 0, _MOST):
            return 0
    return 0


def _keys_in(line: str) -> list[str]:
    """Keys and the names in a header, without those in quotes."""
    bare = _TEXT.sub('""', line)
    header = _HEADER.match(bare)
    return [header[1]] if header else [found[1] for found in re.finditer(_KEY.pattern, bare)]
