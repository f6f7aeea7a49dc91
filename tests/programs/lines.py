"""Lines with everything a follower can meet, built from pieces, and how far the robot was from them."""

import math
from dataclasses import dataclass, replace

from marshrut.simulator.run import Conditions, nominal_scene
from marshrut.simulator.scene import vary
from marshrut.simulator.scene.geometry import polyline
from marshrut.simulator.scene.model import Light, Mat, Point, Scene, Start, Stripe, Surface

from .conftest import SETUP, Ride, conditions, ride

WIDTH_MM = 20.0
SIZE_MM = 4000.0
AHEAD_MM = 60.0  # of the axle: there the sensors are
CALIBRATE = "rover.line.calibrate(rover.drive)\n"


@dataclass(frozen=True)
class Course:
    """The way that the robot shall take, with gaps in the paint, lines that go off it, and light on the floor."""

    points: tuple[Point, ...]
    gaps: tuple[tuple[Point, Point], ...] = ()
    others: tuple[tuple[Point, ...], ...] = ()
    white_on_black: bool = False
    lights: tuple[Light, ...] = ()

    def surfaces(self) -> tuple[Surface, ...]:
        floor, paint = (0.05, 0.85) if self.white_on_black else (0.85, 0.05)
        lines = [self.points, *self.others]
        painted = [Stripe(f"line{n}", WIDTH_MM, paint, False, tuple(polyline(p, False))) for n, p in enumerate(lines)]
        away = [
            Stripe(f"gap{n}", 2 * WIDTH_MM, floor, False, tuple(polyline(p, False))) for n, p in enumerate(self.gaps)
        ]
        return (*painted, *away)

    def scene(self, terms: Conditions, aside_mm: float = 0.0) -> Scene:
        """The robot stands with its sensors 60 mm after the beginning of the way, looking along it."""
        nominal = nominal_scene(terms)
        (x, y), (x1, y1) = self.points[:2]
        start = Start("start", x, y + aside_mm, math.degrees(math.atan2(y1 - y, x1 - x)))
        floor = 0.05 if self.white_on_black else 0.85
        mat = Mat(SIZE_MM, SIZE_MM, floor, self.surfaces(), (start,), lights=self.lights)
        scene = Scene(mat, nominal.robot, start, (), nominal.faults)
        seen = vary(scene, terms.seed, terms.profile).mat.lights  # here a light is as strong as it says, on every seed
        lights = tuple(
            replace(one, share=one.share**2 / other.share) for one, other in zip(self.lights, seen, strict=True)
        )
        return replace(scene, mat=replace(mat, lights=lights))

    def off_mm(self, x: float, y: float) -> float:
        """How far that place is from the way."""
        return min(_from_piece(a, b, x, y) for a, b in zip(self.points, self.points[1:], strict=False))

    def run(self, body: str, setup: str = SETUP, **chosen: object) -> Ride:
        terms = conditions(**chosen)  # type: ignore[arg-type]
        return ride(setup + body, terms, self.scene(terms))


def places(of: Ride, ahead_mm: float = 0.0) -> list[Point]:
    """Where on the mat a point of the robot's middle line was, state by state."""
    fields = (of.values("x_um"), of.values("y_um"), of.values("heading_mdeg"))
    return [
        (x / 1000 + ahead_mm * math.cos(math.radians(h / 1000)), y / 1000 + ahead_mm * math.sin(math.radians(h / 1000)))
        for x, y, h in zip(*fields, strict=True)
    ]


def farthest_mm(of: Ride, course: Course, ahead_mm: float = 0.0, since: int = 0) -> float:
    """The farthest that this point of the robot was from the way."""
    return max(course.off_mm(x, y) for x, y in places(of, ahead_mm)[since:])


def lit(course: Course, share: float, *areas: tuple[Point, ...]) -> Course:
    """The same in the sun, on those areas or everywhere."""
    everywhere = ((0.0, 0.0), (SIZE_MM, 0.0), (SIZE_MM, SIZE_MM), (0.0, SIZE_MM))
    lights = [Light(f"sun{n}", share, area) for n, area in enumerate(areas or (everywhere,))]
    return replace(course, lights=tuple(lights))


def _from_piece(a: Point, b: Point, x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)
    along = min(max(along, 0.0), 1.0)
    return math.hypot(x - a[0] - along * dx, y - a[1] - along * dy)


def on_both_runners(course: Course, body: str, **chosen: object) -> Ride:
    """The ride on CPython, after MicroPython has left the same trace and text."""
    first, second = (course.run(body, runtime=runtime, **chosen) for runtime in ("cpython", "micropython"))
    for one in (first, second):
        assert one.outcome.ended == "program_end", one.outcome.fault.text() if one.outcome.fault else one.outcome
    assert first.text == second.text
    assert first.trace.sha256 == second.trace.sha256
    return first
