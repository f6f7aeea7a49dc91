"""Judges a run from its trace and its task alone."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from ..messages import Param
from ..problems import Problem
from ..scene import Scene, load_scene, scene_from_json, scene_to_json
from ..tasks.conditions import WATCHED_KINDS, Scored
from ..tasks.loading import DESK
from ..tasks.model import Task
from ..tasks.rounds import FIRST_ROUND, draw_of, world_of
from ..trace import Trace
from ..trace.format import state_fields
from .asides import with_asides
from .bout import BEATEN, DRAW, BoutReferee
from .findings import Finding, broken_at_us, checked, settle
from .judgement import Judgement, Verdict
from .onlooker import Onlooker
from .record import Moment, Record
from .referee import ENDED_BY, GOAL, PROGRAM_END, TIME_LIMIT, Referee
from .report import BoutReport, End, Report
from .state import JUDGED

MAIN = "main.py"
SCORED = "scored"
# The ends that a referee calls; every other end comes from the program or from the machine that runs it.
CALLED = frozenset({GOAL, TIME_LIMIT, BEATEN, DRAW, *ENDED_BY.values(), *WATCHED_KINDS})

# The verdict of each end that no rule of conduct decides.
VERDICTS: Mapping[str, Verdict] = {
    GOAL: "pass",
    BEATEN: "fail",
    DRAW: "fail",
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


def watcher_of(task: Task, scenes: Sequence[Scene]) -> Referee | BoutReferee | Onlooker:
    """Who sees a run of that task state by state, live and again when it is judged; a scene for each robot."""
    if not task.judged:
        return Onlooker(task, scenes[0])
    if task.bout is None:
        return Referee(task, scenes[0])
    if len(scenes) != 2:
        raise JudgeError("bout-robots", count=len(scenes))
    return BoutReferee(task, scenes)


Scorer = Callable[[Task, Trace], Iterable[Finding]]


def nobody(task: Task, trace: Trace) -> Iterable[Finding]:
    """The scorer of tasks that need none."""
    return ()


def judge(task: Task, trace: Trace, scorer: Scorer = nobody) -> Judgement:
    """The judgement of a finished run, for its first robot. Whoever watched it live sees its records again, and then
    the scorer, where a rule of the task asks it."""
    own = trace.of_robot(0)
    _check_header(task, own)
    watcher = watcher_of(task, scenes_of(trace.header))
    if not own.events:
        raise JudgeError("trace-unfinished")
    if not {move[1] for move in trace.moves} <= set(range(len(trace.header["scene"]["mat"].get("objects", ())))):
        raise JudgeError("trace-other-fields")
    ended = _watch_again(watcher, trace, own)
    t_us, _, kind, line, cls = own.events[-1]
    if not ended:
        if kind in CALLED:
            raise JudgeError("trace-disagrees", ended=kind)
        if kind not in VERDICTS:
            raise JudgeError("trace-unfinished")
        ended = kind
        if kind == PROGRAM_END and isinstance(watcher, Referee) and watcher.record.last is not None:
            watcher.close(PROGRAM_END)
            ended = watcher.ended
    last = watcher.record.last
    if last is None:
        raise JudgeError("trace-unfinished")
    if isinstance(watcher, BoutReferee):
        ended = _forfeited(trace) or ended
    if isinstance(watcher, Referee) and task.scored:
        told = checked(task, scorer(task, trace), own.states)
        broken_us, over = broken_at_us(task, told), watcher.record.breach
        if broken_us is not None and broken_us < (over.moment if over else last).t_us:
            watcher, t_us = _referee_until(broken_us, task, trace, own), broken_us
            last = watcher.record.last or last
        settle(watcher, told, own.states, broken_us)
        if broken_us is not None and not watcher.ended:
            watcher.close(SCORED)
        ended = _settled(watcher, ended)
    params: dict[str, Param] = {"line": line, "cls": cls} if ended == kind else {"line": 0, "cls": ""}
    if ended == kind == "program_error" and (place := _place_in_a_driver(own, line)):
        params["place"] = place
    if isinstance(watcher, BoutReferee):
        t_us = last.t_us
    moment = Moment(max(t_us, last.t_us), last.x, last.y, last.s)
    end = End(ended, _verdict(task, watcher.record, ended), moment, params)
    if isinstance(watcher, Onlooker):
        return with_asides(watcher.account(end), own)
    if isinstance(watcher, BoutReferee):
        return with_asides(BoutReport(task, watcher, end).judgement(), own)
    return with_asides(Report(task, watcher, end).judgement(), own)


def scenes_of(header: Mapping[str, Any]) -> list[Scene]:
    """Of all robots of a trace, in their order."""
    scene = header["scene"]
    return [scene_from_json(scene | rival) for rival in ({}, *header.get("rivals", ()))]


def _watch_again(
    watcher: Referee | BoutReferee | Onlooker, trace: Trace, own: Trace, until_us: int | None = None
) -> str:
    """Tell the watcher the records as they came, moves and events before the state of their time; "" where the run went
    on as far as it is concerned. `until_us`: those until then."""
    # Among other robots, one whose program has ended may be pushed on.
    end_us = own.events[-1][0] if until_us is None else until_us
    moves, events = iter(trace.moves), iter(sorted(trace.events, key=lambda event: event[0]))
    move, event = next(moves, None), next(events, None)
    for t_us, robot, *state in trace.states:
        if robot == 0 and t_us > end_us and not isinstance(watcher, BoutReferee):
            break
        while move is not None and move[0] <= t_us:  # they are written down after the state of their time
            watcher.move(*move)
            move = next(moves, None)
        while event is not None and event[0] <= t_us:
            watcher.happen(*event)
            event = next(events, None)
        if ended := watcher.see(t_us, tuple(state), robot):
            return ended
    return ""


def _referee_until(t_us: int, task: Task, trace: Trace, own: Trace) -> Referee:
    """One who has seen the run until then: there it was over, as the scorer says."""
    referee = Referee(task, scenes_of(trace.header)[0])
    _watch_again(referee, trace, own, t_us)
    return referee


def _forfeited(trace: Trace) -> str:
    """How a bout has ended whatever the robots did: a program did what none may, or our side failed it; else ""."""
    ends = {0: "", 1: ""}
    for _, robot, kind, _, _ in trace.events:
        if VERDICTS.get(kind) in ("error", "disqualified"):
            ends[robot] = kind
    own, rival = ends[0], ends[1]
    if VERDICTS.get(rival) == "error":
        return own if VERDICTS.get(own) == "error" else rival
    return own or (GOAL if rival else "")


def _settled(referee: Referee, ended: str) -> str:
    """How the run has ended with what the scorer has found: the goal may be reached by it, or a rule broken."""
    breach = referee.record.breach
    if breach is not None and isinstance(breach.rule.when, Scored):
        return SCORED
    return GOAL if ended in (PROGRAM_END, TIME_LIMIT) and referee.won else ended


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
        outcome = breach.rule.verdict
        return "fail" if outcome == "zero" or outcome == "max_time" else outcome
    verdict = VERDICTS[ended]
    return verdict if task.judged or verdict == "error" else "none"


def _check_header(task: Task, trace: Trace) -> None:
    """The trace is of this task, drawn on this task's own mat: the hash of a trace does not cover its header."""
    header = trace.header
    named = header.get("task")
    run_task = named if isinstance(named, dict) else {}
    another_version = JudgeError("trace-other-version", task=task.id)
    if run_task.get("id") != task.id:
        raise JudgeError("trace-other-task", task=task.id, run_task=str(run_task.get("id", "")))
    if run_task.get("sha256") != task.sha256:
        raise JudgeError("trace-other-world", task=task.id) if task.id == DESK.name else another_version
    # The referee reads its numbers by position.
    fields = header.get("state_fields")
    if not isinstance(fields, list) or fields[:JUDGED] != list(state_fields(0)[:JUDGED]):
        raise JudgeError("trace-other-fields")
    if any(len(record) != 2 + len(fields) for record in trace.states):
        raise JudgeError("trace-other-fields")
    variant = next((item for item in task.variants if item.id == header.get("variant")), None)
    if variant is None:
        raise another_version
    round_seed = _round_of(header)
    drawn = header.get("draw") == draw_of(variant, round_seed)
    if not drawn or not _same_scene(header.get("scene"), _scene_json(task, variant.id, round_seed)):
        if variant.draw is not None:
            raise JudgeError("trace-other-round", variant=variant.id, round=str(round_seed))
        raise another_version


def _same_scene(scene: object, own: object) -> bool:
    """Faults may have been asked for on top of the task's own: they change how a robot drives, not what is judged."""
    return isinstance(scene, dict) and isinstance(own, dict) and scene | {"faults": []} == own | {"faults": []}


def _round_of(header: Mapping[str, object]) -> int:
    """The round for which the trace says that its world was drawn."""
    draw = header.get("draw")
    round_seed = draw.get("round") if isinstance(draw, dict) else None
    return round_seed if isinstance(round_seed, int) else FIRST_ROUND


@lru_cache(maxsize=16)
def _scene_json(task: Task, variant_id: str, round_seed: int) -> object:
    variant = next(item for item in task.variants if item.id == variant_id)
    world = world_of(task, variant, round_seed)
    return scene_to_json(load_scene(world, task.robot_path, variant.start, task.button_presses))
