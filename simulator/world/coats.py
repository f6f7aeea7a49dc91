"""What is painted, as a sensor's footprint meets it. Lengths in mm.

Mostly one edge is under a disc, or both of one stripe, and the share covered depends on the distance alone: that is
`quick_share`. Where more of one coat is there (a corner, a crossing, a narrow bar) it says that it cannot tell, and
`closer_look` does. What several coats make together is told in `on_top`.
"""

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

from ..scene.model import Piece, Point, Polygon, Stripe
from .closer_look import circle_levels, circle_span, edge_levels, joined, shares_on_top
from .footprint import INTERVALS, edge_share, stripe_profile
from .tracks import ArcTrack, Track, end, track

# An edge of an area: its first end, the other's y, the way between them, and that way's length squared.
Edge = tuple[float, float, float, float, float, float]

# A quick share of a disc that takes a closer look.
UNCLEAR = -1.0
# So many edges are looked through for being almost in line.
_MANY = 12
# Pieces or edges within a disc that turn less than this in all (rad) are one edge to it: true to 1 % of its share.
_STRAIGHT = 0.06
_SMOOTH = 0.001  # rad; the outside of a joint that turns less has no gap worth rounding
# An arc's edges are straight to a disc unless its inner one has less than so many times the disc's radius. That is true
# to 0.11 of the disc's radius over the edge's: 1.5 % for stripes narrower than the disc, 5 % for wider ones.
_ROUND_NARROW, _ROUND = 7.0, 2.0


