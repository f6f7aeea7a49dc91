"""Which known name a mistyped one was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches

# Letters of Russian and Kazakh keyboards that nobody can tell from Latin ones by sight
_TWINS = str.maketrans("АВЕКМНОРСТУХІаеорсухі", "ABEKMHOPCTYXIaeopcyxi")


def near_name(name: str, known: Iterable[str], alike: float = 0.7) -> str:
    """The known name nearest to `name`, or "" when none is near: a far guess would only mislead.

    `alike` is the share of the letters that both must have; 0.65 lets one letter of three be another.
    """
    by_lower = {candidate.lower(): candidate for candidate in known if candidate != name}
    found = get_close_matches(name.lower(), sorted(by_lower), n=1, cutoff=alike)
    return by_lower[found[0]] if found else ""


def latin_twin(name: str) -> str:
    """The name with Latin letters in place of Cyrillic ones that look the same, or "" when it has none of those or
    others too, which make it a word of another language."""
    latin = name.translate(_TWINS)
    return latin if latin != name and latin.isascii() else ""


def odd_letter(name: str) -> str:
    """The first letter of a name that only looks Latin."""
    return next(letter for letter in name if letter.translate(_TWINS) != letter)
