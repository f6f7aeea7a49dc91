"""The robot's own errors, told in the pupil's language.

On the robot an error is short English with a code (`lib/rover/errors.py`). Each code's English is known here by its
form, so that its parts can be said again in other words; English itself passes through unchanged.
"""

import re
from dataclasses import dataclass

from ..messages import Param
from ..near_names import near_name
from .model import Caught, Hint, decimal_comma
from .robot_pieces import told_piece
from .runtime_shape import runtime_shapes

CODE = re.compile(r"\[(R\d\d)\]")
_FORMS = {
    "R02": r"(?P<part>.+) is (?P<allowed>.+); got (?P<value>.+)",
    "R03": r"(?P<part>.+) has no part called (?P<value>.+)\. It has: (?P<allowed>.+)\.",
    "R04": r"(?P<part>.+): pin (?P<value>.+) does not exist on this board\. "
    r"Use a pin from rover_board for (?P<port>.+)\.",
    "R05": r"(?P<part>.+): pin (?P<value>.+) can only be an input\. Use another pin for (?P<port>.+)\.",
    "R06": r"(?P<part>.+): pin (?P<value>.+) cannot measure a voltage\. Use an ADC pin for (?P<port>.+)\.",
    "R07": r"(?P<part>.+): black and white look alike on (?P<port>.+)\. Put the robot .+",
    "R08": r"(?P<part>.+): unit (?P<value>.+) is not there\. Use the (?P<port>.+) from rover_board\.",
    "R09": r"This board's file rover_board\.py was not found\. .+",
    "R10": r"(?P<part>.+): pin (?P<value>.+) is not beside the encoder's other pin\. Use neighbouring .+",
    "R11": r"This robot has no (?P<part>.+): its rover_board\.py names no (?P<port>.+)",
    "R12": r"(?P<part>.+) does not answer on (?P<port>.+)\. Push its cable in\.",
    "R15": r"(?P<part>.+) waits, and a callback cannot wait\. .+",
    "R16": r"(?P<part>.+) was not awaited\. .+",
    "R17": r"(?P<part>.+): power is on, but its encoder on (?P<port>.+) does not count\. .+",
    "R18": r"(?P<part>.+) turns against its command\. .+",
    "R19": r"(?P<part>.+) has not been followed so far\. .+",
    "R30": r"(?P<part>.+): the robot moved\. .+",
    "R31": r"(?P<part>.+): another chip answers on (?P<port>.+)\. .+",
    "R32": r"(?P<part>.+) is low: (?P<value>.+)\. Charge it soon\.",
    "R33": r"(?P<part>.+): too dark for white, (?P<value>.+) of (?P<allowed>.+) or more\. .+",
    "R40": r"(?P<part>.+): (?P<port>.+) does not change; .+",
    "R41": r"(?P<part>.+): (?P<port>.+) could not be kept on flash\. .+",
    "R42": r"(?P<part>.+) has nothing to wait for\. .+",
    "R43": r"(?P<part>.+): (?P<port>.+) does not follow the line; .+",
    "R50": r"(?P<part>.+) is not on the board\. .+",
    "R51": r"(?P<part>.+) is skipped: the button was held\. .+",
    "R52": r"(?P<part>.+) crashed (?P<value>.+) times in a row and does not start by itself\. .+",
    "R53": r"Ctrl-C stopped (?P<part>.+)",
    "R54": r"(?P<part>.+) reset the board\. .+",
    "R60": r"(?P<part>.+): (?P<value>.+) is not a note\. .+",
    "R61": r"(?P<part>.+): the flash has no room for (?P<port>.+) with (?P<value>.+) records\. .+",
    "R62": r"(?P<part>.+) has no state called (?P<value>.+)\. It has: (?P<allowed>.+)\.",
    "R63": r"(?P<part>.+): (?P<value>.+) steps came late or not at all\. .+ more than (?P<allowed>.+)\.",
    "R64": r"(?P<part>.+): (?P<value>.+) records are in (?P<port>.+); lost: (?P<allowed>.+)",
    "R65": r"(?P<part>.+): a file (?P<port>.+) cannot be made\. .+",
    "R66": r"(?P<part>.+) has no channel yet\. .+",
    "R67": r"(?P<part>.+): the step has to be awaited, and no task runs\. .+",
    "R68": r"(?P<part>.+) has no state yet\. .+",
    "R69": r"(?P<part>.+) records already\. .+",
    "R70": r"(?P<part>.+): channel (?P<port>.+) takes (?P<value>.+) ms; at most (?P<allowed>.+)\. .+",
}


