"""The result document, version 1: all that is known about one run, for people and for programs.

Terminal text, HTML, tables and certificates derive from it. Times in ms, places in mm. The keys stand in the order of
the classes, so that two documents can be compared line by line.
"""

import json
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA: Final = "marshrut-result/1"

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0)]
Value = str | int | float


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Engine(_Part):
    """The simulator that ran it: its version, and a hash of its own sources."""

    version: str
    sha256: Sha256


class TaskRef(_Part):
    """The task, its version, and the hash over all that defines it."""

    id: str
    version: Annotated[int, Field(ge=1)]
    sha256: Sha256


class ProgramRef(_Part):
    """One robot's program and the board that ran it, in the order of the robots."""

    name: str
    sha256: Sha256
    board: str


class DrawRef(_Part):
    """For which round the world was drawn, and of which kind it is."""

    kind: str
    round: int


class Score(_Part):
    """What the points of the checks come to, and what a whole run earns. A void or disqualified run has 0 points."""

    points: Count
    max: Count


class Check(_Part):
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


class Mark(_Part):
    """A moment of the run worth showing on the mat and on the time line; the last one is its end."""

    kind: str
    t_ms: Count
    x_mm: int
    y_mm: int
    rule: str
    message_id: str
    params: dict[str, Value]
    message: str


class Env(_Part):
    """Where the run was computed; no trace depends on it. `node` and `micropython`: "" where they took no part."""

    platform: str
    python: str
    node: str = ""
    micropython: str = ""


class Result(_Part):
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
