"""Conditions and triggers of a field's rules, as the tables of rules.toml."""

from collections.abc import Callable, Collection

from marshrut.simulator.toml_text import Value

from .amounts import shown
from .notes import Notes
from .templates import uses_template
from .values import Lost, Values
from .xml_reading import Node

COMPARISONS = {
    "equals": "equal", "notequal": "differ", "notequals": "differ", "greater": "greater", "less": "less",
    "notgreater": "at_most", "notless": "at_least",
}  # fmt: skip
PARTS = {"center": "centre", "all": "all", "any": "any"}
GLUES = {"and": "all", "or": "any"}
MOST_MS = 3_600_000

Table = dict[str, Value]


class Conditions:
    """`events` are the ids that rules may arm, disarm and ask for."""

    def __init__(self, notes: Notes, values: Values, events: Collection[str], zones: Collection[str]) -> None:
        self._notes = notes
        self._values = values
        self._events = events
        self._zones = zones
        self._actions: dict[str, Callable[[Node], Table]] = {
            "fail": lambda node: {"fail": self.text(node, "message")},
            "message": lambda node: self._worded(node, "message"),
            "log": lambda node: self._worded(node, "log"),
            "success": lambda node: {"success": "later" if self.truth(node, "deferred", False) else "now"},
            "setter": self._setter,
            "setup": lambda node: {"arm": self._event(node)},
            "drop": lambda node: {"disarm": self._event(node)},
            "setstate": self._set_state,
        }

    def whole(self, node: Node) -> Table:
        """`condition`, `conditions` or a condition without either around it; one key, `all` or `any`, at its top."""
        found = self._condition(node)
        return found if set(found) in ({"all"}, {"any"}) else {"all": [found]}

    def actions(self, node: Node) -> list[Table]:
        """`trigger`, `triggers` or an action without either around it."""
        tag = node.tag.lower()
        if tag in ("trigger", "triggers", "init", "initialization"):
            return [action for child in node.children for action in self.actions(child)]
        if tag in ("message", "log") and not node.attributes.get("text", "").strip():
            return []  # says nothing
        if uses_template(node):
            raise Lost
        if tag not in self._actions:
            raise self._values.lost(node, "trik-rule-tag", tag=shown(node.tag))
        return [self._actions[tag](node)]

    def lost_count(self, node: Node, wanted: int) -> Lost:
        return self._values.lost(node, "trik-rule-count", tag=shown(node.tag), wanted=wanted, got=len(node.children))

    def truth(self, node: Node, name: str, default: bool) -> bool:
        text = node.attributes.get(name, str(default)).strip().lower()
        if text not in ("true", "false"):
            self._notes.add(node.line, "trik-value", tag=shown(node.tag), name=name, got=shown(text))
            return default
        return text == "true"

    def _condition(self, node: Node) -> Table:
        tag = node.tag.lower()
        if tag == "conditions":
            glue = node.attributes.get("glue", "").strip().lower()
            if glue not in GLUES:
                raise self._values.lost(node, "trik-rule-value", tag="conditions", got=shown(glue))
            if not node.children:
                raise self._values.lost(node, "trik-rule-count", tag="conditions", wanted=1, got=0)
            return {GLUES[glue]: [self._condition(child) for child in node.children]}
        if tag in ("condition", "not", "return"):
            if len(node.children) != 1:
                raise self._values.lost(node, "trik-rule-count", tag=shown(tag), wanted=1, got=len(node.children))
            inner = self._condition(node.children[0])
            return {"not": inner} if tag == "not" else inner
        if tag == "true":
            return {"always": True}
        if tag in COMPARISONS:
            return {COMPARISONS[tag]: self._values.operands(node, 2)}
        if tag == "inside":
            return self._inside(node)
        if tag in ("settedup", "dropped"):
            return {"armed" if tag == "settedup" else "disarmed": self._event(node)}
        if tag == "timer":
            return self._timer(node)
        if tag == "using":
            return self._using(node)
        if uses_template(node):
            raise Lost
        raise self._values.lost(node, "trik-rule-tag", tag=shown(node.tag))

    def _inside(self, node: Node) -> Table:
        thing, zone = self.text(node, "objectId"), self.text(node, "regionId")
        part = node.attributes.get("objectPoint", "center").strip().lower()
        if part not in PARTS:
            self._notes.add(node.line, "trik-value", tag="inside", name="objectPoint", got=shown(part))
        if not self._values.knows(thing):
            self._notes.add(node.line, "trik-rule-nothing", name=shown(thing))
        if zone not in self._zones:
            self._notes.add(node.line, "trik-rule-nothing", name=shown(zone))
        # Any other word counts as the middle there.
        inside = self._values.object_path(thing)
        return {"inside": inside, "zone": self._values.object_path(zone), "part": PARTS.get(part, "centre")}

    def _timer(self, node: Node) -> Table:
        text = node.attributes.get("timeout", "").strip()
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise self._values.lost(node, "trik-rule-value", tag="timer", got=shown(text))
        return {"after_ms": min(int(text), MOST_MS), "disarms": self.truth(node, "forceDropOnTimeout", True)}

    def _using(self, node: Node) -> Table:
        returns = [child for child in node.children if child.tag.lower() == "return"]
        if len(returns) != 1:
            raise self._values.lost(node, "trik-rule-count", tag="return", wanted=1, got=len(returns))
        first = [action for child in node.children if child is not returns[0] for action in self.actions(child)]
        return {"first": first, "then": self._condition(returns[0])}

    def _setter(self, node: Node) -> Table:
        return {"set": self.text(node, "name"), "to": self._values.operands(node, 1)[0]}

    def _set_state(self, node: Node) -> Table:
        path = self._values.object_path(self.text(node, "object"))
        return {"set_state": path, "property": self.text(node, "property"), "to": self._values.operands(node, 1)[0]}

    def _worded(self, node: Node, key: str) -> Table:
        table: Table = {key: self.text(node, "text")}
        replaced = {
            child.attributes.get("var", ""): self._values.operands(child, 1)[0]
            for child in node.children
            if child.tag == "replace"
        }
        if replaced:
            table["replace"] = [{"sign": sign, "by": value} for sign, value in replaced.items()]
        return table

    def _event(self, node: Node) -> str:
        name = self.text(node, "id")
        if name not in self._events:
            self._notes.add(node.line, "trik-rule-nothing", name=shown(name))
        return name

    def text(self, node: Node, name: str) -> str:
        text = node.attributes.get(name, "")
        if not text.strip():
            raise self._values.lost(node, "trik-rule-attribute", tag=shown(node.tag), name=name)
        return text
