"""What replay.html holds of a run: compact JSON that the page's data.js unpacks.

Columns are rounded to what a screen can show and stored as differences, since neighbours 20 ms apart differ little:
180 s take about half a megabyte. The trace itself stays the record of the run; the page is only a view of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from ..fault_words import fault_words, what_is_broken
from ..messages import LANGUAGES, has, say
from ..printable import printable
from ..scene import fault_of, fault_text
from ..scene.model import RobotFault
from ..trace import Trace
from ..trace.survived import CALLBACK
from .colours import GLARE, GLARE_ALPHA, SPEED_STOPS, WALL, floor_colour, round_up
from .marks import Mark, of_kind
from .parts import ShownPart, shown_parts
from .sensing import sensing_marks
from .track import BY_THE_WAY, Track, end_of, top_speed_mm_s, track_of

SCHEMA = "marshrut-replay/1"
MOST_TEXT = 1_000_000  # characters of output; the page shows only the lines in view, but a file must still be opened

MOST_OF_A_KIND = 50  # events of a program that are listed

# The trace's columns that the page shows: name on the page, name in the trace, size of a step in the trace's unit.
_COLUMNS = (
    ("x", "x_um", 100),
    ("y", "y_um", 100),
    ("heading", "heading_mdeg", 100),
    ("speed", "v_um_s", 1000),
    ("left_mv", "left_mv", 10),
    ("right_mv", "right_mv", 10),
    ("left_ma", "left_ma", 1),
    ("right_ma", "right_ma", 1),
    ("battery_mv", "battery_mv", 5),
    ("slip", "slip", 1),
)
SHOWN = frozenset({"ssd1306", "ws2812", "sg90", "buzzer"})
_SENSOR_STEP = 16  # the ADC has 12 bits, scaled to 16


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
) -> dict[str, Any]:
    """The page's whole content as a JSON value; every text in it is harmless to look at.

    `hide_faults`: what is broken shows only in what the robot does.
    """
    track = track_of(trace)
    scene = trace.header["scene"]
    content = {
        "schema": SCHEMA,
        "lang": lang,
        "words": words,
        "titles": dict(titles),
        "variants": dict(variant_titles),
        "facts": _facts(result),
        "faults": [] if hide_faults else _faults(scene),
        "result": _result(result),
        "end": _end(trace, marks),
        "mat": packed_mat(scene["mat"]),
        "robot": packed_robot(scene["robot"]),
        "fastest": round_up(top_speed_mm_s(track)),
        "colours": SPEED_STOPS,
        "led": _led(trace, scene),
        "events": _events(trace, marks, hide_faults),
    }
    parts = [_part(part) for part in shown_parts(trace, SHOWN) if part.looks]
    return harmless(content) | {"track": _track(track), "text": _text(trace), "parts": parts}


def differences(values: Iterable[int], step: int = 1) -> list[int]:
    """Each value in steps (rounded to the nearest), less the one before; the first as it is."""
    steps = [(value + step // 2) // step for value in values]
    return [now - before for now, before in zip(steps, [0, *steps], strict=False)]


def harmless(value: Any) -> Any:
    """A JSON value with every string in it made printable; line ends become newlines."""
    if isinstance(value, str):
        lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        # Line by line: that most lines are harmless is quickly seen.
        return "\n".join(map(printable, lines))
    if isinstance(value, dict):
        return {printable(str(key)): harmless(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [harmless(item) for item in value]
    return value


def _end(trace: Trace, marks: Sequence[Mark]) -> dict[str, Any]:
    """How the run ended: what the program was doing, and what the judge says about it."""
    t_us, kind, line, cls = end_of(trace)
    judged = of_kind(marks, "end")
    text = _in_each_language(judged[-1]) if judged else dict.fromkeys(LANGUAGES, kind)
    return {"t_ms": t_us // 1000, "line": line, "cls": cls, "text": text}


def _facts(result: Mapping[str, Any]) -> dict[str, str]:
    return {
        "task": f"{result['task']['id']} {result['task']['version']}",
        "variant": str(result["variant"]),
        "seed": str(result["seed"]),
        "runtime": str(result["runtime"]),
        "program": ", ".join(program["name"] for program in result["programs"]),
        "trace": result["trace_sha256"],
    }


def _faults(scene: Mapping[str, Any]) -> list[dict[str, str]]:
    """All that is broken or will break, in words by language."""
    texts = [fault_text(RobotFault(**fault)) for fault in scene["faults"]]
    return [{lang: fault_words(lang, text, "") for lang in LANGUAGES} for text in texts]


def _result(result: Mapping[str, Any]) -> dict[str, Any]:
    """What the judge says. Where nothing is `judged`, there are neither points nor checks."""
    score = result["score"] or {"points": 0, "max": 0}
    return {
        "judged": result["score"] is not None,
        "verdict": result["verdict"],
        "points": score["points"],
        "max": score["max"],
        "time_ms": result["measures"].get("time_ms"),
        "checks": [
            {key: check.get(key) for key in ("passed", "points", "max", "rule", "t_ms", "x_mm", "y_mm")}
            | {"text": _in_each_language(check)}
            for check in result["checks"]
        ],
    }


def _in_each_language(item: Mapping[str, Any]) -> dict[str, str]:
    """A check's or mark's message by language; where only one is known, that one for all."""
    message_id, params = item.get("message_id"), item.get("params") or {}
    if message_id and all(has(lang, message_id) for lang in LANGUAGES):
        return {lang: say(lang, message_id, **params) for lang in LANGUAGES}
    return dict.fromkeys(LANGUAGES, str(item.get("message", "")))


def packed_mat(mat: Mapping[str, Any]) -> dict[str, Any]:
    surfaces = [
        {key: value for key, value in surface.items() if key not in {"id", "reflectance", "rgb"}}
        | {"colour": floor_colour(surface)}
        for surface in mat["surfaces"]
    ]
    return {
        "width": mat["width_mm"],
        "height": mat["height_mm"],
        "colour": floor_colour(mat),
        "surfaces": surfaces,
        "lights": [light["points"] for light in mat["lights"]],
        "light_colour": GLARE + f"{round(255 * GLARE_ALPHA):02x}",
        "wall_colour": WALL,
        "walls": [[wall["x0_mm"], wall["y0_mm"], wall["x1_mm"], wall["y1_mm"]] for wall in mat["walls"]],
    }


def packed_robot(robot: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "outline": robot["outline"],
        "wheels": [
            {"x": motor["wheel_x_mm"], "y": motor["wheel_y_mm"], "radius": motor["wheel_diameter_mm"] / 2}
            for motor in (robot["left"], robot["right"])
        ],
        "sensors": [
            {"x": sensor["x_mm"], "y": sensor["y_mm"], "footprint": sensor["footprint_mm"]}
            for sensor in robot["reflectance"]
        ],
        "leds": [{"x": led["x_mm"], "y": led["y_mm"]} for led in robot["leds"]],
        "marks": [asdict(mark) for mark in sensing_marks(robot)],
    }


def _track(track: Track) -> dict[str, Any]:
    columns = {name: {"step": step, "d": differences(track.columns[source], step)} for name, source, step in _COLUMNS}
    for number, source in enumerate(track.line_sensors(), start=1):
        columns[f"line{number}"] = {"step": _SENSOR_STEP, "d": differences(track.columns[source], _SENSOR_STEP)}
    return {"t_ms": differences(track.t_us, 1000), "columns": columns}


def _led(trace: Trace, scene: Mapping[str, Any]) -> list[list[int]]:
    """When the first LED changed: [t_ms, on]; one that has broken is dark from then on."""
    if not scene["robot"]["leds"]:
        return []
    led = scene["robot"]["leds"][0]
    broken = [fault["at_ms"] for fault in scene["faults"] if fault["device"] == led["id"]]
    changes = [
        [t_us // 1000, int(value > 0)]
        for t_us, number, changed, value in trace.outputs
        if (number, changed) == (0, led["pin"]) and t_us // 1000 < min(broken, default=float("inf"))
    ]
    return [*changes, *([min(broken), 0] for _ in broken[:1])]


def _part(part: ShownPart) -> dict[str, Any]:
    """What a part showed: times, and texts cut at "/" into pieces, each of which is kept once."""
    pieces: dict[str, int] = {}
    at = [[pieces.setdefault(piece, len(pieces)) for piece in text.split("/")] for _, text in part.looks]
    return {
        "id": printable(part.id),
        "chip": part.chip,
        "height": int(part.figures.get("height", 0)),
        "count": int(part.figures.get("count", 0)),
        "t_ms": differences((t_us // 1000 for t_us, _ in part.looks)),
        "pieces": list(pieces),
        "at": at,
    }


def _events(trace: Trace, marks: Sequence[Mark], hide_faults: bool) -> list[dict[str, Any]]:
    """The judge's marks and what happened to the program, in the order of time."""
    events = [
        {key: mark.get(key) for key in ("kind", "t_ms", "x_mm", "y_mm", "rule")} | {"text": _in_each_language(mark)}
        for mark in marks
    ]
    one_button = len(trace.header["scene"]["robot"]["buttons"]) < 2
    seen: Counter[str] = Counter()
    for t_us, _robot_number, happened, line, cls in trace.events:
        kind = "restarted" if hide_faults and happened == "brown_out" else happened
        if kind == CALLBACK and of_kind(marks, CALLBACK):
            continue  # a mark tells each place once, and how often
        if kind == "fault" and hide_faults:
            continue
        seen[kind] += 1
        # A callback that fails a hundred times a second is told in the first few.
        if kind in BY_THE_WAY and seen[kind] <= MOST_OF_A_KIND:
            name = "" if one_button and kind in {"press", "release"} else cls
            text = {lang: what_is_broken(lang, fault_of(cls), "") for lang in LANGUAGES} if kind == "fault" else {}
            events.append({"kind": kind, "t_ms": t_us // 1000, "line": line, "cls": name, "text": text})
    if not of_kind(marks, "end"):
        events.append({"kind": "end"} | _end(trace, marks))
    # Python's sort keeps the order of what falls on the same ms: marks first.
    return sorted(events, key=lambda event: event["t_ms"])


def _text(trace: Trace) -> dict[str, Any]:
    """The output in one string, with the times and lengths of its parts."""
    times: list[int] = []
    parts: list[list[str]] = []
    room = MOST_TEXT
    for t_us, _robot_number, text in trace.texts:
        if room <= 0:
            break
        if not times or t_us // 1000 != times[-1]:
            times.append(t_us // 1000)
            parts.append([])
        parts[-1].append(text[:room])
        room -= len(text)
    # Joined first: "\r" and "\n" may come in two pieces.
    texts = [harmless("".join(pieces)) for pieces in parts]
    # A browser counts UTF-16 units.
    lengths = [len(text.encode("utf-16-le")) // 2 for text in texts]
    return {"t_ms": differences(times), "lengths": lengths, "all": "".join(texts), "cut": room < 0}
