"""Where the objects of a mat were in the course of a run, from a trace's records of their moves."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..trace import Trace
from .standing import Pose, starting_poses


@dataclass
class Journey:
    """One object's poses and since when it had each, in µs; the first one is where it stood at the start."""

    t_us: list[int] = field(default_factory=list)
    poses: list[Pose] = field(default_factory=list)

    def at(self, t_us: int) -> Pose:
        return self.poses[max(0, bisect_right(self.t_us, t_us) - 1)]

    @property
    def moved(self) -> bool:
        return len(self.poses) > 1


def journeys_of(trace: Trace) -> list[Journey]:
    """Those of all objects, in the scene's order. An older trace has no moves and no objects."""
    starts = starting_poses(trace.header["scene"]["mat"])
    found = [Journey([0], [start]) for start in starts]
    for t_us, number, x_um, y_um, heading_mdeg, lying in trace.moves:
        if not 0 <= number < len(found):
            continue
        pose = x_um / 1000, y_um / 1000, heading_mdeg / 1000, bool(lying)
        journey = found[number]
        if t_us == 0:
            journey.poses[0] = pose
        elif pose != journey.poses[-1]:
            journey.t_us.append(t_us)
            journey.poses.append(pose)
    return found


def number_of(mat: Mapping[str, Any], object_id: str) -> int | None:
    """An object's number by its name in the world file."""
    return next((i for i, item in enumerate(mat.get("objects", ())) if item["id"] == object_id), None)
