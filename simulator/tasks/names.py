"""What a sentence calls the zones and objects of a task's worlds: by the names that the task gives them, else by ids.

The parameters of a sentence stay ids, which programs read; only its words are put in a person's language.
"""

from collections.abc import Collection, Mapping

from ..messages import Param, say
from .model import Name

NAMED = ("zone", "name", "objects", "post", "first", "last")  # the parameters that are ids of zones and objects


def is_called(name: str, wanted: str) -> bool:
    """`pin-1` is called `pin-1`, and `pin` like all of its kind."""
    return name == wanted or name.startswith(wanted + "-")


def say_named(lang: str, message_id: str, params: Mapping[str, Param], names: Collection[Name]) -> str:
    """The message, with the names for the ids in it."""
    told = {key: called(lang, name, names) for key in NAMED if isinstance(name := params.get(key), str)}
    return say(lang, message_id, **{**params, **told})


def called(lang: str, name: str, names: Collection[Name]) -> str:
    """What is called so; of `pin-3`, where only `pin` has a name, that name and the number."""
    titles = {each.id: each.title.of(lang) for each in names}
    kind, _, number = name.rpartition("-")
    if name not in titles and kind in titles and number.isdecimal():
        return f"{titles[kind]} {number}"
    return titles.get(name, name)
