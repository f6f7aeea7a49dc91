"""What is painted, as a sensor's footprint meets it: distances to lines, arcs and edges. Lengths in mm."""

import math
from typing import Protocol, Self

from ..scene.model import Arc, Line, Piece, Point, Polygon, Stripe
from ..scene.trig import sin_cos_deg
from .footprint import INTERVALS, edge_share, stripe_profile


class Coat(Protocol):
    """One painted surface, seen by discs of one radius."""

    reflectance: float

    def share(self, x: float, y: float) -> float:
        """How much of the disc around (x, y) it covers, 0 to 1."""

    def touches(self, x: float, y: float, within: float) -> bool:
        """Whether it may cover part of a disc whose centre is `within` of (x, y)."""

    def covers_all(self, x: float, y: float, within: float) -> bool:
        """Whether it covers all of every disc whose centre is `within` of (x, y)."""

    def only_near(self, x: float, y: float, within: float) -> "Coat":
        """The same coat, for use within that distance only: with less to look through."""


class _LineTrack:
    """A straight piece: distance from it, ends included."""

    __slots__ = ("length", "tx", "ty", "x0", "y0")

    def __init__(self, piece: Line) -> None:
        self.x0, self.y0 = piece.x0, piece.y0
        self.tx = (piece.x1 - piece.x0) / piece.length
        self.ty = (piece.y1 - piece.y0) / piece.length
        self.length = piece.length

    def distance(self, x: float, y: float) -> float:
        dx, dy = x - self.x0, y - self.y0
        along = dx * self.tx + dy * self.ty
        if along < 0.0:
            return math.sqrt(dx * dx + dy * dy)
        if along > self.length:
            dx -= self.tx * self.length
            dy -= self.ty * self.length
            return math.sqrt(dx * dx + dy * dy)
        return abs(dy * self.tx - dx * self.ty)

    def beyond(self, x: float, y: float) -> float:
        """Distance from its continuation past both ends."""
        dx, dy = x - self.x0, y - self.y0
        along = dx * self.tx + dy * self.ty
        aside = dy * self.tx - dx * self.ty
        inside = max(0.0, min(along, self.length - along))
        return math.sqrt(aside * aside + inside * inside)


class _ArcTrack:
    """A piece of a circle; a point is beside it when the centre sees it near enough to the direction of its middle."""

    __slots__ = ("cx", "cy", "half_cosine", "mx", "my", "radius", "x0", "x1", "y0", "y1")

    def __init__(self, piece: Arc) -> None:
        self.cx, self.cy, self.radius = piece.cx, piece.cy, piece.radius
        self.my, self.mx = sin_cos_deg(piece.start_deg + piece.sweep_deg / 2)
        self.half_cosine = sin_cos_deg(piece.sweep_deg / 2)[1]
        sine, cosine = sin_cos_deg(piece.start_deg)
        self.x0, self.y0 = self.cx + self.radius * cosine, self.cy + self.radius * sine
        sine, cosine = sin_cos_deg(piece.start_deg + piece.sweep_deg)
        self.x1, self.y1 = self.cx + self.radius * cosine, self.cy + self.radius * sine

    def distance(self, x: float, y: float) -> float:
        dx, dy = x - self.cx, y - self.cy
        out = math.sqrt(dx * dx + dy * dy)
        if dx * self.mx + dy * self.my >= out * self.half_cosine:
            return abs(out - self.radius)
        return self._from_ends(x, y)

    def beyond(self, x: float, y: float) -> float:
        """Distance from the rest of its circle."""
        dx, dy = x - self.cx, y - self.cy
        out = math.sqrt(dx * dx + dy * dy)
        if dx * self.mx + dy * self.my <= out * self.half_cosine:
            return abs(out - self.radius)
        return self._from_ends(x, y)

    def _from_ends(self, x: float, y: float) -> float:
        dx, dy = x - self.x0, y - self.y0
        first = dx * dx + dy * dy
        dx, dy = x - self.x1, y - self.y1
        last = dx * dx + dy * dy
        return math.sqrt(first if first < last else last)


Track = _LineTrack | _ArcTrack


