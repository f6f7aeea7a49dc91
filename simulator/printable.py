"""Text of unknown origin made fit to be shown: what would move a cursor or turn text round is named."""

import unicodedata

# Directions of writing and invisible joints: harmless in prose, a disguise in code and in a terminal.
_INVISIBLE = frozenset("\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")


def printable(text: str) -> str:
    """The text with every control character but line feed and tab as its code, such as `\\x1b`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(sign if _harmless(sign) else _named(sign) for sign in text)


def _harmless(sign: str) -> bool:
    if sign in "\n\t":
        return True
    return sign not in _INVISIBLE and unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp")


def _named(sign: str) -> str:
    code = ord(sign)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def sheet_cell(text: str) -> str:
    """The text for a cell of a table that a spreadsheet may open: none takes it for a formula or a command.

    What begins like one gets an apostrophe before it (OWASP, "CSV Injection").
    """
    shown = printable(text)
    return f"'{shown}" if shown[:1] == "\t" or shown.lstrip().startswith(("=", "+", "-", "@")) else shown
