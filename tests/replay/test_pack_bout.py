"""What replay.html holds of other robots and of objects that moved: true to the trace, small, and told once."""

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.replay import picture_labels, replay_words, write_picture, write_replay
from marshrut.simulator.replay.pack import pack
from marshrut.simulator.trace import Trace, TraceWriter

from .made_up_bout import BOX, FELLED, NAMES, PIN, POST, PUSHED, RIVAL_SAYS, rival_pose, with_rival, with_things
from .made_up_run import Run


def packed(run: Run, **more: Any) -> Any:
    return pack(run.trace, run.result, run.marks, "en", {}, {}, {}, **more)


@pytest.fixture(scope="module")
def bout(lap: Run) -> Run:
    return with_rival(with_things(lap))


def test_each_robot_has_its_own_way_and_words(bout: Run) -> None:
    own, rival = packed(bout)["robots"]
    assert (own["name"], rival["name"]) == NAMES
    assert RIVAL_SAYS not in own["text"]["all"] and rival["text"]["all"] == RIVAL_SAYS
    assert len(rival["track"]["t_ms"]) == len(own["track"]["t_ms"])
    x, y = ([value / 10 for value in itertools.accumulate(rival["track"]["columns"][name]["d"])] for name in "xy")
    for i in (0, 200, 500):
        assert (x[i], y[i]) == pytest.approx(rival_pose(i * 0.02)[:2], abs=0.06)


@pytest.mark.parametrize(
    ("ended", "bout", "word", "tone"),
    [
        ("goal", True, "verdict-bout-goal", "good"),
        ("beaten", True, "verdict-bout-beaten", "bad"),
        ("draw", True, "verdict-bout-draw", "even"),
        ("crashed", True, "verdict-fail", "bad"),
        ("draw", False, "verdict-fail", "bad"),
    ],
)
def test_a_bout_is_won_or_lost_in_page_and_picture(lap: Run, ended: str, bout: bool, word: str, tone: str) -> None:
    result = lap.result | {"verdict": "pass" if ended == "goal" else "fail", "ended": ended}
    told = pack(lap.trace, result, lap.marks, "en", {}, {}, {}, bout=bout)["result"]
    assert (told["verdict_word"], told["tone"]) == (word, tone)
    for lang in LANGUAGES:
        assert f" · {say(lang, word)} · " in picture_labels(lang, result, bout=bout)["caption"]
        assert replay_words()[lang][word] == say(lang, word)


def test_a_lone_robot_s_page_is_as_before(lap: Run) -> None:
    content = packed(lap)
    assert len(content["robots"]) == 1 and content["journeys"] == []
    assert all(event.get("robot", 0) == 0 for event in content["events"])


def test_what_happened_is_told_once_with_its_robot_and_place(bout: Run) -> None:
    events = [event for event in packed(bout)["events"] if event["kind"] in {"robot", "object", "wall", "rival_end"}]
    assert [(event["kind"], event["t_ms"], event["robot"], event["cls"]) for event in events] == [
        ("object", 1980, 0, "pin"),
        ("object", 2995, 0, "box"),
        ("robot", 4000, 0, "robot-2"),
        ("rival_end", 6000, 1, "ValueError"),
    ]
    assert all("x_mm" in event for event in events[:3])
    assert len(set(events[3]["text"].values())) == len(LANGUAGES) and events[3]["line"] == 7


def test_a_trace_from_before_there_were_objects_and_rivals_is_drawn(lap: Run, tmp_path: Path) -> None:
    old = json.loads(json.dumps(lap.trace.header))
    for name in ("objects", "zones", "ramps"):
        old["scene"]["mat"].pop(name, None)
    writer = TraceWriter(old)
    writer.lines += lap.trace.lines
    writer.event(2_000_000, 0, "wall", 0, "a wall")
    run = Run(Trace.of(writer), lap.marks, lap.result)
    content = packed(run)
    assert content["mat"]["objects"] == content["mat"]["poses"] == content["journeys"] == []
    assert [event["cls"] for event in content["events"] if event["kind"] == "wall"] == ["a wall"]
    write_picture(run.trace, run.marks, tmp_path / "p.png", "Lap", picture_labels("ru", run.result))
    assert (tmp_path / "p.png").exists()


def test_an_end_that_is_everybody_s_is_told_once(bout: Run) -> None:
    t_us, _, kind, *_ = bout.trace.of_robot(0).events[-1]
    writer = TraceWriter(bout.trace.header)
    writer.lines += [line for line in bout.trace.lines if "ValueError" not in line]
    writer.event(t_us, 1, kind)
    kinds = [event["kind"] for event in packed(Run(Trace.of(writer), bout.marks, bout.result))["events"]]
    assert "rival_end" not in kinds and kinds.count("end") == 1