# The parameters that are pieces of the robot's own English, where these are not the part and its port
_PIECES = {
    "R02": ("part", "allowed"),
    "R32": ("part", "value"),
    "R41": ("part",),
    "R61": ("part",),
    "R62": ("part",),
    "R63": ("part", "allowed"),
    "R64": ("part",),
    "R65": ("part",),
    "R70": ("part", "allowed"),
}
_TEXT_NUMBER = re.compile(r"['\"](-?\d+(?:[.,]\d+)?)['\"]")
_UNCALLED = re.compile(r"<(?:bound_method|bound method|function|closure|generator)\b")


@dataclass(frozen=True)
class RobotHint(Hint):
    """A hint whose parameters are the robot's English; what is told of them is in the reader's language."""

    pieces: tuple[str, ...] = ()  # those of them that are no names and no values of the program's

    def tell(self, lang: str, where: str = "") -> str:
        told = dict(self.params)
        for name in self.pieces:
            told[name] = told_piece(lang, str(told[name]))
        return Hint(self.message_id, told, self.line).tell(lang, where)


def read_robot(error: Caught) -> Hint | None:
    """The hint for an error that carries a code of the robot's, or None. One of unknown form is passed on as it is."""
    code = CODE.search(error.text)
    if code is None:
        return None
    form = _FORMS.get(code[1])
    parts = re.fullmatch(form + r" \[R\d\d\]", error.text) if form else None
    if parts is None:
        return Hint("hint-robot", {"text": error.text})
    params: dict[str, Param] = dict(parts.groupdict())
    if code[1] == "R03":
        return _of_name(params)
    message_id, more = _of_value(params, error) if code[1] == "R02" else ("", {})
    pieces = tuple(name for name in _PIECES.get(code[1], ("part", "port")) if name in params)
    if params.get("allowed") == "none":
        pieces += ("allowed",)
    return RobotHint(message_id or f"hint-robot-{code[1].lower()}", {**params, **more}, pieces=pieces)


def _of_value(params: dict[str, Param], error: Caught) -> tuple[str, dict[str, Param]]:
    """A value that shows by itself what went wrong: a number in quotes, a comma in a decimal, a command not called."""
    allowed, value = str(params["allowed"]), str(params["value"])
    text = _TEXT_NUMBER.fullmatch(value)
    if text and re.search(r"\d to -?\d", allowed):
        return "hint-robot-r02-text", {"number": text[1].replace(",", ".")}
    if allowed.startswith("one of ") and value.isdigit():
        number = decimal_comma(error.line, value)
        return ("hint-robot-r02-decimal", {"number": number}) if number else ("", {})
    if allowed == "a function":
        return "hint-robot-r02-function", {}
    return ("hint-robot-r02-brackets", {}) if _UNCALLED.match(value) else ("", {})


def _of_name(params: dict[str, Param]) -> Hint:
    name, rover = str(params["value"]), runtime_shapes()["Rover"]
    if name in rover.parts or name in rover.takes:
        return Hint("hint-module")
    near = near_name(name, str(params["allowed"]).split(", "))
    return Hint("hint-robot-r03-near", {**params, "near": near}) if near else Hint("hint-robot-r03", params)
