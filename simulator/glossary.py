"""The terms of robotics, programming and competitions, each with its name and one definition in every language.

`curriculum/glossary.toml` has them; Russian is the source. `avoid` lists words, or what they begin with, that our
texts do not use for the thing; tests hold the texts to that.
"""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from .messages import FOLDER
from .toml_file import FileProblem, TomlFile, raise_first

GLOSSARY = FOLDER.parent / "glossary.toml"

Area = Literal["competitions", "programming", "robotics"]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]
Text = Annotated[str, Field(min_length=1)]


class GlossaryError(FileProblem):
    """The glossary is not as it must be; the text names file, line and key."""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Wording(_Table):
    """How a language calls a thing, and what it is, in one sentence."""

    term: Text
    means: Text


class Avoided(_Table):
    """Words, in small letters, that no text of that language uses for the thing."""

    ru: tuple[Text, ...] = ()
    kk: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()

    def of(self, lang: str) -> tuple[str, ...]:
        return {"ru": self.ru, "kk": self.kk, "en": self.en}[lang]


class Term(_Table):
    """One thing that has a name."""

    id: Identifier
    area: Area
    ru: Wording
    kk: Wording
    en: Wording
    avoid: Avoided = Avoided()

    def of(self, lang: str) -> Wording:
        return {"ru": self.ru, "kk": self.kk, "en": self.en}[lang]


class _GlossaryFile(_Table):
    term: tuple[Term, ...]


def load_glossary(path: Path = GLOSSARY) -> tuple[Term, ...]:
    """The terms, by area and id as in the file. GlossaryError names the first fault, and the rest in `others`."""
    toml = TomlFile(path, GlossaryError)
    terms = toml.parse(_GlossaryFile).term
    first = {term.id: index for index, term in reversed(list(enumerate(terms)))}
    raise_first([
        toml.problem(("term", index, "id"), "name-twice", key=f"term[{index + 1}].id", name=term.id)
        for index, term in enumerate(terms)
        if first[term.id] != index
    ])  # fmt: skip
    return terms
