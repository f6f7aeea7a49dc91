"""Keys, and the commands they stand for; a key on a Russian or Kazakh keyboard does what its place does."""

from collections.abc import Mapping

from marshrut.simulator.messages import say
from rich.text import Text

from .status import flowing

# What a key is called in the picture, and the command of `Hands`; `u` is whichever of the two can be done.
KEYS = {"s": "start", "b": "button", "r": "reset", "h": "hold", "u": "unplug", " ": "step", "q": "quit"}
_SAME_PLACE = {"ы": "s", "и": "b", "к": "r", "р": "h", "г": "u", "й": "q"}


def robot_of(key: str, robots: int) -> int | None:
    """The robot, from 0, that a digit chooses."""
    return int(key) - 1 if key in "1234"[:robots] and key and robots > 1 else None


def command_of(key: str, plugged: bool) -> str | None:
    """None for a key that does nothing."""
    key = key.lower()
    command = KEYS.get(_SAME_PLACE.get(key, key))
    return "plug" if command == "unplug" and not plugged else command


def key_lines(lang: str, columns: int, *, plugged: bool, step: bool, robots: int = 1) -> list[Text]:
    """What the keys do, in lines as wide as that."""
    shown: Mapping[str, str] = {key: command for key, command in KEYS.items() if step or command != "step"}
    pieces = [_piece(f"1–{robots}", say(lang, "live-key-robot"))] if robots > 1 else []
    for key, command in shown.items():
        name = say(lang, "live-key-space") if key == " " else key
        done = "plug" if command == "unplug" and not plugged else command
        pieces.append(_piece(name, say(lang, f"live-key-{done}")))
    return flowing(pieces, columns)


def _piece(name: str, does: str) -> Text:
    return Text.assemble((name, "bold"), " ", does)
