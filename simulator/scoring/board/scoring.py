"""What a task's `scorer.py` imports: the run that it is to score, and how it says what it has found.

It runs on MicroPython, and reads the trace record by record: a long run does not fit a board's memory. Times are µs
since power-on, places µm, headings thousandths of a degree, as everywhere in a trace.
"""

import json
from collections import namedtuple

_TRACE = "/trace.jsonl"
_STATE, _MOVE, _EVENT = "s", "m", "e"
Move = namedtuple("Move", ("t_us", "number", "x_um", "y_um", "heading_mdeg", "lying"))
Event = namedtuple("Event", ("t_us", "kind", "line", "name"))

with open(_TRACE) as _file:
    header = json.loads(_file.readline())  # the scene with its zones, walls and objects is in header["scene"]

State = namedtuple("State", ["t_us"] + header["state_fields"])


def _records(kind):
    with open(_TRACE) as lines:
        lines.readline()  # the header
        for line in lines:
            if line[2] == kind:
                yield json.loads(line)[1:]


def states():
    """The robot's states, one every 20 ms: `t_us` and the trace's `state_fields`."""
    for t_us, robot, *values in _records(_STATE):
        if robot == 0:
            yield State(t_us, *values)


def moves():
    """Where each object of the mat really stands, at 0, and each time that it has moved; its number is its place in
    header["scene"]["mat"]["objects"], where the places are those of the drawing."""
    for record in _records(_MOVE):
        yield Move(*record)


def events():
    """What has happened to the robot: a press, a touch, the end of the run."""
    for t_us, robot, *rest in _records(_EVENT):
        if robot == 0:
            yield Event(t_us, *rest)


def found(rule, t_us, value=None, points=None):
    """It is so, seen at that time. `rule` is the id of a check, a penalty or a rule of conduct; `value` a whole number
    for its sentence; `points` what the check earns, all of its points if left out."""
    _say(True, rule, t_us, value, points)


def missed(rule, t_us, value=None):
    """It is not so, which that time shows best."""
    _say(False, rule, t_us, value, None)


def end():
    """The scorer has come to its end: nothing that it said is lost. The simulator calls it."""
    print("end of findings")


def _say(is_so, rule, t_us, value, points):
    print("finding", json.dumps([is_so, rule, t_us, value, points]))
