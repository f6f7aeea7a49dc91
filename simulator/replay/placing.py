"""Finds room for small labels on a picture, so that none covers another. All lengths are pixels, y up."""

import math
from collections.abc import Iterable

Box = tuple[float, float, float, float]  # left, bottom, right, top

_CELL = 12
_DIRECTIONS = 24
_REACHES = (1.0, 1.7, 2.6, 3.8, 5.5)


class Room:
    """What is taken on a picture. Labels stay within `frame`, and off `busy` places (path, robots) if they can."""

    def __init__(self, frame: Box, busy: Iterable[tuple[float, float]]) -> None:
        self.frame = frame
        self.taken: list[Box] = []
        self.busy = {(int(x // _CELL), int(y // _CELL)) for x, y in busy}

    def take(self, box: Box) -> None:
        self.taken.append(box)

    def place(
        self, x: float, y: float, width: float, height: float, gap: float, *, must: bool, prefer_deg: float = 60
    ) -> tuple[float, float] | None:
        """The middle of a label of that size near (x, y), taken from then on; None where there is no room.

        One that `must` be shown is put on the least bad place even if it covers another.
        """
        best: tuple[float, float, float] | None = None
        for reach in _REACHES if must else _REACHES[:2]:
            for i in range(_DIRECTIONS):
                # Both ways round from the preferred direction.
                turn = (i + 1) // 2 * (1 if i % 2 else -1)
                angle = math.radians(prefer_deg) + turn * 2 * math.pi / _DIRECTIONS
                cx = x + math.cos(angle) * (gap * reach + width / 2)
                cy = y + math.sin(angle) * (gap * reach + height / 2)
                box = (cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2)
                if not _inside(box, self.frame):
                    continue
                covered = sum(_overlap(box, other) for other in self.taken)
                if covered and not must:
                    continue
                crossed = self._crowd(box)
                cost = covered * 1e3 + crossed * 3 + reach * 4 + abs(turn) * 0.3
                if best is None or cost < best[0]:
                    best = (cost, cx, cy)
        if best is None:
            return None
        _, cx, cy = best
        self.take((cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2))
        return cx, cy

    def place_at(
        self, middles: Iterable[tuple[float, float]], width: float, height: float
    ) -> tuple[float, float] | None:
        """The one of these middles where a label of that size is off all others and on the fewest busy places, the
        first of several; taken from then on. None where each covers another label."""
        boxes = [(x - width / 2, y - height / 2, x + width / 2, y + height / 2) for x, y in middles]
        free = [box for box in boxes if _inside(box, self.frame) and not any(_overlap(box, o) for o in self.taken)]
        if not free:
            return None
        best = min(free, key=self._crowd)
        self.take(best)
        return (best[0] + best[2]) / 2, (best[1] + best[3]) / 2

    def _crowd(self, box: Box) -> int:
        """How many busy cells the box covers."""
        columns = range(int(box[0] // _CELL), int(box[2] // _CELL) + 1)
        rows = range(int(box[1] // _CELL), int(box[3] // _CELL) + 1)
        return sum((i, j) in self.busy for i in columns for j in rows)


def _overlap(a: Box, b: Box) -> float:
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _inside(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]
