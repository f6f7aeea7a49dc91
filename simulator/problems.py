"""What goes wrong before, around and inside a run, as data: a message id, its code, its parameters and a place.

The words are in `curriculum/messages/<lang>/`: the message says what happened, its attribute `try`, where it has one,
what to do about it.
"""

from .fault_codes import CODES
from .messages import Param, has, say
from .printable import printable


class Problem(Exception):
    """Something a person can act on. `str()` is the English sentence; `tell(lang)` the one for the person."""

    def __init__(self, message_id: str, where: str = "", /, **params: Param) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.where = where
        self.params = params

    @property
    def code(self) -> str:
        return CODES.get(self.message_id, "")

    def tell(self, lang: str) -> str:
        return tell(lang, self.message_id, self.where, **self.params)

    def __str__(self) -> str:
        return self.tell("en")


def tell(lang: str, message_id: str, where: str = "", /, **params: Param) -> str:
    """Where, what, try and code in one line; control characters of the names in it as their codes."""
    parts = [f"{where}:"] if where else []
    parts.append(say(lang, message_id, **params))
    if has(lang, f"{message_id}.try"):
        parts.append(say(lang, "try", action=say(lang, f"{message_id}.try", **params)))
    if message_id in CODES:
        parts.append(f"[{CODES[message_id]}]")
    return printable(" ".join(parts))
