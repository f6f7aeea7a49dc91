"""A robot's states as columns by name, read from a trace."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..trace import Trace

# Events that do not end a run.
BY_THE_WAY = frozenset(
    {"press", "release", "callback_error", "reset", "fault", "brown_out", "restarted", "wall", "robot", "object"}
)

Pose = tuple[float, float, float]  # x mm, y mm, heading in degrees


@dataclass(frozen=True)
class Track:
    """One robot's states: times in µs and a column of integers for each state field (units are in the field's name)."""

    t_us: tuple[int, ...]
    columns: dict[str, tuple[int, ...]]

    def __len__(self) -> int:
        return len(self.t_us)

    def pose(self, i: int) -> Pose:
        return self.columns["x_um"][i] / 1000, self.columns["y_um"][i] / 1000, self.columns["heading_mdeg"][i] / 1000

    def at(self, t_us: int) -> Pose:
        """Where it was at any time: between two states on the straight way from one to the other."""
        j = bisect_right(self.t_us, t_us)
        i = max(0, j - 1)
        if j == len(self) or i == j:
            return self.pose(i)
        part = (t_us - self.t_us[i]) / (self.t_us[j] - self.t_us[i])
        x, y, heading = (a + (b - a) * part for a, b in zip(self.pose(i), self.pose(j), strict=True))
        return x, y, heading

    def line_sensors(self) -> list[str]:
        """The names of the reflectance columns, left to right."""
        return [name for name in self.columns if name.startswith("line")]


def each_robot(trace: Trace) -> list[Trace]:
    """Each robot's own view of the run, by number."""
    return [trace.of_robot(number) for number in range(1 + len(trace.header.get("rivals", ())))]


def track_of(trace: Trace, robot: int = 0) -> Track:
    """The states of that robot. A trace without any has empty columns."""
    fields = trace.header["state_fields"]
    states = [state for state in trace.states if state[1] == robot]
    columns = list(zip(*states, strict=True)) if states else [()] * (len(fields) + 2)
    return Track(columns[0], dict(zip(fields, columns[2:], strict=True)))


def last_together_us(tracks: Sequence[Track]) -> int:
    """The last time at which it is known of all robots where they were: their last states may be a period apart."""
    return min((track.t_us[-1] for track in tracks if len(track)), default=0)


def top_speed_mm_s(track: Track) -> float:
    """0 for a robot that never moved by what can be seen."""
    fastest = max((abs(v) for v in track.columns["v_um_s"]), default=0) / 1000
    return fastest if fastest >= 1 else 0.0


def end_of(trace: Trace) -> tuple[int, str, int, str]:
    """The run's last event: (t_us, kind, program line or 0, exception class or ""); without one, the last state."""
    for t_us, _robot, kind, line, cls in reversed(trace.events):
        if kind not in BY_THE_WAY:
            return t_us, kind, line, cls
    return (trace.states[-1][0] if trace.states else 0), "", 0, ""
