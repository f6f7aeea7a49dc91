"""What replay.html holds of a run: compact JSON that the page's data.js unpacks.

Columns are rounded to what a screen can show and stored as differences, since neighbours 20 ms apart differ little:
180 s take about half a megabyte. The trace itself stays the record of the run; the page is only a view of it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from ..fault_words import fault_words
from ..messages import LANGUAGES
from ..scene import fault_text
from ..scene.model import RobotFault
from ..shown_time import whole_ms
from ..trace import Trace
from ..verdict_words import penalty_words, time_id, verdict_id
from .colours import ROBOTS, SPEED_STOPS, round_up
from .journeys import Journey, journeys_of
from .marks import Mark
from .packed_events import in_each_language, packed_end, packed_events
from .packed_mat import packed_mat
from .packed_robot import MOST_RIVAL_TEXT, MOST_TEXT, packed_run
from .packed_values import differences, harmless
from .track import each_robot, top_speed_mm_s, track_of
from .words import profile_told

SCHEMA = "marshrut-replay/1"
TONES = {"verdict-pass": "good", "verdict-bout-goal": "good", "verdict-bout-draw": "even"}


def pack(
    trace: Trace,
    result: Mapping[str, Any],
    marks: Sequence[Mark],
    lang: str,
    words: Mapping[str, Mapping[str, str]],
    titles: Mapping[str, str],
    variant_titles: Mapping[str, str],
    *,
    hide_faults: bool = False,
    bout: bool = False,
    called: Mapping[str, Mapping[str, str]] | None = None,
) -> dict[str, Any]:
    """The page's whole content as a JSON value; every text in it is harmless to look at.

    `hide_faults`: what is broken shows only in what the robot does.
    """
    own, *rivals = each_robot(trace)
    scene = own.header["scene"]
    journeys = journeys_of(trace)
    mat = packed_mat(scene["mat"], called) | {"poses": [journey.poses[0] for journey in journeys]}
    content = {
        "schema": SCHEMA,
        "lang": lang,
        "words": words,
        "titles": dict(titles),
        "variants": dict(variant_titles),
        "facts": _facts(result),
        "faults": [] if hide_faults else _faults(scene),
        "result": _result(result, bout),
        "end": packed_end(own, marks),
        "mat": mat,
        "fastest": round_up(max(top_speed_mm_s(track_of(robot)) for robot in (own, *rivals))),
        "colours": SPEED_STOPS,
        "tints": ROBOTS,
        "events": packed_events(trace, marks, hide_faults),
    }
    robots = [packed_run(own, MOST_TEXT), *(packed_run(rival, MOST_RIVAL_TEXT) for rival in rivals)]
    return harmless(content) | {"robots": robots, "journeys": _journeys(journeys)}


def _facts(result: Mapping[str, Any]) -> dict[str, str]:
    return {
        "task": f"{result['task']['id']} {result['task']['version']}",
        "variant": str(result["variant"]),
        "seed": " · ".join(filter(None, (str(result["seed"]), profile_told(result)))),
        "runtime": str(result["runtime"]),
        "program": ", ".join(program["name"] for program in result["programs"]),
        "trace": result["trace_sha256"],
    }


def _faults(scene: Mapping[str, Any]) -> list[dict[str, str]]:
    """All that is broken or will break, in words by language."""
    texts = [fault_text(RobotFault(**fault)) for fault in scene["faults"]]
    return [{lang: fault_words(lang, text, "") for lang in LANGUAGES} for text in texts]


def _result(result: Mapping[str, Any], bout: bool) -> dict[str, Any]:
    """What the judge says. Where nothing is `judged`, there are neither points nor checks."""
    score = result["score"] or {"points": 0, "max": 0}
    word = verdict_id(result["verdict"], result.get("ended", ""), bout=bout)
    return {
        "judged": result["score"] is not None,
        "verdict": result["verdict"],
        "verdict_word": word,
        "tone": TONES.get(word, "bad"),
        "points": score["points"],
        "max": score["max"],
        "time_ms": result["measures"].get("time_ms"),
        "time_word": time_id(result["measures"]),
        "penalties": {lang: penalty_words(lang, result["measures"]) for lang in LANGUAGES},
        "checks": [
            {key: check.get(key) for key in ("passed", "points", "max", "rule", "t_ms", "x_mm", "y_mm")}
            | {"text": in_each_language(check), "cost": check.get("cost", {})}
            for check in result["checks"]
        ],
    }


def _journeys(journeys: Sequence[Journey]) -> list[dict[str, Any]]:
    """Those of objects that moved: tenths of a mm and of a degree, and only where these change."""
    found = []
    for number, journey in enumerate(journeys):
        rows: list[tuple[int, ...]] = []
        for t_us, (x, y, heading, lying) in zip(journey.t_us[1:], journey.poses[1:], strict=True):
            row = whole_ms(t_us), round(x * 10), round(y * 10), round(heading * 10), int(lying)
            if not rows or rows[-1][1:] != row[1:]:
                rows.append(row)
        if rows:
            columns = zip(("t_ms", "x", "y", "heading", "lying"), zip(*rows, strict=True), strict=True)
            found.append({"object": number} | {name: differences(column) for name, column in columns})
    return found
