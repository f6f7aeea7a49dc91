"""The files that make an imported field a task for `marshrut sim`: not judged, with the field's time limit."""

from collections.abc import Iterator, Mapping

from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.toml_text import Value, table

ROBOT = "sensor-rover"  # fields are full of walls: the rover that sees them
PRESS_MS, PRESSED_MS = 1000, 150

HEADER = """\
# Made of a field of TRIK Studio: marshrut world import. Nothing is judged; what the field asks is in rules.toml.

"""


def task_text(identifier: str, titles: Mapping[str, str], time_limit_ms: int) -> str:
    summary = {lang: say(lang, "trik-task-summary", title=titles[lang]) for lang in LANGUAGES}
    variant: dict[str, Value] = {"id": "field", "world": "world.toml", "start": "start", "title": dict(titles)}
    text = (
        HEADER
        + table("", {"id": identifier, "version": 1, "robot": ROBOT})
        + table("[title]", dict(titles))
        + table("[summary]", summary)
        + table("[limits]", {"time_limit_ms": time_limit_ms})
        + table("[[variants]]", variant)
        + (_press() if time_limit_ms > PRESS_MS else "")
    )
    return text.rstrip("\n") + "\n"


def _press() -> str:
    press: dict[str, Value] = {"button": "button", "at_ms": PRESS_MS, "for_ms": PRESSED_MS}
    return table("[[presses]]", press, "For programs that wait for the button.")


def statements(titles: Mapping[str, str], time_limit_ms: int, comments: list[str]) -> Iterator[tuple[str, str]]:
    """The name and text of the statement in each language; what stands on the field is quoted as it is."""
    quoted = "".join(f"\n> {_plain(comment)}\n" for comment in comments)
    for lang in LANGUAGES:
        seconds = say(lang, "trik-task-text", seconds=f"{time_limit_ms / 1000:g}")
        yield f"text/{lang}.md", f"# {_plain(titles[lang])}\n\n{seconds}\n{quoted}"


def _plain(text: str) -> str:
    """Without what Markdown would take for marks of its own."""
    return "".join("\\" + sign if sign in "\\`*_{}[]<>#|" else sign for sign in text)
