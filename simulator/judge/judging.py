"""Judges a run from its trace and its task alone."""

import re
from collections.abc import Mapping
from functools import lru_cache

from ..messages import Param
from ..problems import Problem
from ..scene import Scene, load_scene, scene_from_json, scene_to_json
from ..tasks.model import Task
from ..trace import Trace
from ..trace.format import state_fields
from .asides import with_asides
from .judgement import Judgement, Verdict
from .onlooker import Onlooker
from .record import Moment, Record
from .referee import ENDED_BY, GOAL, TIME_LIMIT, Referee
from .report import End, Report

MAIN = "main.py"
# The ends that a referee calls; every other end comes from the program or from the machine that runs it.
CALLED = frozenset({GOAL, TIME_LIMIT, *ENDED_BY.values()})

# The verdict of each end that no rule of conduct decides.
VERDICTS: Mapping[str, Verdict] = {
    GOAL: "pass",
    TIME_LIMIT: "fail",
    "program_end": "fail",
    "program_error": "fail",
    "stuck": "fail",
    "output_cap": "fail",
    "pio_limit": "fail",
    "memory": "fail",
    "broken_protocol": "fail",
    "reset_loop": "fail",
    "forbidden": "disqualified",
    "hung": "error",
    "cpu_limit": "error",
    "crashed": "error",
}


class JudgeError(Problem):
    """The trace cannot be judged by this task."""


def watcher_of(task: Task, scene: Scene) -> Referee | Onlooker:
    """Who sees a run of that task state by state, live and again when it is judged."""
    return Referee(task, scene) if task.judged else Onlooker(task, scene)


def judge(task: Task, trace: Trace) -> Judgement:
    """The judgement of a finished run. Whoever watched it live, referee or onlooker, sees its states again."""
    _check_header(task, trace)
    watcher = watcher_of(task, scene_from_json(trace.header["scene"]))
    if not trace.events:
        raise JudgeError("trace-unfinished")
    if not {move[1] for move in trace.moves} <= set(range(len(trace.header["scene"]["mat"].get("objects", ())))):
        raise JudgeError("trace-other-fields")
    end_us = trace.events[-1][0]  # among other robots, one whose program has ended may be pushed on
    moves = iter(trace.moves)
    move = next(moves, None)
    for record in trace.states:
        t_us = record[0]
        while move is not None and move[0] <= t_us:  # they are written down after the state of their time
            watcher.move(*move)
            move = next(moves, None)
        if t_us > end_us or watcher.see(t_us, record[2:]):
            break
    t_us, _, kind, line, cls = trace.events[-1]
    ended = watcher.ended
    if not ended:
        if kind in CALLED:
            raise JudgeError("trace-disagrees", ended=kind)
        if kind not in VERDICTS:
            raise JudgeError("trace-unfinished")
        ended = kind
    last = watcher.record.last
    if last is None:
        raise JudgeError("trace-unfinished")
    params: dict[str, Param] = {"line": line, "cls": cls} if ended == kind else {"line": 0, "cls": ""}
    if ended == kind == "program_error" and (place := _place_in_a_driver(trace, line)):
        params["place"] = place
    moment = Moment(max(t_us, last.t_us), last.x, last.y, last.s)
    end = End(ended, _verdict(task, watcher.record, ended), moment, params)
    if isinstance(watcher, Onlooker):
        return with_asides(watcher.account(end), trace)
    return with_asides(Report(task, watcher, end).judgement(), trace)


def _place_in_a_driver(trace: Trace, line: int) -> str:
    """For an error in another file than main.py: the main file's line and that place, from the traceback; else ""."""
    text = trace.texts[-1][2] if trace.texts else ""
    frames = re.findall(r'^  File "([^"\n]+)", line (\d+)$', text, re.M) if text.startswith("Traceback") else []
    if not frames or frames[-1][0] == MAIN:
        return ""
    own = [f"{MAIN}:{at}" for file, at in frames if file == MAIN]
    return " → ".join((*own[-1:], f"{frames[-1][0]}:{line}"))


def _verdict(task: Task, record: Record, ended: str) -> Verdict:
    breach = record.breach
    if breach is not None:
        return breach.rule.verdict
    verdict = VERDICTS[ended]
    return verdict if task.judged or verdict == "error" else "none"


def _check_header(task: Task, trace: Trace) -> None:
    """The trace is of this task, drawn on this task's own mat: the hash of a trace does not cover its header."""
    header = trace.header
    run_task = header.get("task")
    if not isinstance(run_task, dict) or run_task.get("id") != task.id or run_task.get("sha256") != task.sha256:
        name = run_task.get("id", "") if isinstance(run_task, dict) else ""
        raise JudgeError("trace-other-task", task=task.id, run_task=str(name))
    # The referee reads its numbers by position.
    fields = header.get("state_fields")
    if not isinstance(fields, list) or fields[:4] != list(state_fields(0)[:4]):
        raise JudgeError("trace-other-fields")
    if any(len(record) != 2 + len(fields) for record in trace.states):
        raise JudgeError("trace-other-fields")
    variant = next((item for item in task.variants if item.id == header.get("variant")), None)
    if variant is None or not _same_scene(header.get("scene"), _scene_json(task, variant.id)):
        raise JudgeError("trace-other-task", task=task.id, run_task=str(header.get("variant")))


def _same_scene(scene: object, own: object) -> bool:
    """Faults may have been asked for on top of the task's own: they change how a robot drives, not what is judged."""
    return isinstance(scene, dict) and isinstance(own, dict) and scene | {"faults": []} == own | {"faults": []}


@lru_cache(maxsize=16)
def _scene_json(task: Task, variant_id: str) -> object:
    variant = next(item for item in task.variants if item.id == variant_id)
    return scene_to_json(load_scene(task.world_path(variant), task.robot_path, variant.start, task.button_presses))
