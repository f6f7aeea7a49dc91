"""Which known name a mistyped one was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches

# Letters of Russian and Kazakh keyboards that nobody can tell from Latin ones by sight
_TWINS = str.maketrans("АВЕКМНОРСТУХІаеорсухі", "ABEKMHOPCTYXIaeopcyxi")

# What the keys of a Latin keyboard give in the Russian layout, and how Russian letters sound
_KEYS = str.maketrans("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm")
_SOUNDS = str.maketrans(
    dict(zip("абвгдеёзийклмнопрстуфхъыьэ", "abvgdeeziiklmnoprstufh y e", strict=True))
    | {"ж": "zh", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "yu", "я": "ya", "ъ": "", "ь": ""}
)
# Letters that look like digits
_DIGITS = str.maketrans("ОоOoЗзlIІ", "000033111")


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


def is_cyrillic(name: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in name)


def latin_meant(name: str, known: Iterable[str]) -> str:
    """The known name that a Cyrillic one sounds like, or is in the other layout of the keyboard; "" when none is."""
    candidates = list(known)
    for table in (_KEYS, _SOUNDS):
        latin = name.lower().translate(table)
        found = near_name(latin, candidates, 0.8) if latin.isascii() else ""
        if latin in candidates or found:
            return latin if latin in candidates else found
    return ""


def digits_meant(word: str) -> str:
    """The number that a word is with digits in place of letters that look like them; "" when it is none, or has none
    of those. One digit at least must be there, or nothing but the letter O."""
    number = word.translate(_DIGITS)
    likely = any(sign.isdigit() for sign in word) or set(word) <= set("ОоOo")
    return number if number != word and likely and number.replace(".", "", 1).isdigit() and number.isascii() else ""


def letter_in_number(word: str) -> str:
    """The first letter of a word that looks like a digit."""
    return next(letter for letter in word if letter.translate(_DIGITS) != letter)
