"""XML as a tree of nodes that know their line. Nothing is fetched, no entity is defined, and there are limits.

Prefixes stay part of their names, bound or not: some saves use one that they nowhere declare.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from .problem import FieldProblem

MOST_NODES = 50_000
MOST_DEEP = 200


@dataclass(slots=True)
class Node:
    """An element; `text` is what stands directly in it."""

    tag: str
    line: int
    attributes: dict[str, str]
    children: list["Node"] = field(default_factory=list)
    text: str = ""

    def child(self, tag: str) -> "Node | None":
        return next((node for node in self.children if node.tag == tag), None)

    def every(self, tag: str) -> Iterator["Node"]:
        """All of that name in it, however deep, in the file's order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if node.tag == tag:
                yield node
            waiting += reversed(node.children)


class _Deep(Exception):
    """More than the limits allow; its argument is the message's word for it."""


class _Entities(Exception):
    pass


def parse(data: bytes, where: str, line: int = 0) -> Node:
    """The root. FieldProblem names `where` and the line; `line` stands for all lines of a text that is no file."""
    parser = expat.ParserCreate()
    builder = _Builder(parser, line)
    try:
        parser.Parse(data, True)
    except _Deep as deep:
        what = str(deep)
        most = MOST_NODES if what == "nodes" else MOST_DEEP
        raise FieldProblem("field-large", f"{where}:{builder.line()}", what=what, most=most) from None
    except _Entities:
        raise FieldProblem("field-entities", f"{where}:{builder.line()}") from None
    except (expat.ExpatError, LookupError, ValueError):
        # An error of the parser knows its place; that of an encoding nobody knows belongs to the first line.
        raise FieldProblem("field-xml", f"{where}:{line or max(1, parser.ErrorLineNumber)}") from None
    assert builder.root is not None
    return builder.root


def written(nodes: list[Node]) -> str:
    """Nodes as XML again, for the text that templates work on."""
    return "".join(_written(node) for node in nodes)


def _written(node: Node) -> str:
    attributes = "".join(f' {name}="{_escaped(value)}"' for name, value in node.attributes.items())
    return f"<{node.tag}{attributes}>{_escaped(node.text.strip())}{written(node.children)}</{node.tag}>"


def _escaped(text: str) -> str:
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "&#10;")):
        text = text.replace(sign, name)
    return text


class _Builder:
    def __init__(self, parser: expat.XMLParserType, line: int) -> None:
        self.root: Node | None = None
        self._parser = parser
        self._line = line
        self._open: list[Node] = []
        self._texts: list[list[str]] = []
        self._count = 0
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity
        parser.StartDoctypeDeclHandler = self._doctype

    def line(self) -> int:
        return self._line or self._parser.CurrentLineNumber

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_NODES:
            raise _Deep("nodes")
        if len(self._open) >= MOST_DEEP:
            raise _Deep("deep")
        node = Node(tag, self.line(), attributes)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)
        self._texts.append([])

    def _end(self, tag: str) -> None:
        self._open.pop().text = "".join(self._texts.pop())

    def _characters(self, text: str) -> None:
        self._texts[-1].append(text)

    def _entity(self, *arguments: object) -> None:
        raise _Entities

    def _doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:
        if internal:
            raise _Entities
