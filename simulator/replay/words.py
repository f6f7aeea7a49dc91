"""The words of pictures and replays, by language, from `curriculum/messages/<lang>/replay.ftl`.

A page speaks three languages without the program that wrote it, so it takes its words along. What it fills in later,
such as a line number, stands in them as `{line}`.
"""

from collections.abc import Mapping
from typing import Any

from ..fault_words import fault_words
from ..messages import LANGUAGES, say
from ..verdict_words import penalty_words, time_words, verdict_words

PAGE_WORDS = (
    "language", "title", "play", "pause", "step-back", "step-forward", "to-start", "to-end", "rate", "timeline",
    "zoom-in", "zoom-out", "fit", "follow", "follow-hint", "keys", "close", "key-name-space", "key-space",
    "key-arrows", "key-shift-arrows", "key-home-end", "key-brackets", "key-events", "key-view", "key-zoom",
    "key-sound", "key-robots", "sound", "parts", "robots", "robot", "mat-hint", "output", "output-tab",
    "output-empty", "output-none-yet", "output-cut", "events", "result", "plots-closer", "plots-wider", "close-up",
    "sensors", "sensors-hint", "voltage", "current", "speed", "battery", "heading", "position", "left", "right",
    "slip", "decimal", "seconds", "volts", "milliamps", "mm-per-s", "mm", "metres", "hertz", "task", "variant", "seed",
    "runtime", "program", "program-line", "duration", "trace", "points", "points-of", "rule",
    "check", "go", "mark-start", "mark-finish", "mark-scored", "mark-penalty", "mark-lost", "mark-regained",
    "mark-press", "mark-release", "mark-callback_error", "mark-task_error", "mark-reset", "mark-fault",
    "mark-brown_out", "mark-restarted", "mark-wall", "mark-robot", "mark-object", "mark-end", "chip-ssd1306",
    "chip-ws2812", "chip-sg90", "chip-buzzer", "chip-hc-sr04", "chip-vl53l0x", "chip-tcs34725", "chip-bump-switch",
)  # fmt: skip

# In the catalogue under these very names, for everything that tells of a run.
SHARED_WORDS = (
    "summary-faults", "verdict-pass", "verdict-fail", "verdict-void", "verdict-disqualified", "verdict-error",
    "summary-time", "summary-goal-time", "verdict-bout-goal", "verdict-bout-beaten", "verdict-bout-draw",
)  # fmt: skip

LIVE_WORDS = (
    "title", "gone", "runs", "runs-none", "replay", "robot", "port", "time", "run", "run-none", "run-going", "run-over",
    "key-start", "key-button", "key-reset", "key-unplug", "key-plug", "key-step",
    "hint-start", "hint-button", "hint-reset", "hint-cable", "hint-step",
)  # fmt: skip

PICTURE_WORDS = (
    "x",
    "y",
    "speed",
    "start",
    "finish",
    "end",
    "lost",
    "more",
    "sensors",
    "clock",
    "touch",
    "moved",
    "beyond",
    "seconds",
    "until",
    "tones",
)

SHOWN_CHIPS = ("ssd1306", "ws2812", "sg90", "buzzer")  # in the picture

UNUSUAL_PROFILES = frozenset({"nominal", "hard"})

_FILLED_IN_LATER = {name: f"{{{name}}}" for name in ("line", "points", "max", "count", "value", "number", "name")}


def replay_words() -> dict[str, dict[str, str]]:
    """The page's words: language → name → text."""
    return {lang: _page_words(lang) for lang in LANGUAGES}


def live_words() -> dict[str, dict[str, str]]:
    """Those of a living board's page: the replay's, and more under `live-…`."""
    return {
        lang: _page_words(lang) | {f"live-{word}": say(lang, f"live-{word}", number="{number}") for word in LIVE_WORDS}
        for lang in LANGUAGES
    }


def _page_words(lang: str) -> dict[str, str]:
    words = {word: say(lang, f"replay-{word}", **_FILLED_IN_LATER) for word in PAGE_WORDS}
    return words | {word: say(lang, word) for word in SHARED_WORDS}


def picture_labels(
    lang: str, result: Mapping[str, Any], variant_title: str = "", *, bout: bool = False
) -> dict[str, str]:
    """The picture's words in one language; its caption tells that result's variant, seed, runtime, and where there are
    any, how much the seed varied otherwise than usual, its verdict and time.

    `faults` says what is broken, in words; "" for nothing.
    """
    labels = {word: say(lang, f"picture-{word}", **_FILLED_IN_LATER) for word in PICTURE_WORDS}
    labels |= {word: say(lang, f"replay-{word}", **_FILLED_IN_LATER) for word in ("decimal", "robot")}
    labels |= {f"chip-{chip}": say(lang, f"replay-chip-{chip}") for chip in SHOWN_CHIPS}
    judged = result["verdict"] != "none"
    verdict = verdict_words(lang, result["verdict"], result.get("ended", ""), bout=bout) if judged else ""
    facts = [
        variant_title or say(lang, "picture-variant", value=str(result["variant"])),
        say(lang, "picture-seed", value=result["seed"]),
        *([profile] if (profile := profile_told(result)) else []),
        str(result["runtime"]),
        *([verdict] if verdict else []),
    ]
    facts += filter(None, [time_words(lang, result["measures"])])
    facts += penalty_words(lang, result["measures"])
    broken = "; ".join(fault_words(lang, text, "") for text in result.get("faults", ()))
    faults = f"{say(lang, 'summary-faults')}: {broken}" if broken else ""
    return labels | {"caption": " · ".join(facts), "faults": faults}


def profile_told(result: Mapping[str, Any]) -> str:
    """`--nominal` or `--hard`, as the run was started; "" where the seed varied as usual."""
    profile = str(result.get("profile", ""))
    return f"--{profile}" if profile in UNUSUAL_PROFILES else ""
