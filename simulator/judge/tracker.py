"""Follows one robot along the line: how far it is, when it loses the line and where it comes back.

*Where the robot is*: the place `s` of the line nearest to the middle of its axle, followed in small steps, so that a
neighbouring stretch is never mistaken for the own one.

*On the line*: some part of the outline is over the line's centre-line, not further along the line from the robot than
twice the outline's radius. A robot that slides over to another stretch has left the line, although one is below it.

*Back on the line*: some part of the outline is over the centre-line anywhere. Ahead or behind is told by the shorter
way round; when both fit, in favour of the robot.
"""

from .body import Body, over
from .path import Path


class LineTracker:
    """Feed it every state, in order. `on` and `s` tell the rest; off the line, `s` stays where it was lost."""

    def __init__(self, path: Path, body: Body, slack_mm: float) -> None:
        self.path = path
        self.body = body
        self.slack_mm = slack_mm
        self.s = 0.0
        self.on = False
        self._length = path.length
        narrowest = min((getattr(segment, "radius", path.length) for segment in path.segments), default=0.0)
        # As near as this, the line is under the robot, and the nearest place is certainly the own stretch's.
        self._near = min(body.inner, narrowest / 2)
        self._segment = path.segments[0]
        self._base = 0.0

    def begin(self, x: float, y: float, heading_mdeg: int, near_s: float) -> None:
        """The first state. The place is the nearest of the whole line, counted within half a lap of `near_s`."""
        s, _ = self.path.nearest_of_all(x, y)
        half = self._length / 2
        self._stand(near_s + (s - near_s + half) % self._length - half)
        self.on = self._is_over(x, y, heading_mdeg)

    def see(self, x: float, y: float, heading_mdeg: int) -> bool:
        """Whether the robot is on the line at the next state; `s` is where, or where it lost it."""
        if not self.on:
            return self._look_for_line(x, y, heading_mdeg)
        segment = self._segment
        along, left = segment.project(x, y)
        if 0.0 <= along <= segment.length and -self._near <= left <= self._near:
            self.s = self._base + along
            return True
        s, distance = self.path.nearest(x, y, self.s, self.body.outer)
        self._stand(s)
        if distance > self._near:
            self.on = self._is_over(x, y, heading_mdeg)
        return self.on

    def _is_over(self, x: float, y: float, heading_mdeg: int) -> bool:
        corners = self.body.on_mat(x, y, heading_mdeg)
        if over(corners, self._segment):  # mostly so, and then the neighbours need no look
            return True
        segments = self.path.segments
        return any(over(corners, segments[index]) for _, index in self.path.window(self.s, 2 * self.body.outer))

    def _look_for_line(self, x: float, y: float, heading_mdeg: int) -> bool:
        corners = self.body.on_mat(x, y, heading_mdeg)
        outer = self.body.outer
        half = self._length / 2
        jumps = []
        for segment in self.path.segments:
            dx, dy, far = segment.begin[0] - x, segment.begin[1] - y, outer + segment.length
            if dx * dx + dy * dy <= far * far and over(corners, segment):
                s, _ = self.path.nearest(x, y, segment.s0 + segment.length / 2, outer)
                jumps.append((s - self.s + half) % self._length - half)
        if not jumps:
            return False
        allowed = [jump for jump in jumps if jump <= self.slack_mm]
        self._stand(self.s + min(allowed or jumps, key=abs))
        self.on = True
        return True

    def _stand(self, s: float) -> None:
        self.s = s
        lap, index = self.path.locate(s)
        self._segment = self.path.segments[index]
        self._base = lap * self._length + self._segment.s0
