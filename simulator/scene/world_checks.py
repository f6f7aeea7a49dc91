"""What a world file may not say although each of its keys is well formed: what a referee would not accept."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ..toml_file import FileProblem, TomlFile
from ..toml_lines import KeyPath
from .areas import is_flat
from .geometry import (
    JOIN_TOLERANCE_DEG,
    JOIN_TOLERANCE_MM,
    bounds,
    closest_approach,
    distance,
    end_of,
    start_of,
)
from .model import Arc, Mat, Point, Polygon, Stripe, Surface
from .shapes import LightTable, StripeTable, WorldShape
from .trig import PI

# Surfaces, each with the place in the file that paints it.
Painted = list[tuple[KeyPath, Surface]]


def form_faults(file: TomlFile, shape: WorldShape) -> list[FileProblem]:
    """Pieces that cannot be laid at all: a segment that is neither straight nor arc, a step of no length."""
    faults = []
    for i, stripe in enumerate(shape.stripe):
        for j, segment in enumerate(stripe.segments):
            place: KeyPath = ("stripe", i, "segments", j)
            given = sorted(segment.model_fields_set)
            if given not in (["straight_mm"], ["arc_deg", "radius_mm"]):
                got = ", ".join(f"`{key}`" for key in given) or "{ }"
                faults.append(file.problem(place, "segment-form", key=file.name(place), got=got))
    faults += [file.problem(place, "step-empty", key=file.name(place)) for place in _empty_steps(shape)]
    faults += [file.problem(place, "light-missing", key=file.name(place)) for place in _unlit(shape)]
    return faults


def _unlit(shape: WorldShape) -> Iterator[KeyPath]:
    """Tables that say neither how light nor what colour they are."""
    tables: list[tuple[KeyPath, LightTable]] = [(("mat",), shape.mat)]
    tables += [(("stripe", i), table) for i, table in enumerate(shape.stripe)]
    tables += [(("polyline", i), table) for i, table in enumerate(shape.polyline)]
    tables += [(("arc", i), table) for i, table in enumerate(shape.arc)]
    tables += [(("polygon", i), table) for i, table in enumerate(shape.polygon)]
    for place, table in tables:
        if table.reflectance is None and table.colour is None:
            yield place


def _empty_steps(shape: WorldShape) -> Iterator[KeyPath]:
    for i, stripe in enumerate(shape.stripe):
        for j, segment in enumerate(stripe.segments):
            if segment.arc_deg == 0:
                yield "stripe", i, "segments", j, "arc_deg"
    for i, line in enumerate(shape.polyline):
        points = (*line.points_mm, line.points_mm[0]) if line.closed else line.points_mm
        for j, (a, b) in enumerate(pairwise(points)):
            if a == b:
                yield "polyline", i, "points_mm", min(j + 1, len(line.points_mm) - 1)
    for i, ring in enumerate(shape.arc):
        if ring.sweep_deg == 0:
            yield "arc", i, "sweep_deg"
    for i, wall in enumerate(shape.wall):
        if wall.from_mm == wall.to_mm:
            yield "wall", i, "to_mm"


def meaning_faults(file: TomlFile, shape: WorldShape, mat: Mat, painted: Painted) -> list[FileProblem]:
    """Names used twice, things off the mat, areas of nothing, and lines that are not what they say of themselves."""
    faults = _double_names(file, [(("start", i), start.id) for i, start in enumerate(mat.starts)])
    faults += _double_names(file, [(place, surface.id) for place, surface in painted])
    faults += _double_names(file, [(("wall", i), wall.id) for i, wall in enumerate(mat.walls)])
    faults += _double_names(file, [(("light", i), light.id) for i, light in enumerate(mat.lights)])
    for i, start in enumerate(mat.starts):
        faults += _off_mat(file, ("start", i), start.id, mat, [(start.x_mm, start.y_mm)])
    for i, wall in enumerate(mat.walls):
        faults += _off_mat(file, ("wall", i), wall.id, mat, [(wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm)])
    for i, light in enumerate(mat.lights):
        if is_flat(light.points):
            faults.append(file.problem(("light", i, "points_mm"), "area-flat", id=light.id))
    for place, surface in painted:
        faults += _off_mat(file, place, surface.id, mat, _extent(surface))
        if isinstance(surface, Polygon):
            if is_flat(surface.points):
                faults.append(file.problem((*place, "points_mm"), "area-flat", id=surface.id))
        elif place[0] == "stripe":
            table = shape.stripe[int(place[1])]
            closing = _closing_faults(file, place, surface)
            # Where a loop does not close, its gap and radii are not yet what they will be.
            faults += closing or _promise_faults(file, place, surface, table)
    return faults


def _double_names(file: TomlFile, named: list[tuple[KeyPath, str]]) -> list[FileProblem]:
    seen: list[str] = []
    faults = []
    for place, name in named:
        if name in seen:
            at = (*place, "id")
            faults.append(file.problem(at, "name-twice", key=file.name(at), name=name))
        seen.append(name)
    return faults


def _extent(surface: Surface) -> list[Point]:
    """Corners around what a surface covers; of a stripe, around its middle."""
    if isinstance(surface, Polygon):
        return list(surface.points)
    points: list[Point] = []
    for piece in surface.pieces:
        left, low, right, high = bounds(piece)
        points += [(left, low), (right, high)]
    return points


def _off_mat(file: TomlFile, place: KeyPath, name: str, mat: Mat, points: list[Point]) -> list[FileProblem]:
    for x, y in points:
        if not (0 <= x <= mat.width_mm and 0 <= y <= mat.height_mm):
            size = {"width": _mm(mat.width_mm), "height": _mm(mat.height_mm)}
            return [file.problem(place, "off-mat", id=name, x=_mm(x), y=_mm(y), **size)]
    return []


def _closing_faults(file: TomlFile, place: KeyPath, stripe: Stripe) -> list[FileProblem]:
    """A stripe that says it is closed must come back to where it began, and without a corner."""
    if not stripe.closed:
        return []
    gap = distance(end_of(stripe.pieces[-1]), start_of(stripe.pieces[0]))
    if gap > JOIN_TOLERANCE_MM:
        return [file.problem(place, "line-open", id=stripe.id, gap=f"{gap:.1f}")]
    turned = 0.0
    for piece in stripe.pieces:
        turned += piece.sweep_deg if isinstance(piece, Arc) else 0.0
    corner = abs((turned + 180.0) % 360.0 - 180.0)
    if corner > JOIN_TOLERANCE_DEG:
        return [file.problem(place, "line-corner", id=stripe.id, corner=f"{corner:.1f}")]
    return []


_closest_approach = lru_cache(maxsize=32)(closest_approach)  # one process reads the same world for many runs


def _promise_faults(file: TomlFile, place: KeyPath, stripe: Stripe, table: StripeTable) -> list[FileProblem]:
    """What a stripe promises of itself: its least radius, and the least of mat between two parts of it."""
    faults = []
    arcs = [(i, piece.radius) for i, piece in enumerate(stripe.pieces) if isinstance(piece, Arc)]
    if table.min_radius_mm is not None:
        for i, radius in arcs:
            if radius < table.min_radius_mm:
                where = (*place, "segments", i, "radius_mm")
                least = _mm(table.min_radius_mm)
                faults.append(file.problem(where, "line-radius", id=stripe.id, radius=_mm(radius), least=least))
    if table.min_gap_mm is not None and arcs:
        # Nearer along the line than half a turn of its tightest arc, two places are the same part of it.
        half_turn = PI * min(radius for _, radius in arcs)
        nearest = _closest_approach(tuple(stripe.pieces), stripe.closed, half_turn)
        if nearest and nearest[0] - stripe.width_mm < table.min_gap_mm - 0.1:
            gap, (x, y) = _mm(max(0.0, nearest[0] - stripe.width_mm)), nearest[1]
            at, least = (*place, "min_gap_mm"), _mm(table.min_gap_mm)
            faults.append(file.problem(at, "line-gap", id=stripe.id, gap=gap, x=_mm(x), y=_mm(y), least=least))
    return faults


def _mm(value: float) -> str:
    return f"{value:.0f}"
