"""A switch behind a bumper: closed while a wall is in the bumper's travel; its contacts bounce like a button's.

The part's place is the middle of the bumper's face, which stands out from the body; it is square to its heading.
"""

from ..scene.model import BUMPER_TRAVEL_MM, Part, Point
from ..scene.trig import sin_cos_deg
from .button import Edge, bouncing
from .chance import key_of, word
from .ports import Device, Surroundings


class BumpSwitch(Device):
    """Its level follows the world's steps, a little late, each switch by a time of its own."""

    DRIVES = ("signal",)

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        super().__init__(part, surroundings, seed)
        self._key = key_of(seed, f"bumper {part.id}")
        # Even, as all contacts' times are; no two switches change in the same µs.
        self._late_us = 2 + 2 * (word(self._key, -1) % 1000)
        self._bounce_us = int(part.figure("bounce_ms") * 1000)
        self._area = _travel(part)
        self._idle, self._pressed = (1, 0) if part.figure("active_low") else (0, 1)
        self._edges: list[Edge] = []
        self._known_us = -1  # the edges of what happened up to then are known

    def level(self, line: str, t_us: int) -> int | None:
        return self._level(self._learned(t_us), t_us)

    def next_change(self, line: str, after_us: int, until_us: int) -> tuple[int, int] | None:
        edges, known_us = self._learned(until_us), self._known_us
        while True:
            first = next((edge for edge in edges if after_us < edge[0] <= until_us), None)
            # Only what comes before that edge can still change it.
            before_us = until_us if first is None else first[0]
            change = next(self.surroundings.touch_changes(self._area, known_us, before_us), None)
            if change is None:
                return first
            edges, known_us = self._with(edges, *change), change[0]

    def shown(self, t_us: int) -> str:
        """Asked often enough for nothing to be forgotten before it is learned."""
        return "pressed" if self._level(self._learned(t_us), t_us) == self._pressed else ""

    def _learned(self, t_us: int) -> list[Edge]:
        """All edges that come of what has happened up to now."""
        known_us = min(t_us, self.surroundings.now_us())
        if known_us > self._known_us:
            for at, touched in self.surroundings.touch_changes(self._area, self._known_us, known_us):
                self._edges = self._with(self._edges, at, touched)
            self._known_us = known_us
        return self._edges

    def _with(self, edges: list[Edge], at_us: int, touched: bool) -> list[Edge]:
        """The edges when the wall comes or goes at that time, which ends the bouncing of the time before."""
        at_us += self._late_us
        level = self._pressed if touched else self._idle
        before = [edge for edge in edges if edge[0] < at_us]
        after = bouncing(at_us, level, self._bounce_us, word(self._key, at_us))
        return before + after[int(self._level(before, at_us) == level) :]

    def _level(self, edges: list[Edge], t_us: int) -> int:
        return next((level for at, level in reversed(edges) if at <= t_us), self._idle)


def _travel(part: Part) -> tuple[Point, ...]:
    """The area that the bumper sweeps when it is pressed."""
    sine, cosine = sin_cos_deg(part.heading_deg)
    half = part.figure("width_mm") / 2
    corners = ((0.0, half), (0.0, -half), (-BUMPER_TRAVEL_MM, -half), (-BUMPER_TRAVEL_MM, half))
    return tuple((part.x_mm + cosine * x - sine * y, part.y_mm + sine * x + cosine * y) for x, y in corners)
