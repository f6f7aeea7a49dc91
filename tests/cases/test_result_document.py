"""The result document, made from drawn runs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from marshrut.simulator.judge import JudgeError, judge
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.result import Env, Result, build_result, json_schema
from marshrut.simulator.result.schema import SCHEMA_FILE
from marshrut.simulator.tasks import Task
from marshrut.simulator.trace import Trace, TraceWriter
from pydantic import ValidationError

ENV = Env(platform="Linux x86_64", python="3.11.4", node="24.19.0", micropython="1.29.0")
ENDS = [
    ([{"wait_ms": 1500}, {"along_mm": 4400}], {"kind": "program_end"}),
    ([{"wait_ms": 1500}, {"along_mm": 1300}], {"kind": "program_error", "line": 12, "cls": "NameError"}),
    ([{"wait_ms": 1500}, {"along_mm": 790}, {"to_mm": [2600, 250]}], {"kind": "program_end"}),
    ([{"wait_ms": 1500}, {"along_mm": 790}, {"to_mm": [2200, 250]}, {"wait_ms": 9000}], {"kind": "program_end"}),
    ([{"wait_ms": 1500}, {"along_mm": 700}, {"to_mm": [1600, 950]}, {"wait_ms": 400}], {"kind": "program_end"}),
    ([{"along_mm": 500}], {"kind": "program_end"}),
    ([{"wait_ms": 180_000}], {"kind": "time_limit"}),
    *(([{"wait_ms": 100}], {"kind": kind, "line": 3}) for kind in ("stuck", "hung", "output_cap", "memory")),
    *(([{"wait_ms": 100}], {"kind": kind, "line": 3}) for kind in ("forbidden", "cpu_limit", "pio_limit", "crashed")),
]


@pytest.fixture(scope="module")
def traces(draw: Callable[..., tuple[Trace, str]]) -> list[Trace]:
    return [draw("oval", moves, end)[0] for moves, end in ENDS]


@pytest.mark.sample(2)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_end_makes_a_document_that_the_schema_accepts(lang: str, traces: list[Trace], line_sprint: Task) -> None:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    ends = set()
    for trace in traces:
        result = build_result(trace, judge(line_sprint, trace), lang, ENV)
        document = json.loads(result.to_json())
        validator.validate(document)
        assert Result.from_json(result.to_json()) == result
        assert all(item["message"] and "{" not in item["message"] for item in document["checks"] + document["marks"])
        ends.add(document["ended"])
    assert len(ends) == len(ENDS)


def test_the_schema_in_the_docs_is_current() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == json_schema(), "run `make schema`"


def test_the_document_stands_in_one_order_and_is_the_same_each_time(traces: list[Trace], line_sprint: Task) -> None:
    first, second = (build_result(traces[0], judge(line_sprint, traces[0]), "en", ENV).to_json() for _ in range(2))
    assert first == second
    assert list(json.loads(first)) == [
        "schema", "engine", "task", "variant", "draw", "profile", "seed", "runtime", "programs", "faults", "verdict",
        "ended", "score", "measures", "checks", "marks", "simulated_ms", "trace_sha256", "lang", "env",
    ]  # fmt: skip


def test_only_the_words_depend_on_the_language(traces: list[Trace], line_sprint: Task) -> None:
    ru, kk = (
        json.loads(build_result(traces[0], judge(line_sprint, traces[0]), lang, ENV).to_json()) for lang in ("ru", "kk")
    )
    finish = {
        name: next(check for check in d["checks"] if check["id"] == "finish") for name, d in (("ru", ru), ("kk", kk))
    }
    assert finish["ru"]["message"] == "Финиш: весь круг пройден за 14,00 с."
    assert finish["kk"]["message"] == "Мәре: бүкіл айналым 14,00 секундта өтілді."
    for document in (ru, kk):
        document.pop("lang")
        for item in document["checks"] + document["marks"]:
            item.pop("message")
    assert ru == kk


def test_nothing_may_be_added_or_of_another_type(traces: list[Trace], line_sprint: Task) -> None:
    document = json.loads(build_result(traces[0], judge(line_sprint, traces[0]), "en", ENV).to_json())
    for change in ({"extra": 1}, {"seed": "7"}, {"verdict": "great"}, {"schema": "marshrut-result/2"}):
        with pytest.raises(ValidationError):
            Result.from_json(json.dumps(document | change))


def test_runs_rank_by_points_then_distance_then_time(draw: Callable[..., tuple[Trace, str]], line_sprint: Task) -> None:
    def standing(*moves: dict[str, Any]) -> tuple[int, ...]:
        trace, _ = draw("oval", [{"wait_ms": 1500}, *moves], {"kind": "program_end"})
        judgement = judge(line_sprint, trace)
        key = []
        for step in line_sprint.ranking:
            value = judgement.points if step.by == "points" else judgement.measures[step.by] or 0
            key.append(-value if step.best == "high" else value)
        return tuple(key)

    order = [
        standing({"along_mm": 4400, "speed_mm_s": 400}),
        standing({"along_mm": 4400, "speed_mm_s": 300}),
        standing({"along_mm": 3500, "speed_mm_s": 300}),
        standing({"along_mm": 3400, "speed_mm_s": 300}),
        standing({"along_mm": 1300, "speed_mm_s": 500}),
        standing({"along_mm": 1300, "speed_mm_s": 100}),
    ]
    assert order == sorted(order) and len(set(order)) == len(order)


# What a judge refuses. Each takes a sound trace's header and lines.


def rejudge(task: Task, header: dict[str, Any], lines: list[str]) -> None:
    writer = TraceWriter(header)
    writer.lines = lines
    judge(task, Trace.of(writer))


def test_a_goal_that_the_states_do_not_show_is_refused(traces: list[Trace], line_sprint: Task) -> None:
    half = [line for line in traces[0].lines if line[2] == "s"][:400]
    with pytest.raises(JudgeError, match="by the rules the judge does not see that") as caught:
        rejudge(line_sprint, traces[0].header, [*half, '["e",7980000,0,"goal",0,""]'])
    assert caught.value.code == "J23"


def test_a_trace_without_an_end_is_refused(traces: list[Trace], line_sprint: Task) -> None:
    half = traces[1].lines[:40]
    for lines in (half, [*half, '["e",800000,0,"press",0,"start"]'], []):
        with pytest.raises(JudgeError, match="breaks off"):
            rejudge(line_sprint, traces[1].header, lines)


def test_a_trace_of_another_task_is_refused(traces: list[Trace], line_sprint: Task) -> None:
    header = traces[0].header | {"task": {"id": "line-sprint", "version": 1, "sha256": "f" * 64}}
    with pytest.raises(JudgeError, match="another version"):
        rejudge(line_sprint, header, traces[0].lines)


def test_a_trace_with_other_fields_is_refused(traces: list[Trace], line_sprint: Task) -> None:
    header = traces[0].header | {"state_fields": ["x_mm", "y_mm", "heading_mdeg", "v_um_s"]}
    with pytest.raises(JudgeError, match="other numbers"):
        rejudge(line_sprint, header, traces[0].lines)


def test_the_schema_is_where_the_docs_are() -> None:
    assert Path(__file__).parent.parent.parent / "docs" / "reference" / "result-v1.schema.json" == SCHEMA_FILE
