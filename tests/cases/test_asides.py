"""What is said of a run whatever the rules ask: errors it survived, a robot that stood until time was up."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from marshrut.simulator.judge import Mark, judge
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.problems import tell
from marshrut.simulator.tasks import Task
from marshrut.simulator.trace import Trace

END = {"kind": "time_limit", "line": 26}
DRIVING = [{"wait_ms": 1000}, {"along_mm": 600}]


def end_of(task: Task, trace: Trace) -> Mark:
    return judge(task, trace).marks[-1]


def test_a_robot_that_stood_still_is_told_since_when_and_in_which_line(
    draw: Callable[..., Any], line_sprint: Task
) -> None:
    trace, _ = draw("oval", [*DRIVING, {"wait_ms": 178_000}], END)
    end = end_of(line_sprint, trace)
    assert end.message_id == "ended-time_limit-still"
    assert end.params["still_s"] == pytest.approx(3.0, abs=0.05)
    assert tell("en", end.message_id, **end.params).startswith(
        "Time was up: the robot has stood still since 2.98 s; the program was at line 26 in the end."
    )
    assert "robot loses time" not in tell("en", end.message_id, **end.params)
    for lang in LANGUAGES:
        assert "26" in say(lang, end.message_id, **end.params)


def test_a_robot_that_never_moved(draw: Callable[..., Any], line_sprint: Task) -> None:
    trace, _ = draw("oval", [{"wait_ms": 181_000}], END | {"line": 0})
    end = end_of(line_sprint, trace)
    assert say("en", end.message_id, **end.params) == "Time was up: the robot never moved. It did 0 % of the way."


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "moves",
    [
        [{"wait_ms": 1000}, {"along_mm": 4400, "speed_mm_s": 14.25}],  # on its way
        [*DRIVING, {"wait_ms": 173_000}, {"turn_deg": 8000}],  # turning on the spot
        [{"wait_ms": 2000}, {"along_mm": 2600, "speed_mm_s": 14.85}, {"wait_ms": 9000}],  # a short stand
    ],
)
def test_a_robot_that_was_on_its_way_is_sent_to_the_replay(
    moves: list[dict[str, Any]], draw: Callable[..., Any], line_sprint: Task
) -> None:
    trace, _ = draw("oval", moves, END)
    assert end_of(line_sprint, trace).message_id == "ended-time_limit"


def test_motors_that_push_in_vain_get_another_hint(draw: Callable[..., Any], line_sprint: Task) -> None:
    trace, _ = draw("oval", [*DRIVING, {"wait_ms": 178_000}], END)
    at = 2 + trace.header["state_fields"].index("left_mv") + 1
    pushing = [json.loads(line) for line in trace.lines]
    for record in pushing:
        if record[0] == "s":
            record[at] = 900
    end = end_of(line_sprint, Trace(trace.header, [json.dumps(record) for record in pushing]))
    assert "Try: the motors get 0.9 V" in tell("en", end.message_id, **end.params)


def test_each_survived_error_is_a_mark_with_its_place_and_count(draw: Callable[..., Any], line_sprint: Task) -> None:
    trace, _ = draw("oval", [*DRIVING], {"kind": "program_end"})
    told = 'Traceback (most recent call last):\n  File "main.py", line 4\n  File "drv.py", line 9\nKeyError: {}\n'
    happened: list[list[Any]] = []
    for i in range(3):
        happened += [
            ["e", 1_500_000 + i, 0, "callback_error", 9, "KeyError"],
            ["p", 1_500_000 + i, 0, told.format(i)],
        ]
    happened.append(["e", 1_600_000, 0, "callback_error", 9, "KeyError"])  # no more text is kept
    happened.append(["p", 1_700_000, 0, "Task exception wasn't retrieved\n"])
    happened.append(["p", 1_700_300, 0, told.replace("drv", "lib/rover/line").format(7)])
    trace = Trace(trace.header, [*trace.lines[:-1], *map(json.dumps, happened), trace.lines[-1]])
    marks = [mark for mark in judge(line_sprint, trace).marks if mark.kind.endswith("_error")]
    assert [(mark.kind, mark.t_ms, mark.params) for mark in marks] == [
        ("callback_error", 1500, {"cls": "KeyError", "place": "drv.py:9", "count": 4}),
        ("task_error", 1700, {"cls": "KeyError", "place": "main.py:4", "count": 1}),
    ]
    assert all(mark.x_mm > 0 for mark in marks)


def test_a_program_of_one_file_has_its_own_name(draw: Callable[..., Any], line_sprint: Task) -> None:
    trace, _ = draw("oval", DRIVING, {"kind": "program_end"})
    header = trace.header | {"programs": [trace.header["programs"][0] | {"name": "cb2.py"}]}
    event = '["e",1500000,0,"callback_error",6,"NameError"]'
    mark = judge(line_sprint, Trace(header, [*trace.lines[:-1], event, trace.lines[-1]])).marks[-2]
    assert [say(lang, mark.message_id, **mark.params) for lang in LANGUAGES] == [
        "Ошибка NameError в функции, которую вызывает таймер или прерывание: cb2.py:6, 1 раз.",
        "Таймер немесе үзу шақыратын функцияда NameError қатесі: cb2.py:6, 1 рет.",
        "The error NameError in a function that a timer or an interrupt calls: cb2.py:6, once.",
    ]
