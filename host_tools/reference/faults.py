"""What the docstrings of the runtime leave out: every argument needs its type and unit, and every value its kind."""

from collections.abc import Iterator

from .docstrings import Docstring, Type
from .runtime import Class, Method, Runtime
from .types import unknown_words

# Numbers that have no unit of their own: what goes in and what comes out of a PID is the program's.
WITHOUT_UNIT = frozenset((("PID", "kp"),))


def faults(runtime: Runtime) -> list[str]:
    """All that is missing or of another form, a line each, with the class and the method."""
    found = [f"rover.{name}: no such class or function" for name in runtime.unknown]
    classes = runtime.named
    for one in runtime.classes:
        found += _class_faults(one, classes, one.name in runtime.exported)
    for _, function in runtime.functions:
        found += _method_faults(function.name, function, Docstring(""), classes)
    return found


def _class_faults(one: Class, classes: frozenset[str], is_exported: bool) -> Iterator[str]:
    if not one.doc.summary:
        yield f"{one.name}: no docstring"
    if is_exported and not one.doc.example:
        yield f"{one.name}: no Example"
    for line in one.doc.unreadable:
        yield f"{one.name}: not of a section's form: {line}"
    if is_exported:  # nobody but the runtime makes the others
        names = [parameter.name for parameter in one.parameters]
        yield from _argument_faults(one.name, one.name, names, one.doc, Docstring(""), classes)
    for method in one.methods:
        if not method.name.startswith("__"):
            yield from _method_faults(f"{one.name}.{method.name}", method, one.doc, classes, one.name)


def _method_faults(
    place: str, method: Method, owner: Docstring, classes: frozenset[str], owner_name: str = ""
) -> Iterator[str]:
    doc = method.doc
    if not doc.summary:
        yield f"{place}: no docstring"
        return
    for line in doc.unreadable:
        yield f"{place}: not of a section's form: {line}"
    yield from _argument_faults(place, owner_name, [one.name for one in method.parameters], doc, owner, classes)
    if method.is_property:
        if method.property_type is None:
            yield f"{place}: no type in brackets at the end of its line"
        else:
            yield from _type_faults(place, "what it is", method.property_type, classes)
    elif doc.returns is not None:
        yield from _type_faults(place, "what it returns", doc.returns.type, classes)
    elif method.gives_value and not (method.answers_yes_or_no or method.can_be_awaited):
        yield f"{place}: returns something and does not say what"


def _argument_faults(
    place: str, owner_name: str, names: list[str], doc: Docstring, owner: Docstring, classes: frozenset[str]
) -> Iterator[str]:
    for name in (name for entry in doc.arguments for name in entry.names):
        if name not in names:
            yield f"{place}: has no argument {name}"
    for name in names:
        entry = doc.argument(name) or owner.argument(name)
        if entry is None:
            yield f"{place}: says nothing of {name}"
        elif entry.type is None:
            yield f"{place}: gives no type of {name}"
        else:
            yield from _type_faults(place, name, entry.type, classes)
            number = entry.type.name.split(" or ")[0] == "Number"
            if number and not entry.type.unit and (owner_name, name) not in WITHOUT_UNIT:
                yield f"{place}: gives no unit of {name}"


def _type_faults(place: str, what: str, kind: Type, classes: frozenset[str]) -> Iterator[str]:
    for word in unknown_words(kind.name, classes):
        yield f"{place}: {what}: no such type: {word}"
