"""A field's constraints as rules.toml: a tree of conditions and actions that says what the XML says, in our words.

What its keys mean is said in docs/reference/imported-rules.md. Nothing here judges a run.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from marshrut.simulator.near_names import near_name
from marshrut.simulator.toml_text import Value, table

from .amounts import shown
from .conditions import Conditions, Table
from .notes import Notes
from .templates import Templates, uses_template
from .values import Lost, Values
from .xml_reading import Node

MOST_RULES = 2000
MOST_DEEP = 16  # tables and lists within one another in one rule, so that the file can be read again
MOST_SIGNS = 2_000_000
DEFAULT_MS = 180_000
LEAST_MS, MOST_MS = 1, 3_600_000

# What each tag may have; another attribute is most often one of these misspelt.
KNOWN = {
    "event": ("id", "settedUpInitially", "dropsOnFire"),
    "constraint": ("id", "failMessage", "checkOnce"),
    "timelimit": ("value", "id"),
    "inside": ("objectId", "regionId", "objectPoint"),
    "timer": ("timeout", "forceDropOnTimeout"),
    "success": ("deferred",),
    "fail": ("message",),
}

HEADER = """\
# The rules of the field, as its XML says them, in the order of the XML; docs/reference/imported-rules.md says what each
# key means. Zones and objects are called as in world.toml. Today only the time limit is kept by `marshrut sim`.

"""


@dataclass(slots=True)
class Rules:
    time_limit_ms: int = DEFAULT_MS
    tables: list[Table] = field(default_factory=list)

    def text(self, frame: Mapping[str, Value]) -> str:
        """The file; `frame` says how places of the field become places of the world."""
        head: dict[str, Value] = {"format": "marshrut-rules", "version": 1, "time_limit_ms": self.time_limit_ms}
        text = HEADER + table("", head) + table("[frame]", frame, "For states that are places: x_mm = x·mm + to_x_mm.")
        return (text + "".join(table("[[rule]]", rule) for rule in self.tables)).rstrip("\n") + "\n"


def read_rules(
    node: Node | None, templates: Iterable[Node], names: Mapping[str, str], zones: Iterable[str], notes: Notes
) -> Rules:
    """`names` are things by the ids they have in the field, `zones` the ids of those that are regions."""
    rules = Rules()
    if node is None:
        return rules
    Templates(templates, notes).expanded(node)
    _tell_odd_attributes(node, notes)
    values = Values(notes, names)
    events = [child.attributes["id"] for child in node.children if child.attributes.get("id")]
    for twice in sorted({name for name in events if events.count(name) > 1}):
        notes.add(node.line, "trik-rule-twice", name=shown(twice))
    conditions = Conditions(notes, values, frozenset(events), frozenset(zones))
    rules.time_limit_ms = _time_limit(node, notes)
    signs = 0
    for child in node.children:
        rule = _rule(child, conditions, notes)
        if rule is None:
            continue
        signs += len(repr(rule))
        if _depth(rule) > MOST_DEEP or len(rules.tables) >= MOST_RULES or signs > MOST_SIGNS:
            notes.add(child.line, "trik-rule-deep", tag=shown(child.tag))
            continue
        rules.tables.append(rule)
    return rules


def _rule(node: Node, conditions: Conditions, notes: Notes) -> Table | None:
    """None for the time limit, which has its own key, and for a rule of which a part is lost: half of it would say
    something else."""
    tag = node.tag.lower()
    if tag == "timelimit":
        return None
    try:
        if tag in ("init", "initialization"):
            return {"kind": "init", "line": node.line, "do": list(conditions.actions(node))}
        if tag == "constraint":
            return _constraint(node, conditions)
        if tag == "event":
            return _event(node, conditions, notes)
    except Lost:
        name = shown(_name(node))
        notes.add(node.line, "trik-rule-lost", tag=shown(node.tag), name=name, named=int(bool(name)))
        return None
    if not uses_template(node):
        notes.add(node.line, "trik-rule-tag", tag=shown(node.tag))
    return None


def _constraint(node: Node, conditions: Conditions) -> Table:
    if len(node.children) != 1:
        raise conditions.lost_count(node, 1)
    once = conditions.truth(node, "checkOnce", False)
    fail = conditions.text(node, "failMessage")
    return {"kind": "constraint", "line": node.line, "once": once, **conditions.whole(node.children[0]), "fail": fail}


def _event(node: Node, conditions: Conditions, notes: Notes) -> Table:
    parts = {child.tag.lower().removesuffix("s"): child for child in node.children}
    if set(parts) != {"condition", "trigger"} or len(node.children) != 2:
        raise conditions.lost_count(node, 2)
    head: Table = {"kind": "event", "line": node.line}
    if node.attributes.get("id"):
        head["id"] = node.attributes["id"]
    head["armed"] = conditions.truth(node, "settedUpInitially", False)
    head["once"] = conditions.truth(node, "dropsOnFire", True)
    return {**head, **conditions.whole(parts["condition"]), "do": list(conditions.actions(parts["trigger"]))}


def _time_limit(node: Node, notes: Notes) -> int:
    limits = [child for child in node.children if child.tag.lower() == "timelimit"]
    if len(limits) != 1:
        notes.add(node.line, "trik-time-limits", count=len(limits), used=DEFAULT_MS // 1000)
    for limit in limits[:1]:
        text = limit.attributes.get("value", "").strip()
        if text.isascii() and text.isdigit() and len(text) < 16:
            fitting = min(max(int(text), LEAST_MS), MOST_MS)
            if fitting != int(text):
                notes.add(limit.line, "trik-time-limit", got=text, used=fitting)
            return fitting
        notes.add(limit.line, "trik-value", tag="timelimit", name="value", got=shown(text))
    return DEFAULT_MS


def _tell_odd_attributes(node: Node, notes: Notes) -> None:
    for tag, known in KNOWN.items():
        for found in node.every(tag):
            for name in found.attributes:
                if name not in known:
                    near = near_name(name, known)
                    known_name = int(bool(near))
                    notes.add(found.line, "trik-attribute", tag=tag, name=shown(name), near=near, some=known_name)


def _name(node: Node) -> str:
    return node.attributes.get("id") or node.attributes.get("failMessage") or ""


def _depth(value: Value) -> int:
    if isinstance(value, str) or not isinstance(value, (Mapping, list, tuple)):
        return 0
    inner: Iterator[Value] = iter(value.values()) if isinstance(value, Mapping) else iter(value)
    return 1 + max((_depth(item) for item in inner), default=0)


def names_of(things: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Things by the ids they have in the field, the longest first."""
    known = {was: name for was, name in things if was}
    return dict(sorted(known.items(), key=lambda item: -len(item[0])))
