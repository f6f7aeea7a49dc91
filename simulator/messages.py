"""The words of every message, in each language: `say(lang, message_id, **params)`.

Python names a message and gives its numbers; the words are Fluent files in `curriculum/messages/<lang>/`. Russian is
the source; a test holds the languages to the same messages and parameters.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES = ("ru", "kk", "en")
FOLDER = Path(__file__).resolve().parent.parent / "curriculum" / "messages"

Param = str | int | float
MANY = 10**15  # no number of ours is so large, and Fluent fails at some that are
LONGEST = 1000  # letters of what is put into a message; it may be a list of names, or a sentence itself

# A run's outcome must not hang on a missing word, so a gap shows as the bare id; the tests switch this on.
strict = False


class MessageError(LookupError):
    """A message, one of its parameters or its language does not exist."""


def say(lang: str, message_id: str, /, **params: Param) -> str:
    """The message in that language; `message_id` is `id` or `id.attribute`."""
    name, _, attribute = message_id.partition(".")
    bundle = _bundle_with(lang, name)
    if bundle is None:
        return _gap(f"no message `{message_id}` in `{lang}`", message_id)
    message = bundle.get_message(name)
    pattern = message.attributes.get(attribute) if attribute else message.value
    if pattern is None:
        return _gap(f"no message `{message_id}` in `{lang}`", message_id)
    text, errors = bundle.format_pattern(pattern, {key: _plain(value) for key, value in params.items()})
    if errors:
        return _gap(f"message `{message_id}` in `{lang}`: {errors[0]}", str(text))
    return str(text)


def has(lang: str, message_id: str) -> bool:
    """Whether that language has the message, or the attribute when the id names one."""
    name, _, attribute = message_id.partition(".")
    bundle = _bundle_with(lang, name)
    return bundle is not None and (not attribute or attribute in bundle.get_message(name).attributes)


def files(lang: str) -> Iterator[Path]:
    """The message files of a language, in a fixed order."""
    yield from sorted((FOLDER / lang).glob("*.ftl"))


def _bundle_with(lang: str, name: str) -> "FluentBundle | None":
    """The language's bundle with that message in it; None where the language has no such message.

    Messages are parsed when they are first said: all of them take 0.3 s, and a command says a few dozen. So no message
    may refer to another, which a test holds.
    """
    bundle = _bundle(lang)
    if not bundle.has_message(name):
        source = _sources(lang).get(name)
        if source is None:
            return None
        from fluent.runtime import FluentResource

        bundle.add_resource(FluentResource(source))
    return bundle


@cache
def _bundle(lang: str) -> "FluentBundle":
    # Imported here: Fluent and its number formats take 0.1 s, and a run that says nothing should not pay for them.
    from fluent.runtime import FluentBundle

    if lang not in LANGUAGES:
        raise MessageError(f"no language `{lang}`; there are {', '.join(LANGUAGES)}")
    # Isolation marks are invisible in a browser and rubbish in a terminal, a CSV file and a test.
    return FluentBundle([lang], use_isolating=False)


@cache
def _sources(lang: str) -> dict[str, str]:
    """Each message's own lines, by its name: only a name stands at a line's beginning with `=` behind it."""
    found: dict[str, str] = {}
    for path in files(lang):
        for source in re.split(r"^(?=[A-Za-z][\w-]* *=)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            found.setdefault(source.partition("=")[0].rstrip(), source)
    return found


def _plain(value: Param) -> Any:
    """Numbers without thousands separators: a line, a seed or a time is read back, not admired. Text that is too long
    for a sentence is cut: Fluent gives `{???}` for all from 2500 letters on."""
    if isinstance(value, str):
        return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
    if not abs(value) < MANY:
        return _long(value)
    from fluent.runtime.types import fluent_number

    return fluent_number(value, useGrouping=False)


def _long(value: int | float) -> str:
    """A number beyond all that a sentence can want, or none at all."""
    if isinstance(value, float):
        return f"{value:g}"
    return str(value) if value.bit_length() < 1000 else f"{'-' * (value < 0)}10^{round(value.bit_length() * 0.30103)}"


def _gap(what: str, instead: str) -> str:
    if strict:
        raise MessageError(what)
    return instead