class _Cap:
    """The straight end of an open stripe: nothing is painted beyond it."""

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
        self._tracks = tuple(_track(piece) for piece in stripe.pieces)
        self._caps = () if stripe.closed else _caps(stripe.pieces)
        self._reach = self.width / 2 + radius
        self._steps = INTERVALS / self._reach
        self._profile = stripe_profile(self.width, radius)

    def share(self, x: float, y: float) -> float:
        nearest = self._distance(x, y)
        for cap in self._caps:
            if cap.away(x, y) <= 2 * self._reach:
                beyond, aside = cap.place(x, y)
                if beyond > -self.radius:
                    return self._across(aside if beyond > 0.0 else nearest) * edge_share(-beyond / self.radius)
        return self._across(nearest)

    def touches(self, x: float, y: float, within: float) -> bool:
        return self._distance(x, y) <= self._reach * 1.5 + within

    def covers_all(self, x: float, y: float, within: float) -> bool:
        inside = self.width / 2 - self.radius - within
        return inside >= 0.0 and not self._caps and self._distance(x, y) <= inside

    def only_near(self, x: float, y: float, within: float) -> Self:
        near = object.__new__(type(self))
        near.__dict__.update(self.__dict__)
        near._tracks = self._near(x, y, within)
        near._caps = tuple(cap for cap in self._caps if cap.away(x, y) <= 2 * self._reach + within)
        return near

    def single_line(self, x: float, y: float, within: float) -> tuple[float, float, float] | None:
        """Normal and offset of the one straight piece near, where its continuation is not: distance is n · p - n0."""
        track = self._single(x, y, within)
        if isinstance(track, _LineTrack):
            return -track.ty, track.tx, track.tx * track.y0 - track.ty * track.x0
        return None

    def single_arc(self, x: float, y: float, within: float) -> tuple[float, float, float] | None:
        """Centre and radius of the one arc near, where the rest of its circle is not."""
        track = self._single(x, y, within)
        return (track.cx, track.cy, track.radius) if isinstance(track, _ArcTrack) else None

    def _single(self, x: float, y: float, within: float) -> Track | None:
        near = self._near(x, y, within)
        capped = any(cap.away(x, y) <= 2 * self._reach + within for cap in self._caps)
        if len(near) == 1 and not capped and near[0].beyond(x, y) > self._reach + within:
            return near[0]
        return None

    def _near(self, x: float, y: float, within: float) -> tuple[Track, ...]:
        return tuple(track for track in self._tracks if track.distance(x, y) <= self._reach * 1.5 + within)

    def _distance(self, x: float, y: float) -> float:
        nearest = math.inf
        for track in self._tracks:
            away = track.distance(x, y)
            if away < nearest:
                nearest = away
        return nearest

    def _across(self, away: float) -> float:
        at = away * self._steps
        if at >= INTERVALS:
            return 0.0
        step = int(at)
        share = self._profile[step]
        return share + (at - step) * (self._profile[step + 1] - share)


class AreaCoat:
    """A painted polygon; within a footprint of a corner its edges are taken as one straight edge."""

    def __init__(self, area: Polygon, radius: float) -> None:
        self.reflectance = area.reflectance
        self.radius = radius
        self._points = area.points

    def share(self, x: float, y: float) -> float:
        return edge_share(self._depth(x, y) / self.radius)

    def touches(self, x: float, y: float, within: float) -> bool:
        return self._depth(x, y) > -self.radius - within

    def covers_all(self, x: float, y: float, within: float) -> bool:
        return self._depth(x, y) >= self.radius + within

    def only_near(self, x: float, y: float, within: float) -> Self:
        return self

    def _depth(self, x: float, y: float) -> float:
        """How far (x, y) is inside the outline, negative outside."""
        nearest = math.inf
        inside = False
        x0, y0 = self._points[-1]
        for x1, y1 in self._points:
            ex, ey = x1 - x0, y1 - y0
            dx, dy = x - x0, y - y0
            square = ex * ex + ey * ey
            along = (dx * ex + dy * ey) / square if square > 0.0 else 0.0
            along = 0.0 if along < 0.0 else 1.0 if along > 1.0 else along
            dx -= along * ex
            dy -= along * ey
            away = dx * dx + dy * dy
            if away < nearest:
                nearest = away
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * ex / ey:
                inside = not inside
            x0, y0 = x1, y1
        return math.sqrt(nearest) if inside else -math.sqrt(nearest)


def _track(piece: Piece) -> Track:
    return _LineTrack(piece) if isinstance(piece, Line) else _ArcTrack(piece)


def _caps(pieces: tuple[Piece, ...]) -> tuple[_Cap, ...]:
    """The two ends of an open path, each with the direction that leads out of it."""
    first, last = pieces[0], pieces[-1]
    (x0, y0), (dx0, dy0) = _end(first, 0.0)
    (x1, y1), (dx1, dy1) = _end(last, 1.0)
    return _Cap((x0, y0), (-dx0, -dy0)), _Cap((x1, y1), (dx1, dy1))


def _end(piece: Piece, part: float) -> tuple[Point, Point]:
    """A piece's point at its beginning (0) or end (1), and the direction in which it is walked there."""
    if isinstance(piece, Line):
        direction = (piece.x1 - piece.x0) / piece.length, (piece.y1 - piece.y0) / piece.length
        return (piece.x1, piece.y1) if part else (piece.x0, piece.y0), direction
    sine, cosine = sin_cos_deg(piece.start_deg + part * piece.sweep_deg)
    side = 1.0 if piece.sweep_deg > 0 else -1.0
    at = piece.cx + piece.radius * cosine, piece.cy + piece.radius * sine
    return at, (-sine * side, cosine * side)
