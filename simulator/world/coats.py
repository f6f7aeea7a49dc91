"""What is painted, as a sensor's footprint meets it. Lengths in mm."""

import math
from typing import Protocol

from ..scene.model import Piece, Point, Polygon, Stripe
from .footprint import INTERVALS, edge_share, stripe_profile
from .tracks import end, track


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
        self._points = area.points

    def share(self, x: float, y: float) -> float:
        return edge_share(self._depth(x, y) / self.radius)

    def touches(self, x: float, y: float, within: float) -> bool:
        return self._depth(x, y) > -self.radius - within

    def covers_all(self, x: float, y: float, within: float) -> bool:
        return self._depth(x, y) >= self.radius + within

    def only_near(self, x: float, y: float, within: float) -> "AreaCoat":
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
            if (y0 > y) != (y1 > y) and x < x0 + dy * ex / ey:
                inside = not inside
            dx -= along * ex
            dy -= along * ey
            away = dx * dx + dy * dy
            if away < nearest:
                nearest = away
            x0, y0 = x1, y1
        return math.sqrt(nearest) if inside else -math.sqrt(nearest)


def _caps(pieces: tuple[Piece, ...]) -> tuple[Cap, ...]:
    at0, (dx, dy) = end(pieces[0], 0.0)
    at1, out = end(pieces[-1], 1.0)
    return Cap(at0, (-dx, -dy)), Cap(at1, out)
