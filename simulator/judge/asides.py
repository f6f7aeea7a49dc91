"""What is worth saying of any run beside what its rules ask: errors that it survived, a robot that stood still, a
program that did nothing but print.

Reads the trace alone.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from ..messages import Param
from ..shown_time import shown_seconds, whole_ms
from ..trace import Trace
from ..trace.survived import Survived, survived_errors
from .judgement import Judgement, Mark
from .referee import TIME_LIMIT
from .state import HEADING_MDEG, X_UM, Y_UM

MOST_MARKS = 20  # a program may raise at as many places as it likes
LONG_US = 5_000_000  # a robot that stood still for less than this at the end may have waited for something
NEAR_UM, NEAR_MDEG = 2_000, 2_000


def with_asides(judgement: Judgement, trace: Trace) -> Judgement:
    """The judgement with a mark for each survived error, and an end that tells more where the trace does: that the
    robot stood until time was up, that what was too much was printed."""
    *marks, end = judgement.marks
    marks += _marks_of_errors(trace)
    marks.sort(key=lambda mark: mark.t_ms)
    if end.message_id in (f"ended-{TIME_LIMIT}", f"ended-{TIME_LIMIT}-counted"):
        end = _of_standing(end, trace)
    elif end.message_id == "ended-output_cap" and _mostly_printed(trace):
        end = replace(end, message_id="ended-output_cap-printed")
    return replace(judgement, marks=(*marks, end))


def _marks_of_errors(trace: Trace) -> Iterator[Mark]:
    times = [record[0] for record in trace.states]
    for error in survived_errors(trace)[:MOST_MARKS]:
        state = trace.states[max(bisect_right(times, error.t_us) - 1, 0)][2:]
        place = round(state[X_UM] / 1000), round(state[Y_UM] / 1000)
        params: dict[str, Param] = {"cls": error.cls, "place": _place(error, trace), "count": error.count}
        yield Mark(error.kind, whole_ms(error.t_us), *place, "", f"mark-{error.kind}", params)


def _place(error: Survived, trace: Trace) -> str:
    """File and line; a program of one file has the name under which it was handed in."""
    name = str(trace.header["programs"][0]["name"])
    file = name if error.file == "main.py" and name.endswith(".py") else error.file
    return f"{file}:{error.line}" if error.line else file


def _mostly_printed(trace: Trace) -> bool:
    """A callback that fails prints, too, and is an event."""
    return len(trace.texts) > len(trace.outputs) + len(trace.displays) + len(trace.events)


def _of_standing(end: Mark, trace: Trace) -> Mark:
    still_us = _still_since(trace)
    if trace.states[-1][0] - still_us < LONG_US:
        return end
    fields = trace.header["state_fields"]
    last = trace.states[-1][2:]
    most_mv = max(abs(last[fields.index(name)]) for name in ("left_mv", "right_mv"))
    params: dict[str, Param] = {
        **end.params,
        "still_s": shown_seconds(whole_ms(still_us)),
        "moved": int(still_us > 0),
        "driven": int(most_mv > 0),
        "most_v": round(most_mv / 1000, 2),
    }
    counted = "-counted" if end.message_id.endswith("-counted") else ""
    return replace(end, message_id=f"ended-{TIME_LIMIT}-still{counted}", params=params)


def _still_since(trace: Trace) -> int:
    """When the robot came to where it stood at the end, µs; 0 where it never left that place."""
    robot = [record for record in trace.states if record[1] == 0]
    last = robot[-1][2:]
    for record in reversed(robot):
        moved_um = max(abs(record[2 + X_UM] - last[X_UM]), abs(record[2 + Y_UM] - last[Y_UM]))
        if moved_um > NEAR_UM or abs(record[2 + HEADING_MDEG] - last[HEADING_MDEG]) > NEAR_MDEG:
            return record[0]
    return 0