def test_objects_are_stored_only_where_they_move(bout: Run) -> None:
    content = packed(bout)
    assert [pose[:2] for pose in content["mat"]["poses"]] == [[each["x_mm"], each["y_mm"]] for each in (PIN, POST, BOX)]
    pin, box = content["journeys"]
    assert pin == {"object": 0, "t_ms": [2000], "x": [FELLED[0] * 10], "y": [8000], "heading": [0], "lying": [1]}
    assert box["object"] == 2 and len(box["t_ms"]) == 100
    assert (sum(box["x"]) / 10, sum(box["y"]) / 10, sum(box["heading"]) / 10) == (*PUSHED, 45.0)


Moves = list[tuple[int, int, int, int]]  # ms since the last, µm along x and y, mdeg


@given(moves=st.lists(st.tuples(st.integers(1, 9), *[st.integers(-3000, 3000)] * 3), max_size=30), lying=st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_way_comes_back_true_to_a_tenth(lap_trace: Trace, moves: Moves, lying: bool) -> None:
    writer = TraceWriter(lap_trace.header)
    writer.lines += lap_trace.lines[:20]
    t_us, x, y, heading = 0, 400_000, 800_000, 0
    wanted = []
    for ticks, dx, dy, turn in moves:
        t_us, x, y, heading = t_us + ticks * 20_000, x + dx, y + dy, heading + turn
        writer.move(t_us, 0, x, y, heading, int(lying))
        wanted.append((t_us // 1000, x / 100, y / 100, heading / 100))
    result = {"task": {"id": "t", "version": 1}, "variant": "v", "seed": 1, "runtime": "cpython", "programs": []}
    result |= {"score": None, "verdict": "none", "measures": {}, "checks": [], "trace_sha256": "a"}
    journeys = pack(Trace.of(writer), result, [], "en", {}, {}, {})["journeys"]
    rows = [list(itertools.accumulate(journeys[0][name])) for name in ("t_ms", "x", "y", "heading")] if journeys else []
    stored = list(zip(*rows, strict=True))
    for row in wanted:
        known = [each for each in stored if each[0] <= row[0]]
        last = known[-1] if known else (0, 4000, 8000, 0)
        assert last[1:] == pytest.approx(row[1:], abs=1.01), "less than a step away"


@pytest.fixture(scope="module")
def lap_trace(lap: Run) -> Trace:
    return with_things(lap).trace


def test_what_is_hidden_stays_hidden_for_all(bout: Run) -> None:
    writer = TraceWriter(bout.trace.header)
    writer.lines += bout.trace.lines
    writer.event(3_000_000, 1, "fault", 0, "dead:led@3")
    writer.event(3_500_000, 1, "brown_out", 0, "")
    run = Run(Trace.of(writer), bout.marks, bout.result)
    told = {event["kind"] for event in packed(run)["events"] if event.get("robot") == 1}
    assert {"fault", "brown_out"} <= told
    hidden = {event["kind"] for event in packed(run, hide_faults=True)["events"] if event.get("robot") == 1}
    assert "restarted" in hidden and not {"fault", "brown_out"} & hidden


def test_names_and_words_of_rivals_are_harmless(bout: Run) -> None:
    writer = TraceWriter(json.loads(json.dumps(bout.trace.header)))
    writer.header["programs"][1]["name"] = "</script>\x1b[31m\u202e.py"
    writer.lines += bout.trace.lines
    writer.text(2_000_000, 1, "\x1b[2J")
    rival = packed(Run(Trace.of(writer), bout.marks, bout.result))["robots"][1]
    assert rival["name"] == "</script>\\x1b[31m\\u202e.py" and rival["text"]["all"].endswith("\\x1b[2J")


def test_four_robots_for_a_minute_stay_small(make_run: Callable[..., Run], tmp_path: Path) -> None:
    run = with_rival(make_run(60, blind=()))
    header = run.trace.header | {"rivals": run.trace.header["rivals"] * 3, "programs": run.trace.header["programs"] * 2}
    writer = TraceWriter(header)
    writer.lines += run.trace.lines
    rival = [line for line in run.trace.lines if line.startswith('["s",') and line.split(",")[2] == "1"]
    for number in (2, 3):
        writer.lines += [line.replace(",1,", f",{number},", 1) for line in rival]
    write_replay(Trace.of(writer), run.result, run.marks, tmp_path / "r.html", "en", replay_words())
    assert (tmp_path / "r.html").stat().st_size < 800_000
