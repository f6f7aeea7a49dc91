"""Writes TOML that a person can read and edit: a table a paragraph, short lists in one line, long ones in several."""

import json
from collections.abc import Mapping, Sequence

Value = str | bool | int | float | Sequence["Value"] | Mapping[str, "Value"]

MOST_WIDE = 100  # signs; a longer list takes a line for each item
DECIMALS = 3


def table(head: str, items: Mapping[str, Value], comment: str = "") -> str:
    """A table under `[head]` or `[[head]]`, as given; without a head, the keys alone. Ends with an empty line."""
    lines = [f"# {line}".rstrip() for line in comment.splitlines()]
    lines += [head] if head else []
    lines += [f"{key} = {value_text(value)}" for key, value in items.items()]
    return "\n".join(lines) + "\n\n"


def value_text(value: Value) -> str:
    """The value as TOML; a list that is long goes over several lines."""
    text = inline(value)
    if len(text) <= MOST_WIDE or isinstance(value, (str, Mapping)) or not isinstance(value, Sequence):
        return text
    return "[\n" + "".join(f"  {row},\n" for row in _rows([inline(item) for item in value])) + "]"


def inline(value: Value) -> str:
    """The value as TOML in one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key} = {inline(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    return "[" + ", ".join(inline(item) for item in value) + "]"


def number(value: float) -> str:
    """To a thousandth, without zeros at its end: the same digits on every machine."""
    if isinstance(value, int):
        return str(value)
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def quoted(text: str) -> str:
    """Text in quotes. What no TOML file may hold, half a character, becomes a question mark."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("�", "?")
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def _rows(items: list[str]) -> list[str]:
    """Tables a line each; numbers and points as many in a line as there is room for."""
    rows: list[str] = []
    for item in items:
        if rows and not item.startswith("{") and len(rows[-1]) + len(item) + 2 <= MOST_WIDE:
            rows[-1] += f", {item}"
        else:
            rows.append(item)
    return rows
