"""The words of every message, in each language: `say(lang, message_id, **params)`.

Python names a message and gives its numbers; the words are Fluent files in `curriculum/messages/<lang>/`. Russian is
the source; a test holds the languages to the same messages and parameters.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES = ("ru", "kk", "en")
FOLDER = Path(__file__).resolve().parent.parent / "curriculum" / "messages"

Param = str | int | float

# A run's outcome must not hang on a missing word, so a gap shows as the bare id; the tests switch this on.
strict = False


class MessageError(LookupError):
    """A message, one of its parameters or its language does not exist."""


def say(lang: str, message_id: str, /, **params: Param) -> str:
    """The message in that language; `message_id` is `id` or `id.attribute`."""
    bundle = _bundle(lang)
    name, _, attribute = message_id.partition(".")
    if not bundle.has_message(name):
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
    bundle = _bundle(lang)
    name, _, attribute = message_id.partition(".")
    if not bundle.has_message(name):
        return False
    return not attribute or attribute in bundle.get_message(name).attributes


def files(lang: str) -> Iterator[Path]:
    """The message files of a language, in a fixed order."""
    yield from sorted((FOLDER / lang).glob("*.ftl"))


@cache
def _bundle(lang: str) -> "FluentBundle":
    # Imported here: Fluent and its number formats take 0.1 s, and a run that says nothing should not pay for them.
    from fluent.runtime import FluentBundle, FluentResource

    if lang not in LANGUAGES:
        raise MessageError(f"no language `{lang}`; there are {', '.join(LANGUAGES)}")
    # Isolation marks are invisible in a browser and rubbish in a terminal, a CSV file and a test.
    bundle = FluentBundle([lang], use_isolating=False)
    for path in files(lang):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def _plain(value: Param) -> Any:
    """Numbers without thousands separators: a line, a seed or a time is read back, not admired."""
    if isinstance(value, str):
        return value
    from fluent.runtime.types import fluent_number

    return fluent_number(value, useGrouping=False)


def _gap(what: str, instead: str) -> str:
    if strict:
        raise MessageError(what)
    return instead
