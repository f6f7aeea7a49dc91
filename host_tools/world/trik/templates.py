"""Templates of a save's rules: `<use template="…">` with `<with …>` becomes the template's text with its parameters.

The text is put together and read anew, as there; a line of it is said to be the line that uses the template.
"""

from collections.abc import Iterable

from .amounts import shown
from .built_in import BUILT_IN
from .notes import Notes
from .problem import FieldProblem
from .template import MOST_SIGNS, Template, template_of
from .xml_reading import MOST_DEEP, Node, parse, written

MOST_USES = 1000
MOST_NESTED = 20

OWN, SYSTEM = "u:", "ts:"


class Templates:
    """All templates of a save, by their names."""

    def __init__(self, roots: Iterable[Node], notes: Notes) -> None:
        self._notes = notes
        self._known: dict[str, Template] = dict(BUILT_IN)
        self._uses = 0
        self._signs = 0
        for root in roots:
            for node in root.every("template"):
                self._known.setdefault(node.attributes.get("name", "").removeprefix(OWN), template_of(node))

    def expanded(self, node: Node, inside: tuple[str, ...] = (), deep: int = 0) -> None:
        """Put what templates stand for in their places, below that node. What cannot be expanded stays as it is."""
        children: list[Node] = []
        for child in node.children:
            name = _name_of(child)
            grown = self._grown(child, name, inside, deep + 1) if name else None
            if grown is None:
                if deep < MOST_DEEP:
                    self.expanded(child, inside, deep + 1)
                children.append(child)
            else:
                children += grown
        node.children = children

    def _grown(self, node: Node, name: str, inside: tuple[str, ...], deep: int) -> list[Node] | None:
        """None where it cannot be expanded, which is told."""
        template = self._known.get(name.removeprefix(OWN))
        if template is None or name in inside or len(inside) >= MOST_NESTED or deep >= MOST_DEEP:
            self._notes.add(
                node.line, "trik-template", name=shown(name), why="unknown" if template is None else "endless"
            )
            return None
        self._uses += 1
        try:
            text = template.filled(_given(node))
            self._signs += len(text)
            if self._uses > MOST_USES or self._signs > MOST_SIGNS:
                raise OverflowError
            root = parse(f"<root>{text}</root>".encode("utf-8", "replace"), "", line=max(1, node.line))
        except KeyError as missing:
            self._notes.add(node.line, "trik-template-lacks", name=shown(name), parameter=shown(str(missing.args[0])))
            return None
        except (FieldProblem, OverflowError):
            self._notes.add(node.line, "trik-template", name=shown(name), why="broken")
            return None
        self.expanded(root, (*inside, name), deep)
        return root.children


def uses_template(node: Node) -> bool:
    """Whether it is left from a template that could not be expanded."""
    return bool(_name_of(node))


def _name_of(node: Node) -> str:
    """The template that a node uses; nothing where it uses none."""
    if node.tag == "use":
        return node.attributes.get("template", "").strip() or "?"
    return node.tag if node.tag.startswith((OWN, SYSTEM)) else ""


def _given(node: Node) -> dict[str, str]:
    """The parameters that a use gives: its own attributes, those of `with`, and what `with param="…"` holds."""
    given = {name: value for name, value in node.attributes.items() if name != "template"}
    for part in node.children:
        name = part.attributes.get("param")
        if name is None:
            given |= part.attributes
        else:
            given[name] = part.text.strip() + written(part.children)
    return given
