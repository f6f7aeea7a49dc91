"""A field's name in three languages."""

from marshrut.simulator.messages import LANGUAGES, say

from ...own_languages import is_foreign


def titles_of(title: str) -> dict[str, str]:
    """The field's name in each language that it may be written in, and else what says that it is one."""
    return {lang: say(lang, "trik-title") if is_foreign(title, lang) else title for lang in LANGUAGES}