class Coat(Protocol):
    """One painted surface, seen by discs of one radius."""

    reflectance: float
    radius: float
    number: None

    def quick_share(self, x: float, y: float) -> float:
        """How much of the disc around (x, y) it covers, 0 to 1; UNCLEAR where that takes a closer look."""

    def share(self, x: float, y: float) -> float:
        """How much of the disc around (x, y) it covers, 0 to 1."""

    def levels(self, x: float, y: float) -> Iterator[float]:
        """This, the next one and `number` are for a closer look: see `closer_look.Layer`."""

    def bounds(self, y: float, left: float, right: float) -> list[float]: ...

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

    number = None

    def __init__(self, stripe: Stripe, radius: float) -> None:
        self.reflectance = stripe.reflectance
        self.width = stripe.width_mm
        self.radius = radius
        self.reach = self.width / 2 + radius  # from its middle to the centre of a disc that it no longer meets
        self.steps = INTERVALS / self.reach  # of the profile, a mm
        self.tracks = tuple(track(piece) for piece in stripe.pieces)
        self._after, self._corners = _joints(self.tracks, stripe.closed)
        self._least = self.width / 2 + radius * (_ROUND if self.width >= 2.0 * radius else _ROUND_NARROW)
        self._tight = self._tight_of(self.tracks)
        self.caps = () if stripe.closed else _caps(stripe.pieces)
        self._profile = stripe_profile(self.width, radius)
        # At the corners of an end a disc may be a little farther from the middle line and still meet the stripe.
        self._farthest = math.sqrt(self.reach * self.reach + radius * radius) if self.caps else self.reach

    def quick_share(self, x: float, y: float) -> float:
        nearest = math.inf
        met = 0
        reach = self.reach
        for item in self.tracks:
            away = item.distance(x, y)
            if away < nearest:
                nearest = away
            if away < reach:
                met += 1
        if met and self._tight and any(item.distance(x, y) < reach for item in self._tight):
            return UNCLEAR
        if met > 1 and not self._one_run(x, y):
            return UNCLEAR
        found, half = UNCLEAR, self.width / 2
        for cap in self.caps:
            if cap.away(x, y) <= self._farthest:
                beyond, aside = cap.place(x, y)
                if beyond > -self.radius:
                    # Under the disc is the straight end alone, or nothing: not a corner, and not the other end.
                    if found != UNCLEAR or (half - self.radius < aside < reach and beyond < self.radius):
                        return UNCLEAR
                    found = self._across(aside if beyond > 0.0 else nearest) * edge_share(-beyond / self.radius)
        return self._across(nearest) if found == UNCLEAR else found

    def share(self, x: float, y: float) -> float:
        quick = self.quick_share(x, y)
        return _closer(self, x, y) if quick == UNCLEAR else quick

    def levels(self, x: float, y: float) -> Iterator[float]:
        half = self.width / 2
        for item in self.tracks:
            if item.distance(x, y) < self._farthest:
                yield from item.levels(half, x, y, self.radius)
        for cx, cy in self._corners:
            yield from circle_levels(cx, cy, half, x, y, self.radius)

    def bounds(self, y: float, left: float, right: float) -> list[float]:
        half = self.width / 2
        spans = [span for item in self.tracks for span in item.spans(half, y)]
        for cx, cy in self._corners:
            span = circle_span(cx, cy, half, y)
            if span is not None:
                spans.append(span)
        return joined(spans)

    @property
    def even(self) -> bool:
        """Whether it has no end, no corner and no tight arc: each piece goes over into the next."""
        return not (self.caps or self._tight) and all(
            self._after[item][0] <= _STRAIGHT and self._after[item][1] is after for item, after in pairwise(self.tracks)
        )

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
        if self._corners:
            near._corners = tuple(at for at in self._corners if _squared(at[0] - x, at[1] - y) <= limit * limit)
        if self._tight:
            near._tight = self._tight_of(tracks)
        return near

    def distance(self, x: float, y: float) -> float:
        """From the stripe's middle line."""
        nearest = math.inf
        for item in self.tracks:
            away = item.distance(x, y)
            if away < nearest:
                nearest = away
        return nearest

    def _one_run(self, x: float, y: float) -> bool:
        """Whether the pieces that the disc may meet follow each other without a corner to speak of."""
        met = [item for item in self.tracks if item.distance(x, y) < self.reach]
        runs, turned = 0, 0.0
        for item in met:
            turn, after = self._after[item]
            if turn <= _STRAIGHT and after in met:
                turned += turn
            else:
                runs += 1
        return runs <= 1 and turned <= _STRAIGHT

    def _tight_of(self, tracks: tuple[Track, ...]) -> tuple[Track, ...]:
        return tuple(item for item in tracks if isinstance(item, ArcTrack) and item.radius < self._least)

    def _across(self, away: float) -> float:
        at = away * self.steps
        if at >= INTERVALS:
            return 0.0
        step = int(at)
        share = self._profile[step]
        return share + (at - step) * (self._profile[step + 1] - share)


