"""What goes wrong before, around and inside a run, as data: a message id, its code, its parameters and a place.

The words are in `curriculum/messages/<lang>/`: the message says what happened, its attribute `try`, where it has one,
what to do about it. Codes are stable: a teacher looks one up, a test greps for one. P: the program; C: curriculum,
world, robot and task files, and the command line; B: a board; J: the run and its judging; R is the robot's own (`lib/rover`).
"""

from .messages import Param, has, say

CODES: dict[str, str] = {
    "file-missing": "C01",
    "file-unreadable": "C15",
    "toml-syntax": "C02",
    "key-missing": "C03",
    "key-unknown": "C04",
    "key-unknown-near": "C05",
    "value-type": "C06",
    "value-range": "C07",
    "value-choice": "C08",
    "value-choice-near": "C09",
    "value-count": "C10",
    "value-rule": "C11",
    "name-unknown": "C12",
    "name-unknown-near": "C13",
    "name-twice": "C14",
    "pin-twice": "C20",
    "segment-form": "C21",
    "line-open": "C22",
    "line-corner": "C23",
    "line-radius": "C24",
    "line-gap": "C25",
    "off-mat": "C26",
    "area-flat": "C27",
    "step-empty": "C28",
}


class Problem(Exception):
    """Something a person can act on. `str()` is the English sentence; `tell(lang)` the one for the person."""

    def __init__(self, message_id: str, where: str = "", /, **params: Param) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.where = where
        self.params = params

    @property
    def code(self) -> str:
        return CODES[self.message_id]

    def tell(self, lang: str) -> str:
        return tell(lang, self.message_id, self.where, **self.params)

    def __str__(self) -> str:
        return self.tell("en")


def tell(lang: str, message_id: str, where: str = "", /, **params: Param) -> str:
    """Where, what, try and code in one line."""
    parts = [f"{where}:"] if where else []
    parts.append(say(lang, message_id, **params))
    if has(lang, f"{message_id}.try"):
        parts.append(say(lang, "try", action=say(lang, f"{message_id}.try", **params)))
    parts.append(f"[{CODES[message_id]}]")
    return " ".join(parts)
