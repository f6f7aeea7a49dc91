"""Makes text that a stranger's program printed harmless to look at, and keeps it readable.

A terminal code, a mark that turns the direction of writing round or a zero-width character would let a program make its
output look like something else, such as a passed check. They are shown by a visible sign instead.
"""

from typing import Any

_INVISIBLE = (
    (0x7F, 0xA0), (0xAD, 0xAE), (0x600, 0x606), (0x61C, 0x61D), (0x6DD, 0x6DE), (0x70F, 0x710), (0x180E, 0x180F),
    (0x200B, 0x200D), (0x200E, 0x2010), (0x2028, 0x202F), (0x2060, 0x2070), (0xFEFF, 0xFF00), (0xFFF9, 0xFFFC),
    (0x1BCA0, 0x1BCA4), (0x1D173, 0x1D17B), (0xE0000, 0xE0080),
)  # fmt: skip


def _signs() -> dict[int, str]:
    signs = {code: chr(0x2400 + code) for code in range(0x20)}
    for low, high in _INVISIBLE:
        signs |= {code: f"⟨U+{code:04X}⟩" for code in range(low, high)}
    signs |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # half a character: no UTF-8 can hold it
    del signs[ord("\t")], signs[ord("\n")]
    return signs


_SIGNS = _signs()


def plain(text: str) -> str:
    """The text with line ends as newlines and every invisible character, tabs apart, as a visible sign."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_SIGNS)


def plain_all(value: Any) -> Any:
    """A JSON value with every string in it made plain."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {plain(str(key)): plain_all(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_all(item) for item in value]
    return value
