"""A fault as text, `KIND[:DEVICE][@SECONDS][=VALUE]`: as people ask for one and as reports name it."""

import re
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from ..near_names import near_name
from ..problems import Problem
from .fault_shapes import TABLES, AnyFaultTable
from .model import RobotFault

FORM = re.compile(r"(?P<kind>[^:@=]+)(:(?P<device>[^:@=]+))?(@(?P<at>[^:@=]+))?(=(?P<value>[^:@=]+))?")
NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")
COMMA = re.compile(r"[0-9]{1,6},[0-9]{1,6}")
CONTACTS = ("open", "closed")  # by the value of a stuck contact
_EXAMPLES = {"reversed": "reversed:left", "brown-out": "brown-out@4.2", "ctrl-c": "ctrl-c@2.5"}


class FaultProblem(Problem):
    """A fault is asked for that there is not, or in a form that cannot be read."""


def fault_of(text: str) -> RobotFault:
    """The fault that a text asks for; FaultProblem says what is wrong with it. Nothing is said about any robot yet."""
    form = FORM.fullmatch(text)
    if form is None:
        raise FaultProblem("fault-form", text)
    kind = form["kind"]
    if kind not in TABLES:
        near = near_name(kind, TABLES)
        if near:
            raise FaultProblem("fault-unknown-near", text, name=kind, near=near)
        raise FaultProblem("fault-unknown", text, name=kind, known=", ".join(TABLES))
    table = TABLES[kind]
    values: dict[str, Any] = {"kind": kind}
    for part, key, given in (
        ("device", "device", form["device"]),
        ("time", "at_s", form["at"]),
        ("value", table.VALUE, form["value"]),
    ):
        field = table.model_fields.get(key)
        if given is None:
            if field is not None and field.is_required():
                example = _EXAMPLES.get(kind, f"{kind}:button")
                raise FaultProblem("fault-needs", text, part=part, example=example)
        elif field is None:
            raise FaultProblem("fault-takes-no", text, part=part)
        else:
            values[key] = _number(text, key, given) if field.annotation is float else given
    device = form["device"] or ""
    if device:
        values["device"] = "any"  # a name that no device can have is told as one that this robot does not have
    try:
        return replace(fault_of_table(table.model_validate(values)), device=device)
    except ValidationError as error:
        raise FaultProblem("fault-value", text, key=str(error.errors()[0]["loc"][0])) from None


def fault_of_table(table: AnyFaultTable) -> RobotFault:
    values = table.model_dump()
    value = values.get(table.VALUE, 0.0)
    return RobotFault(
        kind=values["kind"],
        device=values.get("device", ""),
        at_ms=int(values.get("at_s", 0.0) * 1000 + 0.5),
        value=float(CONTACTS.index(value)) if value in CONTACTS else float(value),
    )


def fault_text(fault: RobotFault) -> str:
    """The text that asks for this fault; what may be left out and says nothing is left out."""
    device = f":{fault.device}" if fault.device else ""
    table = TABLES[fault.kind]
    timed = "at_s" in table.model_fields and (fault.at_ms or table.model_fields["at_s"].is_required())
    at = f"@{_plain(fault.at_ms / 1000)}" if timed else ""
    key = table.VALUE
    value = f"={CONTACTS[int(fault.value)] if key == 'contact' else _plain(fault.value)}" if key else ""
    return f"{fault.kind}{device}{at}{value}"


def _plain(number: float) -> str:
    """Without an exponent, and without zeros that say nothing."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def _number(text: str, key: str, given: str) -> float:
    if COMMA.fullmatch(given):
        raise FaultProblem("fault-value-comma", text, given=given, point=given.replace(",", "."))
    if not NUMBER.fullmatch(given):
        raise FaultProblem("fault-value", text, key=key)
    return float(given)
