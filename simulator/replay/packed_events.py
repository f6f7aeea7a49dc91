"""What happened in a run, as the page lists it: the judge's marks, and what befell each robot and its program."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..fault_words import what_is_broken
from ..messages import LANGUAGES, has, say
from ..scene import fault_of
from ..shown_time import whole_ms
from ..trace import Trace
from ..trace.survived import CALLBACK
from .marks import Mark, of_kind
from .touches import TOUCHED, Touch, touches_of
from .track import BY_THE_WAY, each_robot, end_of

MOST_OF_A_KIND = 50  # events of a robot that are listed
AT_ONCE_MS = 100  # a run that ends for all ends for each where it has come to


def in_each_language(item: Mapping[str, Any]) -> dict[str, str]:
    """A check's or mark's message by language: its `texts`, if it has any; else where one is known, that for all."""
    if "texts" in item:
        return dict(item["texts"])
    message_id, params = item.get("message_id"), item.get("params") or {}
    if message_id and all(has(lang, message_id) for lang in LANGUAGES):
        return {lang: say(lang, message_id, **params) for lang in LANGUAGES}
    return dict.fromkeys(LANGUAGES, str(item.get("message", "")))


def packed_end(trace: Trace, marks: Sequence[Mark]) -> dict[str, Any]:
    """How the run ended: when and with what words by the judge, and where the program was if it was still running or
    ended the run itself. Without a judge, all by the trace."""
    t_us, kind, line, cls = end_of(trace)
    judged = of_kind(marks, "end")
    if not judged:
        return {"t_ms": whole_ms(t_us), "line": line, "cls": cls, "text": dict.fromkeys(LANGUAGES, kind)}
    t_ms = judged[-1]["t_ms"]
    if abs(t_ms - whole_ms(t_us)) > AT_ONCE_MS:
        line, cls = 0, ""
    return {"t_ms": t_ms, "line": line, "cls": cls, "text": in_each_language(judged[-1])}


def packed_events(trace: Trace, marks: Sequence[Mark], hide_faults: bool) -> list[dict[str, Any]]:
    """The judge's marks and what happened to each robot and its program, in the order of time; robots by number."""
    own, *rivals = each_robot(trace)
    events = [
        {key: mark.get(key) for key in ("kind", "t_ms", "x_mm", "y_mm", "rule")} | {"text": in_each_language(mark)}
        for mark in marks
    ]
    touches = {(touch.t_us, touch.robot, touch.kind, touch.name): touch for touch in touches_of(trace)}
    errors_marked = bool(of_kind(marks, CALLBACK))
    for number, robot in enumerate((own, *rivals)):
        for event in _of_robot(robot, number, touches, hide_faults):
            if number or not errors_marked or event["kind"] != CALLBACK:  # a mark tells each place once, and how often
                events.append(event)
    end = packed_end(own, marks)
    if not of_kind(marks, "end"):
        events.append({"kind": "end"} | end)
    ends = (_robot_s_end(robot, number, end_of(own)[1], end["t_ms"]) for number, robot in enumerate((own, *rivals)))
    events += filter(None, ends)
    # Python's sort keeps the order of what falls on the same ms: marks first.
    return sorted(events, key=lambda event: event["t_ms"])


def _of_robot(
    robot: Trace, number: int, touches: Mapping[tuple[int, int, str, str], Touch], hide_faults: bool
) -> Iterator[dict[str, Any]]:
    """What befell it on the way. A callback that fails a hundred times a second is told in the first few."""
    one_button = len(robot.header["scene"]["robot"]["buttons"]) < 2
    seen: Counter[str] = Counter()
    for t_us, _, happened, line, cls in robot.events:
        kind = "restarted" if hide_faults and happened == "brown_out" else happened
        touch = touches.get((t_us, number, kind, cls))
        told_by_the_other = kind in TOUCHED and touch is None
        if kind not in BY_THE_WAY or told_by_the_other or (kind == "fault" and hide_faults):
            continue
        seen[kind] += 1
        if seen[kind] > MOST_OF_A_KIND:
            continue
        name = "" if one_button and kind in {"press", "release"} else cls
        text = {lang: what_is_broken(lang, fault_of(cls), "") for lang in LANGUAGES} if kind == "fault" else {}
        place = {"x_mm": round(touch.x_mm), "y_mm": round(touch.y_mm)} if touch else {}
        yield {"kind": kind, "t_ms": whole_ms(t_us), "line": line, "cls": name, "text": text, "robot": number} | place


def _robot_s_end(robot: Trace, number: int, run_kind: str, run_ms: int) -> dict[str, Any] | None:
    """How that robot's program ended, unless that was the end of the whole run."""
    t_us, kind, line, cls = end_of(robot)
    if not kind or (kind == run_kind and abs(whole_ms(t_us) - run_ms) <= AT_ONCE_MS):
        return None
    text = {lang: say(lang, "replay-rival-ended", ended=kind) for lang in LANGUAGES}
    return {"kind": "rival_end", "t_ms": whole_ms(t_us), "line": line, "cls": cls, "text": text, "robot": number}
