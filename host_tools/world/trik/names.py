"""Names for a world file out of a field's: small Latin letters, digits, hyphens, each but once in its group."""

import re

# Russian and Kazakh letters as Latin ones; what has no sound of its own is left out.
_LATIN = dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziiklmnoprstufye", strict=True)) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "yu", "я": "ya", "ъ": "", "ь": "",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
}  # fmt: skip

MOST = 40
_UUID = re.compile(r"\{?[0-9a-f]{8}-[0-9a-f]{4}-")


def slug(text: str) -> str:
    """The text as a name; nothing where it has no letter to begin with, or is a number that a program drew."""
    if _UUID.match(text.lower()):
        return ""
    plain = "".join(_LATIN.get(sign, sign) for sign in text.lower())
    joined = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return re.sub(r"^[0-9-]+", "", joined)[:MOST].rstrip("-")


class Names:
    """Gives out names; each but once in a group."""

    def __init__(self) -> None:
        self._taken: set[tuple[str, str]] = set()
        self._counts: dict[tuple[str, str], int] = {}

    def given(self, group: str, wish: str, *, numbered: bool) -> str:
        """The wish itself where it is free, unless things of that kind are numbered anyway; else with a number."""
        name = wish
        while numbered or (group, name) in self._taken:
            key = (group, wish)
            self._counts[key] = self._counts.get(key, 0 if numbered else 1) + 1
            name = f"{wish[: MOST - 6].rstrip('-')}-{self._counts[key]}"
            if (group, name) not in self._taken:
                break
        self._taken.add((group, name))
        return name
