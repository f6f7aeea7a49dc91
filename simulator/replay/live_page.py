"""The page of living boards: the replay's drawing, fed by a server while they live."""

from collections.abc import Mapping, Sequence
from typing import Any

from .colours import ROBOTS, SPEED_STOPS
from .document import page_text
from .packed_mat import packed_mat
from .packed_robot import SHOWN, packed_robot
from .packed_values import harmless
from .words import live_words

SCRIPTS = (
    "live_data.js",
    "words.js",
    "view.js",
    "standing.js",
    "draw.js",
    "drag.js",
    "stage.js",
    "names.js",
    "live_stage.js",
    "close_up.js",
    "parts.js",
    "live_panels.js",
    "live_link.js",
    "live_main.js",
)
_SPEED_MM_S = 500  # the end of the colour scale at first


def live_content(
    scenes: Sequence[Mapping[str, Any]],
    fields: Sequence[str],
    ports: Sequence[str],
    lang: str,
    titles: Mapping[str, str],
    variant_titles: Mapping[str, str],
    step: bool,
    called: Mapping[str, Mapping[str, str]] | None = None,
) -> dict[str, Any]:
    """What does not change while they live. `scenes` as a trace's header has them, one for each robot on the one mat;
    `fields` are the names of a state's values; `step`: time passes only when somebody lets it; `called`: what
    objects are called by language, by their ids."""
    content: dict[str, Any] = harmless(
        {
            "lang": lang,
            "words": live_words(),
            "titles": dict(titles),
            "variants": dict(variant_titles),
            "facts": {"task": "", "variant": ""},
            "mat": packed_mat(scenes[0]["mat"], called),
            "robots": [
                packed_robot(scene["robot"])
                | {
                    "port": port,
                    "start": {key: scene["start"][f"{key}_{unit}"] for key, unit in _START},
                    "lamp": scene["robot"]["leds"][0]["pin"] if scene["robot"]["leds"] else None,
                    "parts": [_part(part) for part in scene["robot"].get("parts", []) if part["chip"] in SHOWN],
                }
                for scene, port in zip(scenes, ports, strict=True)
            ],
            "fields": list(fields),
            "fastest": _SPEED_MM_S,
            "colours": SPEED_STOPS,
            "tints": ROBOTS,
            "step": step,
        }
    )
    return content


def live_text(content: Mapping[str, Any], lang: str) -> str:
    """The whole page."""
    return page_text("live.html.j2", ("page.css", "live.css"), SCRIPTS, lang, content, talks=True)


_START = (("x", "mm"), ("y", "mm"), ("heading", "deg"))


def _part(part: Mapping[str, Any]) -> dict[str, Any]:
    figures = dict(part["figures"])
    count, height = int(figures.get("count", 0)), int(figures.get("height", 0))
    return {"id": part["id"], "chip": part["chip"], "count": count, "height": height}
