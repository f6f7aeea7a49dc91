"""The result document, version 1: all that is known about one run, for people and for programs.

Terminal text, HTML, tables and certificates derive from it. Times in ms, places in mm. The keys stand in the order of
the classes, so that two documents can be compared line by line.
"""

import json
from typing import Annotated, Final, Literal

from pydantic import Field

from ..trace.header import Engine, Part, ProgramRef, Sha256, TaskRef

SCHEMA: Final = "marshrut-result/1"

Count = Annotated[int, Field(ge=0)]
Value = str | int | float


class DrawRef(Part):
    """For which round the world was drawn, and of which kind it is."""

    kind: str
    round: int


class Score(Part):
    """What the points of the checks come to, and what a whole run earns. A void or disqualified run has 0 points."""

    points: Count
    max: Count


class Check(Part):
    """One check, with the rule that it applies, and when and where it was decided. A penalty has points below 0."""

    id: str
    passed: bool
    points: int
    max: Count
    rule: str
    t_ms: Count
    x_mm: int
    y_mm: int
    message_id: str
    params: dict[str, Value]
    message: str


class Mark(Part):
    """A moment of the run worth showing on the mat and on the time line; the last one is its end."""

    kind: str
    t_ms: Count
    x_mm: int
    y_mm: int
    rule: str
    message_id: str
    params: dict[str, Value]
    message: str


class Env(Part):
    """Where the run was computed; no trace depends on it. `node` and `micropython`: "" where they took no part."""

    platform: str
    python: str
    node: str = ""
    micropython: str = ""


class Result(Part):
    """One run. Where the task is not judged, the verdict is "none", the score null, and there are no checks; `ended`
    tells how the program ended. A run that something on our side broke off has the verdict "error" all the same."""

    schema_: Literal["marshrut-result/1"] = Field(alias="schema")
    engine: Engine
    task: TaskRef
    variant: str
    draw: DrawRef | None = None  # where the variant's world is a file
    profile: str
    seed: int
    runtime: Literal["cpython", "micropython"]
    programs: Annotated[tuple[ProgramRef, ...], Field(min_length=1)]
    faults: tuple[str, ...] = ()  # as `--fault` would ask for them; those of the robot and world file included
    verdict: Literal["pass", "fail", "void", "disqualified", "error", "none"]
    ended: str
    score: Score | None
    measures: dict[str, int | None]
    checks: tuple[Check, ...]
    marks: tuple[Mark, ...]
    simulated_ms: Count
    trace_sha256: Sha256
    lang: Annotated[str, Field(pattern=r"^(ru|kk|en)$")]
    env: Env

    def to_json(self) -> str:
        """The document as text, one key a line, with a newline at its end."""
        return json.dumps(self.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Result":
        return cls.model_validate_json(text)


def json_schema() -> str:
    """The JSON Schema of the document, as it stands in docs/reference."""
    schema = Result.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Marshrut result document, version 1"
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
