"""The robot's own errors, told in the pupil's language.

On the robot an error is short English with a code (`lib/rover/errors.py`). Each code's English is known here by its
form, so that its parts can be said again in other words; English itself passes through unchanged.
"""

import re

from .model import Hint

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
    "R64": r"(?P<part>.+): (?P<value>.+) records are in (?P<port>.+); (?P<allowed>.+) others are lost",
    "R65": r"(?P<part>.+): a file (?P<port>.+) cannot be made\. .+",
    "R66": r"(?P<part>.+) has no channel yet\. .+",
    "R67": r"(?P<part>.+): the step has to be awaited, and no task runs\. .+",
}


def read_robot(text: str) -> Hint | None:
    """The hint for an error that carries a code of the robot's, or None. One of unknown form is passed on as it is."""
    code = CODE.search(text)
    if code is None:
        return None
    form = _FORMS.get(code[1])
    parts = re.fullmatch(form + r" \[R\d\d\]", text.strip()) if form else None
    if parts is None:
        return Hint("hint-robot", {"text": text})
    return Hint(f"hint-robot-{code[1].lower()}", dict(parts.groupdict()))
