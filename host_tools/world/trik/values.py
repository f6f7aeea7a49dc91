"""Values in a field's rules: constants, variables, states of objects, arithmetic."""

import re
from collections.abc import Callable, Mapping

from marshrut.simulator.near_names import latin_twin
from marshrut.simulator.toml_text import Value

from .amounts import shown
from .notes import Notes
from .xml_reading import Node

ROBOT_THERE, ROBOT = "robot1", "robot"

# Operations there, and what rules.toml calls them: of one value, and of two.
ONE = {"minus": "minus", "abs": "abs", "boundingrect": "bounds"}
TWO = {
    "sum": "sum",
    "difference": "difference",
    "mul": "product",
    "min": "least",
    "max": "most",
    "distance": "distance",
}
MOST_WHOLE = 2**31 - 1

_SPECIAL = re.compile(r"\s*\$\{([^}]+)\}\s*")


class Lost(Exception):
    """A part of a rule that cannot be carried over; it has been told."""


class Values:
    """`names` are the things on the field by the ids that rules call them by."""

    def __init__(self, notes: Notes, names: Mapping[str, str]) -> None:
        self._notes = notes
        self._names = names
        self._constants: dict[str, Callable[[Node], Value]] = {
            "bool": self._truth,
            "int": self._whole,
            "double": self._fraction,
            "string": lambda node: node.attributes.get("value", ""),
        }

    def value(self, node: Node) -> Value:
        tag = node.tag.lower()
        if tag in self._constants:
            return self._constants[tag](node)
        if tag == "variablevalue":
            return {"variable": self._needed(node, "name")}
        if tag == "objectstate":
            return {"state": self.object_path(self._needed(node, "object"))}
        if tag == "typeof":
            return {"type_of": self.object_path(self._needed(node, "objectId"))}
        if tag in ONE:
            return {ONE[tag]: self.operands(node, 1)[0]}
        if tag in TWO:
            return {TWO[tag]: self.operands(node, 2)}
        raise self.lost(node, "trik-rule-tag", tag=shown(node.tag))

    def operands(self, node: Node, count: int) -> list[Value]:
        """So many values: the children, or in their stead the attributes that begin with `_`, by their names."""
        short = [node.attributes[name] for name in sorted(node.attributes) if name.startswith("_")]
        values = [self.from_text(text) for text in short] or [self.value(child) for child in node.children]
        if len(values) != count:
            raise self.lost(node, "trik-rule-count", tag=shown(node.tag), wanted=count, got=len(values))
        return values

    def from_text(self, text: str) -> Value:
        """A constant of whatever kind it looks like, or the variable or state that `${…}` names."""
        special = _SPECIAL.fullmatch(text)
        if special:
            return {"name": self.object_path(special[1])}
        plain = text.strip()
        if plain.lower() in ("true", "false"):
            return plain.lower() == "true"
        if re.fullmatch(r"[+-]?[0-9]{1,10}", plain) and abs(int(plain)) <= MOST_WHOLE:
            return int(plain)
        if re.fullmatch(r"[+-]?([0-9]{1,15}\.?[0-9]{0,15}|\.[0-9]{1,15})([eE][+-]?[0-9]{1,2})?", plain):
            return float(plain)
        return text

    def object_path(self, path: str) -> str:
        """An object, a device or a property of it, by the names of the world file: `robot1.М3.power` is
        `robot.M3.power`, whichever alphabet its letters are of."""
        first, *rest = path.split(".")
        if first == ROBOT_THERE:
            return ".".join([ROBOT, *(latin_twin(part) or part for part in rest)])
        for was, name in self._names.items():
            if path == was or path.startswith(was + "."):
                return name + path[len(was) :]
        return path

    def knows(self, path: str) -> bool:
        """Whether that is the robot, a device of it, or a thing on the field."""
        return path in self._names or path.split(".")[0] == ROBOT_THERE

    def lost(self, node: Node, message_id: str, **params: str | int) -> Lost:
        self._notes.add(node.line, message_id, **params)
        return Lost()

    def _needed(self, node: Node, name: str) -> str:
        if not node.attributes.get(name, "").strip():
            raise self.lost(node, "trik-rule-attribute", tag=shown(node.tag), name=name)
        return node.attributes[name]

    def _truth(self, node: Node) -> Value:
        text = self._needed(node, "value").strip().lower()
        if text not in ("true", "false"):
            raise self.lost(node, "trik-rule-value", tag=shown(node.tag), got=shown(text))
        return text == "true"

    def _whole(self, node: Node) -> Value:
        text = self._needed(node, "value").strip()
        if not re.fullmatch(r"[+-]?[0-9]{1,10}", text) or abs(int(text)) > MOST_WHOLE:
            raise self.lost(node, "trik-rule-value", tag=shown(node.tag), got=shown(text))
        return int(text)

    def _fraction(self, node: Node) -> Value:
        value = self.from_text(self._needed(node, "value"))
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.lost(node, "trik-rule-value", tag=shown(node.tag), got=shown(node.attributes["value"]))
        return float(value)
