"""Texts that a file gives in three languages: each is written in its own, and a longer one is no copy of another."""

import re
from collections.abc import Iterator
from typing import Any

from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.toml_file import FileProblem, TomlFile
from marshrut.simulator.toml_lines import KeyPath

COPIED_WORDS = 4  # a text of fewer words may well be a name, the same in two languages
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
CYRILLIC = re.compile("[\u0400-\u04ff]")
CODE = re.compile(r"`[^`]*`")
_COPIES = (("kk", "ru"), ("en", "ru"), ("kk", "en"))
_PLACE = re.compile(r"\{[^}]*\}")  # of a number that a scorer gives


def language_faults(toml: TomlFile) -> Iterator[FileProblem]:
    """Of each text that the file has under `ru`, `kk` and `en`."""
    for path, texts in _texts(toml.data, ()):
        wrong = [lang for lang in LANGUAGES if is_foreign(texts[lang], lang)]
        for lang in wrong:
            yield toml.problem((*path, lang), "text-language", key=toml.name((*path, lang)), lang=lang)
        for lang, source in _COPIES if not wrong else ():
            if is_long(texts[lang]) and texts[lang].strip() == texts[source].strip():
                key = toml.name((*path, lang))
                yield toml.problem((*path, lang), "text-copied", key=key, source=toml.name((*path, source)))


def is_long(text: str) -> bool:
    """Whether it is longer than a name may be; code is no words."""
    return len(re.findall(r"[^\W\d_]+", CODE.sub("", text))) >= COPIED_WORDS


def is_foreign(text: str, lang: str) -> bool:
    """Whether its letters are not those of that language; a short text in Latin letters may be a name anywhere."""
    plain = _PLACE.sub("", CODE.sub("", text))
    if lang == "en":
        return CYRILLIC.search(plain) is not None
    return (is_long(plain) and not CYRILLIC.search(plain)) or (lang == "ru" and KAZAKH.search(plain) is not None)


def _texts(node: Any, path: KeyPath) -> Iterator[tuple[KeyPath, dict[str, str]]]:
    if isinstance(node, dict):
        if all(isinstance(node.get(lang), str) for lang in LANGUAGES):
            yield path, node
        for key, item in node.items():
            yield from _texts(item, (*path, key))
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from _texts(item, (*path, index))
