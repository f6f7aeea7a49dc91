"""How a drawing's elements are painted: attributes, `style`, and the simple rules of its style sheets."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .tree import Element

Style = Mapping[str, str]

INHERITED = (
    "color", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "visibility", "marker-start",
    "marker-mid", "marker-end", "marker",
)  # fmt: skip
OWN = ("display", "opacity", "clip-path", "mask", "filter")
INITIAL: Style = {"color": "#000000", "fill": "#000000", "stroke": "none"}

_SIMPLE = re.compile(r"(?:\*|[A-Za-z]*)(?:[.#][\w-]+)?")
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")


class Sheet:
    """The rules of all `<style>` elements: for tags, classes and ids. `strange` is told of any other rule."""

    def __init__(self, root: Element, strange: Callable[[int], None]) -> None:
        self._rules: dict[str, dict[str, str]] = {}
        for element in _styles(root):
            # By splitting, because a search by pattern takes for ever in what is no style sheet.
            for rule in _without_comments("".join(element.text)).split("}"):
                selectors, brace, body = rule.partition("{")
                for selector in selectors.split(",") if brace else ():
                    name = selector.strip()
                    if name and _SIMPLE.fullmatch(name):
                        self._rules.setdefault(name, {}).update(_declared(body))
                    else:
                        strange(element.line)

    def style_of(self, element: Element, around: Style) -> dict[str, str]:
        """What holds for the element: what it inherits, then attributes, then rules, then its own `style`."""
        own = {key: element.attributes[key] for key in (*INHERITED, *OWN) if key in element.attributes}
        names = ["*", element.tag]
        names += [f"{tag}.{name}" for name in element.attributes.get("class", "").split() for tag in ("", element.tag)]
        if "id" in element.attributes:
            names += [f"{tag}#{element.attributes['id']}" for tag in ("", element.tag)]
        for name in names if self._rules else ():
            own.update(self._rules.get(name, {}))
        own.update(_declared(element.attributes.get("style", "")))
        style = {key: value for key, value in around.items() if key in INHERITED}
        style.update((key, value.strip()) for key, value in own.items() if value.strip() != "inherit")
        return style


def colour_of(text: str, style: Style) -> str | None:
    """`#rrggbb`, "" for no paint, None for what is no single colour: a gradient, or a name that nobody knows."""
    text = text.strip().lower()
    if text == "currentcolor":
        text = style.get("color", "#000000").strip().lower()
    if text in ("none", "transparent", ""):
        return ""
    if _HEX.fullmatch(text):
        return text if len(text) == 7 else "#" + "".join(2 * digit for digit in text[1:])
    if "url(" in text or len(text) > 60:
        return None
    from svgelements import Color

    try:
        colour: Any = Color(text)
        named = str(colour.hexrgb)
    except (ValueError, TypeError, AttributeError, ArithmeticError, LookupError):
        return None
    # What it does not know it takes for black.
    known = named != "#000000" or text == "black" or text.startswith(("rgb", "hsl", "#000"))
    return (named if colour.alpha else "") if known else None


def share_of(style: Style, key: str) -> float:
    """An opacity, 0 to 1."""
    text = style.get(key, "1")
    try:
        value = float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        return 1.0
    return min(1.0, max(0.0, value)) if value == value else 1.0


def _styles(element: Element) -> Iterator[Element]:
    if element.tag == "style":
        yield element
    for child in element.children:
        yield from _styles(child)


def _without_comments(text: str) -> str:
    first, *rest = text.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def _declared(body: str) -> dict[str, str]:
    found = {}
    for declaration in body.split(";"):
        key, colon, value = declaration.partition(":")
        if colon:
            found[key.strip()] = value.partition("!")[0].strip()
    return found
