"""One robot of a run as the page draws it: its shape, where it was, what it showed and what it printed."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ..printable import printable
from ..shown_time import whole_ms
from ..trace import Trace
from .packed_values import differences, harmless
from .parts import ShownPart, shown_parts
from .sensing import sensing_marks
from .track import Track, track_of

MOST_TEXT = 1_000_000  # characters of output; the page shows only the lines in view, but a file must still be opened
MOST_RIVAL_TEXT = MOST_TEXT // 4

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


def packed_run(own: Trace, most_text: int = MOST_TEXT) -> dict[str, Any]:
    """All of a robot, from its own view of the run; every text in it is harmless to look at."""
    scene = own.header["scene"]
    about = {
        "name": own.header["programs"][0]["name"],
        "shape": packed_robot(scene["robot"]),
        "led": _led(own, scene),
    }
    parts = [_part(part) for part in shown_parts(own, SHOWN) if part.looks]
    return harmless(about) | {"track": _track(track_of(own)), "text": _text(own, most_text), "parts": parts}


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
        [whole_ms(t_us), int(value > 0)]
        for t_us, number, changed, value in trace.outputs
        if (number, changed) == (0, led["pin"]) and whole_ms(t_us) < min(broken, default=float("inf"))
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
        "t_ms": differences((whole_ms(t_us) for t_us, _ in part.looks)),
        "pieces": list(pieces),
        "at": at,
    }


def _text(trace: Trace, most: int) -> dict[str, Any]:
    """The output in one string, with the times and lengths of its parts."""
    times: list[int] = []
    parts: list[list[str]] = []
    room = most
    for t_us, _robot_number, text in trace.texts:
        if room <= 0:
            break
        if not times or whole_ms(t_us) != times[-1]:
            times.append(whole_ms(t_us))
            parts.append([])
        parts[-1].append(text[:room])
        room -= len(text)
    # Joined first: "\r" and "\n" may come in two pieces.
    texts = [harmless("".join(pieces)) for pieces in parts]
    # A browser counts UTF-16 units.
    lengths = [len(text.encode("utf-16-le")) // 2 for text in texts]
    return {"t_ms": differences(times), "lengths": lengths, "all": "".join(texts), "cut": room < 0}
