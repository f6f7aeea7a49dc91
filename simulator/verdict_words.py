"""A verdict in words, and what penalties make of a time: terminal, picture and replay tell it alike."""

from collections.abc import Mapping

from .messages import say
from .shown_time import shown_seconds

BOUT_ENDS = frozenset({"goal", "beaten", "draw"})  # of a bout they tell more than whether it was passed


def verdict_id(verdict: str, ended: str, *, bout: bool) -> str:
    """Its message; a bout between two robots is won, lost or drawn, and neither passed nor failed."""
    return f"verdict-bout-{ended}" if bout and ended in BOUT_ENDS else f"verdict-{verdict}"


def verdict_words(lang: str, verdict: str, ended: str, *, bout: bool) -> str:
    return say(lang, verdict_id(verdict, ended, bout=bout))


def time_id(measures: Mapping[str, int | None]) -> str:
    """What the run's time is called: that of a lap, or until the goal."""
    return "summary-time" if "lap_mm" in measures else "summary-goal-time"


def time_words(lang: str, measures: Mapping[str, int | None]) -> str:
    """The run's time with its name; "" where it has none."""
    time_ms = measures.get("time_ms")
    if time_ms is None:
        return ""
    return f"{say(lang, time_id(measures)).lower()} {say(lang, 'summary-seconds', time_s=shown_seconds(time_ms))}"


def penalty_words(lang: str, measures: Mapping[str, int | None]) -> list[str]:
    """What penalties come to: with the run's time, or of a run without one what they add to it, and the time that a
    rule gives it."""
    time_ms, penalty_ms, total_ms = (measures.get(name) for name in ("time_ms", "penalty_ms", "total_ms"))
    if time_ms is not None:
        with_penalties = total_ms is not None and penalty_ms
        return [say(lang, "summary-total", time_s=shown_seconds(total_ms or 0))] if with_penalties else []
    told = [say(lang, "summary-penalties", time_s=shown_seconds(penalty_ms))] if penalty_ms else []
    return [*told, *([say(lang, "summary-counted", time_s=shown_seconds(total_ms))] if total_ms is not None else [])]
