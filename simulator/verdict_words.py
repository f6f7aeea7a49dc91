"""A verdict in words: terminal, picture and replay call it alike."""

from .messages import say

BOUT_ENDS = frozenset({"goal", "beaten", "draw"})  # of a bout they tell more than whether it was passed


def verdict_id(verdict: str, ended: str, *, bout: bool) -> str:
    """Its message; a bout between two robots is won, lost or drawn, and neither passed nor failed."""
    return f"verdict-bout-{ended}" if bout and ended in BOUT_ENDS else f"verdict-{verdict}"


def verdict_words(lang: str, verdict: str, ended: str, *, bout: bool) -> str:
    return say(lang, verdict_id(verdict, ended, bout=bout))
