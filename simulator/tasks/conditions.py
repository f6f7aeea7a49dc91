"""When a rule applies: each `kind` is one word of the vocabulary that `simulator/judge` understands.

A condition is a fact about the run, the same whatever a task makes of it: what earns points in one may cost some in
another. A new kind is a class here, in the unions below, and its watch in `simulator/judge/watches`.
"""

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from ..messages import LANGUAGES
from ..texts import Text

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]
RuleId = Annotated[str, Field(pattern=r"^[A-Z]{2,4}-[1-9][0-9]?$")]
Mm = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]
Ms = Annotated[int, Field(ge=0, le=3_600_000)]
Degrees = Annotated[float, Field(ge=-360, le=360, allow_inf_nan=False)]

# Of a robot's outline: some of it, the middle of its axle, the whole.
Part = Literal["any", "axle", "all"]


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Words(Table):
    """One text in each language."""

    ru: Text
    kk: Text
    en: Text

    def of(self, lang: str) -> str:
        return str(getattr(self, lang if lang in LANGUAGES else "en"))


# What only a course tells


class FalseStart(Table):
    """The front crosses the start line before the first press of a button begins."""

    kind: Literal["false_start"]


class Rejoin(Table):
    """The robot comes back to the line more than `slack_mm` ahead of where it lost it."""

    kind: Literal["rejoin"]
    slack_mm: Mm


class OffLineFor(Table):
    """The robot stays off the line for that long."""

    kind: Literal["off_line_for"]
    limit_ms: Ms


class Crossed(Table):
    """The front crosses the start line, or the finish line after a whole lap."""

    kind: Literal["crossed"]
    line: Literal["start", "finish"]


class Progress(Table):
    """The robot has come that share of the lap since it crossed the start line."""

    kind: Literal["progress"]
    percent: Annotated[int, Field(gt=0, lt=100)]


# About the robot


class LeftField(Table):
    """The middle of the axle is not over the mat."""

    kind: Literal["left_field"]


class MovedEarly(Table):
    """The robot moves before `delay_ms` have passed since the first press of a button began."""

    kind: Literal["moved_early"]
    delay_ms: Ms = 0


class Idle(Table):
    """From the first press of a button on the robot does not move for longer than that."""

    kind: Literal["idle"]
    limit_ms: Ms


class Inside(Table):
    """That part of the robot comes over the zone."""

    kind: Literal["inside"]
    zone: Identifier
    part: Part


class Outside(Table):
    """No part of the robot is over the zone, for longer than that."""

    kind: Literal["outside"]
    zone: Identifier
    limit_ms: Ms


class StoppedIn(Table):
    """The robot stands still for that long with that part of it over the zone, or does so when its program ends."""

    kind: Literal["stopped_in"]
    zone: Identifier
    part: Part
    for_ms: Ms


class Touched(Table):
    """The body meets a wall, another robot or an object; `objects` names those as in `object_out`. It meets the same
    thing again when it has been away from it."""

    kind: Literal["touched"]
    what: Literal["walls", "robots", "objects"]
    objects: Identifier | None = None


class PassedSide(Table):
    """The middle of the axle passes the object on that side of it, driving `heading_deg` or at most 90° from it."""

    kind: Literal["passed_side"]
    post: Identifier
    side: Literal["left", "right"]
    heading_deg: Degrees


class Way(Table):
    """The middle of the axle has been in that share of the cells of the shortest way between two zones, one after the
    other. The zones are squares, the first and the last cell; the walls tell the way."""

    kind: Literal["way"]
    first: Identifier
    last: Identifier
    percent: Annotated[int, Field(gt=0, le=100)]


# About objects. `objects` is the id of one, or what the ids of several begin with: `pin` of `pin-1`, `pin-2` and so on.


class ObjectOut(Table):
    """No part of the object is over the zone any more. Those count that are over it at the beginning."""

    kind: Literal["object_out"]
    objects: Identifier
    zone: Identifier


class ObjectIn(Table):
    """The object is over the zone, with some of it or with the whole, and the robot is away from it if asked for."""

    kind: Literal["object_in"]
    objects: Identifier
    zone: Identifier
    part: Literal["any", "all"]
    released: bool = False


class ObjectMoved(Table):
    """The object is farther than that from where it stood."""

    kind: Literal["object_moved"]
    objects: Identifier
    beyond_mm: Mm


class ObjectFallen(Table):
    """The pin lies."""

    kind: Literal["object_fallen"]
    objects: Identifier


# About another robot


class RivalOutside(Table):
    """That part of the rival is not over the zone any more."""

    kind: Literal["rival_outside"]
    zone: Identifier
    part: Part


class RivalMovedEarly(Table):
    """The rival moves before `delay_ms` have passed since the first press of a button began."""

    kind: Literal["rival_moved_early"]
    delay_ms: Ms = 0


class Caught(Table):
    """The robot comes as near as that to its rival."""

    kind: Literal["caught"]
    gap_mm: Mm


class Nearer(Table):
    """When time is up, the middle of the robot's axle is nearer to the middle of the zone than that of its rival, by
    more than `by_mm`."""

    kind: Literal["nearer"]
    zone: Identifier
    by_mm: Mm = 0


# What a person calls


class Called(Table):
    """A referee calls it during the run: the trace has an event `call` with the rule's id."""

    kind: Literal["called"]


# What no word here says


class Scored(Table):
    """The task's `scorer.py` finds it in the trace when the run is over. `so` and `not_so` tell what it has found, with
    `{value}` for its number."""

    kind: Literal["scored"]
    so: Words
    not_so: Words


OfLap = FalseStart | Rejoin | OffLineFor | Crossed | Progress  # what only a course can tell
OfRival = RivalOutside | RivalMovedEarly | Caught | Nearer  # what only a bout has
Watched = (
    LeftField | MovedEarly | Idle | Inside | Outside | StoppedIn | Touched | PassedSide | Way
    | ObjectOut | ObjectIn | ObjectMoved | ObjectFallen
    | RivalOutside | RivalMovedEarly | Caught | Nearer | Called | Scored
)  # fmt: skip
Costly = Annotated[Watched, Field(discriminator="kind")]
Wrong = Annotated[FalseStart | Rejoin | OffLineFor | Watched, Field(discriminator="kind")]
Done = Annotated[Crossed | Progress | Watched, Field(discriminator="kind")]
WATCHED_KINDS = tuple(get_args(each.model_fields["kind"].annotation)[0] for each in get_args(Watched))
