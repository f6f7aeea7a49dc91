"""Options whose values are checked here and not by the parser, so that the answer is in the reader's language."""

import re
from collections.abc import Sequence

from marshrut.simulator.near_names import near_name
from marshrut.simulator.seeds import MOST_SEED

from .usage import UsageProblem


def whole_number(option: str, text: str, least: int = 0, most: int = MOST_SEED) -> int:
    """The number, or UsageProblem."""
    if not re.fullmatch(r"-?[0-9]{1,18}", text):  # int() would take more: 1_0, other scripts' digits, blanks
        raise UsageProblem("number-needed", option=option, got=text, example=str(max(1, least)))
    number = int(text)
    if not least <= number <= most:
        raise UsageProblem("number-range", option=option, got=text, least=least, most=most)
    return number


def one_of(option: str, text: str, known: Sequence[str]) -> str:
    """The text if it is among the known, or UsageProblem."""
    if text in known:
        return text
    near = near_name(text, known)
    if near:
        raise UsageProblem("choice-needed-near", option=option, got=text, near=near)
    raise UsageProblem("choice-needed", option=option, got=text, known=", ".join(known))
