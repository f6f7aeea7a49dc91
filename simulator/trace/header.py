"""What the first line of a trace must say for a run to be judged and told; it may say more."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Engine(Part):
    """The simulator that ran it: its version, and a hash of its own sources."""

    version: str
    sha256: Sha256


class TaskRef(Part):
    """The task, its version, and the hash over all that defines it."""

    id: str
    version: Annotated[int, Field(ge=1)]
    sha256: Sha256


class ProgramRef(Part):
    """One robot's program and the board that ran it, in the order of the robots."""

    name: str
    sha256: Sha256
    board: str


class Header(BaseModel):
    model_config = ConfigDict(extra="allow", strict=True)

    engine: Engine
    task: TaskRef
    variant: str
    seed: int
    profile: Literal["nominal", "normal", "hard"]
    runtime: Literal["cpython", "micropython"]
    programs: Annotated[list[ProgramRef], Field(min_length=1)]
    state_fields: list[str]
    scene: dict[str, Any]
