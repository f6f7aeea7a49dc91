"""What is painted, as a sensor's footprint meets it. Lengths in mm."""

import math
from collections.abc import Iterator
from typing import Protocol

from ..scene.model import Piece, Point, Polygon, Stripe
from .footprint import INTERVALS, edge_share, stripe_profile
from .tracks import end, track

# An edge of an area: its first end, the other's y, the way between them, and that way's length squared.
Edge = tuple[float, float, float, float, float, float]


class Coat(Protocol):
    """One painted surface, seen by discs of one radius."""

    reflectance: float

    def share(self, x: float, y: float) -> float:
        """How much of the disc around (x, y) it covers, 0 to 1."""

    def over(self, light: float, x: float, y: float) -> float:
        """The mean light over the disc around (x, y) where the floor below has that light."""

    def touches(self, x: float, y: float, within: float) -> bool:
        """Whether it may cover part of a disc whose centre is `within` of (x, y)."""

    def covers_all(self, x: float, y: float, within: float) -> bool:
        """Whether it covers all of every disc whose centre is `within` of (x, y)."""

    def only_near(self, x: float, y: float, within: float) -> "Coat":
        """The same coat, for use within that distance only: with less to look through."""


class Cap:
    """The straight end of an open stripe: nothing is painted beyond it. `out` leads away from the stripe."""

    __slots__ = ("ox", "oy", "x", "y")

    def __init__(self, at: Point, out: Point) -> None:
        self.x, self.y = at
        self.ox, self.oy = out

    def away(self, x: float, y: float) -> float:
        dx, dy = x - self.x, y - self.y
        return math.sqrt(dx * dx + dy * dy)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """How far (x, y) is beyond the end, and how far beside the stripe's middle."""
        dx, dy = x - self.x, y - self.y
        return dx * self.ox + dy * self.oy, abs(dy * self.ox - dx * self.oy)


class StripeCoat:
    """A painted line. Where pieces meet its outside is round; an open end is cut straight."""

    def __init__(self, stripe: Stripe, radius: float) -> None:
        self.reflectance = stripe.reflectance
        self.width = stripe.width_mm
        self.radius = radius
        self.reach = self.width / 2 + radius  # from its middle to the centre of a disc that it no longer meets
        self.steps = INTERVALS / self.reach  # of the profile, a mm
        self.tracks = tuple(track(piece) for piece in stripe.pieces)
        self.caps = () if stripe.closed else _caps(stripe.pieces)
        self._profile = stripe_profile(self.width, radius)
        # At the corners of an end a disc may be a little farther from the middle line and still meet the stripe.
        self._farthest = math.sqrt(self.reach * self.reach + radius * radius) if self.caps else self.reach

    def share(self, x: float, y: float) -> float:
        nearest = self.distance(x, y)
        for cap in self.caps:
            if cap.away(x, y) <= self._farthest:
                beyond, aside = cap.place(x, y)
                if beyond > -self.radius:
                    return self._across(aside if beyond > 0.0 else nearest) * edge_share(-beyond / self.radius)
        return self._across(nearest)

    def over(self, light: float, x: float, y: float) -> float:
        return light + self.share(x, y) * (self.reflectance - light)

    def touches(self, x: float, y: float, within: float) -> bool:
        return self.distance(x, y) <= self._farthest + within

    def covers_all(self, x: float, y: float, within: float) -> bool:
        inside = self.width / 2 - self.radius - within
        return inside >= 0.0 and not self.caps and self.distance(x, y) <= inside

    def only_near(self, x: float, y: float, within: float) -> "StripeCoat":
        limit = self._farthest + within
        tracks = tuple(item for item in self.tracks if item.distance(x, y) <= limit)
        caps = tuple(cap for cap in self.caps if cap.away(x, y) <= limit)
        if len(tracks) == len(self.tracks) and len(caps) == len(self.caps):
            return self
        near = object.__new__(StripeCoat)
        near.__dict__.update(self.__dict__, tracks=tracks, caps=caps)
        return near

    def distance(self, x: float, y: float) -> float:
        """From the stripe's middle line."""
        nearest = math.inf
        for item in self.tracks:
            away = item.distance(x, y)
            if away < nearest:
                nearest = away
        return nearest

    def _across(self, away: float) -> float:
        at = away * self.steps
        if at >= INTERVALS:
            return 0.0
        step = int(at)
        share = self._profile[step]
        return share + (at - step) * (self._profile[step + 1] - share)