class AreaCoat:
    """A painted polygon. Where one edge, or a row of edges almost in line, is within a disc, the nearest tells all."""

    number = None

    def __init__(self, area: Polygon, radius: float) -> None:
        self.reflectance = area.reflectance
        self.radius = radius
        self._near = radius * radius
        self._edges = tuple(edge for ring in (area.points, *area.holes) for edge in _edges(ring))
        xs, ys = zip(*area.points, *(point for hole in area.holes for point in hole), strict=True)
        self._box = min(xs), min(ys), max(xs), max(ys)

    def quick_share(self, x: float, y: float) -> float:
        depth, met = self._look(x, y)
        if met > 1 and (met > _MANY or not self._one_run(x, y)):
            return UNCLEAR
        return edge_share(depth / self.radius)

    def share(self, x: float, y: float) -> float:
        quick = self.quick_share(x, y)
        return _closer(self, x, y) if quick == UNCLEAR else quick

    def levels(self, x: float, y: float) -> Iterator[float]:
        for edge in self._edges:
            if _gap_squared(edge, x, y) < self._near:
                x0, y0, _, ex, ey, _ = edge
                yield from edge_levels(x0, y0, ex, ey, x, y, self.radius)

    def bounds(self, y: float, left: float, right: float) -> list[float]:
        """Counted from the right: of a coat for nearby use, edges farther left may be missing."""
        places = sorted(x0 + (y - y0) * ex / ey for x0, y0, y1, ex, ey, _ in self._edges if (y0 > y) != (y1 > y))
        return [-math.inf, *places] if len(places) % 2 else places

    def touches(self, x: float, y: float, within: float) -> bool:
        reach = self.radius + within
        left, low, right, high = self._box
        if x < left - reach or x > right + reach or y < low - reach or y > high + reach:
            return False
        return self._look(x, y)[0] > -reach

    def covers_all(self, x: float, y: float, within: float) -> bool:
        reach = self.radius + within
        left, low, right, high = self._box
        if x < left + reach or x > right - reach or y < low + reach or y > high - reach:
            return False
        return self._look(x, y)[0] >= reach

    def only_near(self, x: float, y: float, within: float) -> "AreaCoat":
        """What is far from there tells no distance; of that only edges to the right tell inside from outside."""
        reach = self.radius + within
        edges = tuple(
            edge
            for edge in self._edges
            if _reaches(edge, x - reach, y, reach) or _gap_squared(edge, x, y) <= reach * reach
        )
        if len(edges) == len(self._edges):
            return self
        near = object.__new__(AreaCoat)
        near.__dict__.update(self.__dict__, _edges=edges)
        return near

    def _look(self, x: float, y: float) -> tuple[float, int]:
        """How far (x, y) is inside the outline, negative outside; and how many edges a disc around it meets."""
        nearest = math.inf
        near = self._near
        met = 0
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
            if away < near:
                met += 1
            if away < nearest:
                nearest = away
        return (math.sqrt(nearest) if inside else -math.sqrt(nearest)), met

    def _one_run(self, x: float, y: float) -> bool:
        """Whether the edges that the disc meets follow each other almost in a straight line."""
        met = [edge for edge in self._edges if _gap_squared(edge, x, y) < self._near]
        _, _, _, fx, fy, square = met[0]
        runs = 0
        least = most = 0.0  # how far they turn from the first
        for x0, y0, _, ex, ey, own in met:
            turn = (fx * ey - fy * ex) / math.sqrt(own * square)
            least, most = min(least, turn), max(most, turn)
            if ex * fx + ey * fy <= 0.0 or most - least > _STRAIGHT:
                return False
            if not any(_squared(ax + bx - x0, ay + by - y0) < 1e-12 for ax, ay, _, bx, by, _ in met):
                runs += 1
        return runs == 1


def _closer(coat: Coat, x: float, y: float) -> float:
    """The share of one coat by itself, where it is not clear."""
    return shares_on_top([coat.only_near(x, y, 0.0)], x, y, coat.radius).get((0, 0), 0.0)


def _edges(ring: tuple[Point, ...]) -> Iterator[Edge]:
    x0, y0 = ring[-1]
    for x1, y1 in ring:
        ex, ey = x1 - x0, y1 - y0
        if ex or ey:
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


def _squared(dx: float, dy: float) -> float:
    return dx * dx + dy * dy


def _joints(tracks: tuple[Track, ...], closed: bool) -> tuple[dict[Track, tuple[float, Track]], tuple[Point, ...]]:
    """How much each piece turns into which next (rad, if little; infinite at an end), and the corners between them."""
    after: dict[Track, tuple[float, Track]] = {}
    corners = []
    for i, item in enumerate(tracks):
        following = tracks[(i + 1) % len(tracks)]
        turn = math.inf
        if closed or i + 1 < len(tracks):
            (ax, ay), (bx, by) = item.end_direction, following.start_direction
            turn = math.sqrt(_squared(bx - ax, by - ay))
            if turn > _SMOOTH:
                corners.append((following.x0, following.y0))
        after[item] = turn, following
    return after, tuple(corners)


def _caps(pieces: tuple[Piece, ...]) -> tuple[Cap, ...]:
    at0, (dx, dy) = end(pieces[0], 0.0)
    at1, out = end(pieces[-1], 1.0)
    return Cap(at0, (-dx, -dy)), Cap(at1, out)
