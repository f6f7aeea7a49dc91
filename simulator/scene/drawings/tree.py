"""An SVG file as a tree of its elements, each with its line. No entities, and no more of anything than a mat needs."""

import xml.parsers.expat
from dataclasses import dataclass, field

from ..beside import BesideFault

MOST_ELEMENTS = 20_000
MOST_DEEP = 60  # elements within one another

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"


@dataclass(slots=True)
class Element:
    """`tag` has no namespace; elements of other namespaces are left out with all that is in them."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list["Element"] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def tree_of(data: bytes) -> Element:
    """The root, an `svg` element; BesideFault where there is none."""
    grower = _Grower()
    try:
        grower.parser.Parse(data, True)
    except xml.parsers.expat.ExpatError as error:
        raise BesideFault("drawing-xml", line=error.lineno) from None
    except (ValueError, LookupError):  # an encoding that nobody knows
        raise BesideFault("drawing-xml", line=1) from None
    if grower.root is None or grower.root.tag != "svg":
        raise BesideFault("drawing-not-svg")
    return grower.root


class _Grower:
    def __init__(self) -> None:
        self.root: Element | None = None
        self.parser = xml.parsers.expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._say
        self.parser.EntityDeclHandler = self._refuse_entities
        self._open: list[Element | None] = []  # None: of another namespace
        self._count = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS or len(self._open) > MOST_DEEP:
            raise BesideFault("drawing-large", most=MOST_ELEMENTS)
        space, _, tag = name.rpartition("}")
        parent = self._open[-1] if self._open else None
        if space not in ("", _SVG) or (self._open and parent is None):
            self._open.append(None)
            return
        own = {key.removeprefix(f"{_XLINK}}}"): value for key, value in attributes.items()}
        element = Element(tag, own, self.parser.CurrentLineNumber)
        if parent is not None:
            parent.children.append(element)
        elif self.root is None:
            self.root = element
        self._open.append(element)

    def _end(self, name: str) -> None:
        self._open.pop()

    def _say(self, text: str) -> None:
        if self._open and self._open[-1] is not None:
            self._open[-1].text.append(text)

    def _refuse_entities(self, *declared: object) -> None:
        raise BesideFault("drawing-entities", line=self.parser.CurrentLineNumber)
