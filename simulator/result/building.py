"""Puts a result document together from a trace and what the judge said about it."""

import platform
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from ..judge import CheckResult as JudgedCheck
from ..judge import Judgement
from ..judge import Mark as JudgedMark
from ..scene import fault_text
from ..scene.model import RobotFault
from ..shown_time import whole_ms
from ..tasks.model import Name
from ..tasks.names import say_named
from ..trace import Trace
from .model import SCHEMA, Check, DrawRef, Engine, Env, Mark, ProgramRef, Result, Score, TaskRef

Part = TypeVar("Part", bound=BaseModel)


def build_result(trace: Trace, judgement: Judgement, lang: str, env: Env | None = None) -> Result:
    """The result of a run, its messages in that language. Task, programs and seed are those of the trace's header."""
    header = trace.header
    last_us = max(records[-1][0] for records in (trace.states, trace.events) if records)
    return Result(
        schema=SCHEMA,
        engine=_part(Engine, header["engine"]),
        task=_part(TaskRef, header["task"]),
        variant=header["variant"],
        draw=_part(DrawRef, header["draw"]) if "draw" in header else None,
        profile=header["profile"],
        seed=header["seed"],
        runtime=header["runtime"],
        programs=tuple(_part(ProgramRef, program) for program in header["programs"]),
        faults=tuple(fault_text(RobotFault(**fault)) for fault in header["scene"]["faults"]),
        verdict=judgement.verdict,
        ended=judgement.ended,
        score=Score(points=judgement.points, max=judgement.max_points) if judgement.judged else None,
        measures=judgement.measures,
        checks=tuple(_check(check, lang, judgement.names) for check in judgement.checks),
        marks=tuple(_mark(mark, lang, judgement.names) for mark in judgement.marks),
        simulated_ms=whole_ms(last_us),
        trace_sha256=trace.sha256,
        lang=lang,
        env=env or this_env(),
    )


def this_env(node: str = "", micropython: str = "") -> Env:
    """This machine: system, processor and Python; with the versions of Node and MicroPython where they took part."""
    system = f"{platform.system()} {platform.machine()}".strip()
    return Env(platform=system, python=platform.python_version(), node=node, micropython=micropython)


def _part(model: type[Part], plain: Mapping[str, Any]) -> Part:
    """Only what the document names: a trace's header may say more."""
    return model(**{name: plain[name] for name in model.model_fields})


def _check(check: JudgedCheck, lang: str, names: tuple[Name, ...]) -> Check:
    return Check(
        id=check.id,
        passed=check.passed,
        points=check.points,
        max=check.max,
        rule=check.rule,
        t_ms=check.t_ms,
        x_mm=check.x_mm,
        y_mm=check.y_mm,
        message_id=check.message_id,
        params=check.params,
        message=say_named(lang, check.message_id, check.params, names),
    )


def _mark(mark: JudgedMark, lang: str, names: tuple[Name, ...]) -> Mark:
    return Mark(
        kind=mark.kind,
        t_ms=mark.t_ms,
        x_mm=mark.x_mm,
        y_mm=mark.y_mm,
        rule=mark.rule,
        message_id=mark.message_id,
        params=mark.params,
        message=say_named(lang, mark.message_id, mark.params, names),
    )
