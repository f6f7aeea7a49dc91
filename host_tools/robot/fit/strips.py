"""The straight painted strips of a world, as edges that a line sensor crosses."""

from dataclasses import dataclass
from math import hypot

from marshrut.simulator.scene.model import Line, Mat, Stripe

BEYOND_MM = 20.0  # past a strip's end
LEAST_DARKER = 0.2  # of a strip that counts than its mat
ALIKE = 0.02  # strips whose light differs by no more are of one light


@dataclass(frozen=True)
class Strip:
    """Its middle line from one end, the unit vectors along it and across, its length and half its width; mm."""

    x0: float
    y0: float
    along: tuple[float, float]
    across: tuple[float, float]
    length: float
    half: float
    reflectance: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """How far along it and how far across a point is."""
        dx, dy = x - self.x0, y - self.y0
        return dx * self.along[0] + dy * self.along[1], dx * self.across[0] + dy * self.across[1]

    def holds(self, far: float) -> bool:
        return -BEYOND_MM <= far <= self.length + BEYOND_MM


def strips_of(mat: Mat) -> list[Strip]:
    """Those that are so much darker than the mat that a sensor tells them from it."""
    found: list[Strip] = []
    for surface in mat.surfaces:
        if isinstance(surface, Stripe):
            found += [_strip(surface, piece) for piece in surface.pieces if isinstance(piece, Line)]
    return [strip for strip in found if mat.reflectance - strip.reflectance >= LEAST_DARKER]


def light_of(strips: list[Strip]) -> float | None:
    """What all of them throw back; None where they differ."""
    lights = [strip.reflectance for strip in strips]
    return sum(lights) / len(lights) if lights and max(lights) - min(lights) <= ALIKE else None


def _strip(stripe: Stripe, piece: Line) -> Strip:
    length = hypot(piece.x1 - piece.x0, piece.y1 - piece.y0)
    along = (piece.x1 - piece.x0) / length, (piece.y1 - piece.y0) / length
    across = -along[1], along[0]
    return Strip(piece.x0, piece.y0, along, across, length, stripe.width_mm / 2, stripe.reflectance)