class AreaCoat:
    """A painted polygon. A disc is taken to meet its nearest edge only, as a straight one: true but at corners."""

    def __init__(self, area: Polygon, radius: float) -> None:
        self.reflectance = area.reflectance
        self.radius = radius
        self._edges = tuple(edge for ring in (area.points, *area.holes) for edge in _edges(ring))
        xs, ys = zip(*area.points, *(point for hole in area.holes for point in hole), strict=True)
        self._box = min(xs), min(ys), max(xs), max(ys)

    def share(self, x: float, y: float) -> float:
        return edge_share(self._depth(x, y) / self.radius)

    def over(self, light: float, x: float, y: float) -> float:
        return light + self.share(x, y) * (self.reflectance - light)

    def touches(self, x: float, y: float, within: float) -> bool:
        reach = self.radius + within
        left, low, right, high = self._box
        if x < left - reach or x > right + reach or y < low - reach or y > high + reach:
            return False
        return self._depth(x, y) > -reach

    def covers_all(self, x: float, y: float, within: float) -> bool:
        reach = self.radius + within
        left, low, right, high = self._box
        if x < left + reach or x > right - reach or y < low + reach or y > high - reach:
            return False
        return self._depth(x, y) >= reach

    def only_near(self, x: float, y: float, within: float) -> "AreaCoat":
        """What is far from there tells no distance; of that only edges to the right tell inside from outside."""
        reach = self.radius + within
        edges = tuple(
            edge
            for edge in self._edges
            if _reaches(edge, x - within, y, within) or _gap_squared(edge, x, y) <= reach * reach
        )
        if len(edges) == len(self._edges):
            return self
        near = object.__new__(AreaCoat)
        near.__dict__.update(self.__dict__, _edges=edges)
        return near

    def _depth(self, x: float, y: float) -> float:
        """How far (x, y) is inside the outline, negative outside."""
        nearest = math.inf
        inside = False
        for x0, y0, y1, ex, ey, square in self._edges:
            dx, dy = x - x0, y - y0
            along = (dx * ex + dy * ey) / square if square > 0.0 else 0.0
            along = 0.0 if along < 0.0 else 1.0 if along > 1.0 else along
            if (y0 > y) != (y1 > y) and x < x0 + dy * ex / ey:
                inside = not inside
            dx -= along * ex
            dy -= along * ey
            away = dx * dx + dy * dy
            if away < nearest:
                nearest = away
        return math.sqrt(nearest) if inside else -math.sqrt(nearest)


def _edges(ring: tuple[Point, ...]) -> Iterator[Edge]:
    x0, y0 = ring[-1]
    for x1, y1 in ring:
        ex, ey = x1 - x0, y1 - y0
        yield x0, y0, y1, ex, ey, ex * ex + ey * ey
        x0, y0 = x1, y1


def _reaches(edge: Edge, left: float, y: float, within: float) -> bool:
    """Whether a way to the right, begun not left of there and not farther from y than that, may cross the edge."""
    x0, y0, y1, ex, _, _ = edge
    return (x0 >= left or x0 + ex >= left) and not (
        (y0 < y - within and y1 < y - within) or (y0 > y + within and y1 > y + within)
    )


def _gap_squared(edge: Edge, x: float, y: float) -> float:
    x0, y0, _, ex, ey, square = edge
    dx, dy = x - x0, y - y0
    along = (dx * ex + dy * ey) / square if square > 0.0 else 0.0
    along = 0.0 if along < 0.0 else 1.0 if along > 1.0 else along
    dx -= along * ex
    dy -= along * ey
    return dx * dx + dy * dy


def _caps(pieces: tuple[Piece, ...]) -> tuple[Cap, ...]:
    at0, (dx, dy) = end(pieces[0], 0.0)
    at1, out = end(pieces[-1], 1.0)
    return Cap(at0, (-dx, -dy)), Cap(at1, out)
