"""replay.html: one file, opened from the disk, that plays a run back without the program that wrote it.

The template, the style and the scripts are separate files in `page/` and are inlined here. What a program printed is
data and never markup: the page holds it as JSON and shows it as text, and its policy lets no other script run.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..trace import Trace
from .marks import Mark
from .pack import pack

PAGE = Path(__file__).parent / "page"

# In this order: each may use what the ones before it define.
SCRIPTS = (
    "data.js",
    "words.js",
    "view.js",
    "standing.js",
    "draw.js",
    "drag.js",
    "stage.js",
    "names.js",
    "stage_run.js",
    "close_up.js",
    "parts.js",
    "parts_run.js",
    "plots.js",
    "timeline.js",
    "output.js",
    "panels.js",
    "player.js",
    "sound.js",
    "main.js",
)


def write_replay(
    trace: Trace,
    result: Mapping[str, Any],
    marks: Sequence[Mark],
    path: Path,
    lang: str,
    words: Mapping[str, Mapping[str, str]],
    titles: Mapping[str, str] | None = None,
    variant_titles: Mapping[str, str] | None = None,
    *,
    hide_faults: bool = False,
    bout: bool = False,
    called: Mapping[str, Mapping[str, str]] | None = None,
) -> None:
    """Write the page, which opens in `lang`. `words`: from `words.replay_words`.

    `titles` and `variant_titles`: the task's and the variant's, by language; without them the page shows their ids.
    `hide_faults`: the page does not name what is broken. `bout`: the task lets two robots meet, who win or lose.
    `called`: what objects are called by language, by their ids.
    """
    text = replay_text(
        trace, result, marks, lang, words, titles, variant_titles, hide_faults=hide_faults, bout=bout, called=called
    )
    partial = path.with_name(path.name + ".partial")
    partial.write_text(text, encoding="utf-8", newline="\n")
    partial.replace(path)


def replay_text(
    trace: Trace,
    result: Mapping[str, Any],
    marks: Sequence[Mark],
    lang: str,
    words: Mapping[str, Mapping[str, str]],
    titles: Mapping[str, str] | None = None,
    variant_titles: Mapping[str, str] | None = None,
    *,
    hide_faults: bool = False,
    bout: bool = False,
    called: Mapping[str, Mapping[str, str]] | None = None,
) -> str:
    """The page that `write_replay` writes."""
    content = pack(
        trace,
        result,
        marks,
        lang,
        words,
        titles or {},
        variant_titles or {},
        hide_faults=hide_faults,
        bout=bout,
        called=called,
    )
    return page_text("page.html.j2", ("page.css",), SCRIPTS, lang, content, talks=False)


def page_text(
    template: str, styles: Sequence[str], scripts: Sequence[str], lang: str, content: Mapping[str, Any], talks: bool
) -> str:
    """A page of these files from `page/`. One that `talks` may ask the server it came from, and nobody else."""
    # Imported here: a run without a replay does not pay for it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    style = "\n".join((PAGE / name).read_text(encoding="utf-8") for name in styles)
    asks = "connect-src 'self'; " if talks else ""
    parts = "\n".join((PAGE / name).read_text(encoding="utf-8") for name in scripts)
    script = f'(() => {{\n"use strict";\n{parts}}})();\n'
    environment = Environment(loader=FileSystemLoader(PAGE), autoescape=True, undefined=StrictUndefined)
    return environment.get_template(template).render(
        lang=lang,
        policy=f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; img-src data:; "
        f"{asks}base-uri 'none'; form-action 'none'",
        style=Markup(style),
        script=Markup(script),
        content=Markup(json_for_html(content)),
    )


def json_for_html(value: Any) -> str:
    """JSON that can stand in a script element: nothing in it ends the element or starts another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
