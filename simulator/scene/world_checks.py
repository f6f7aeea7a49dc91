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
from .model import Arc, Image, Mat, Point, Polygon, Stripe
from .object_checks import zone_form_faults
from .on_mat import double_names, mm, off_mat
from .painted_shapes import LightTable, SplineTable, StripeTable
from .shapes import WorldShape
from .surfaces import Painted, text_faults
from .trig import PI


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
    faults += zone_form_faults(file, shape)
    faults += [file.problem(place, "light-missing", key=file.name(place)) for place in _unlit(shape)]
    faults += [file.problem(place, "scale-form", key=file.name(place), scale=key) for place, key in _unscaled(shape)]
    return faults + text_faults(file, shape) + _short_rounds(file, shape)


def _unlit(shape: WorldShape) -> Iterator[KeyPath]:
    """Tables that say neither how light nor what colour they are."""
    tables: list[tuple[KeyPath, LightTable]] = [(("mat",), shape.mat)]
    tables += [(("stripe", i), table) for i, table in enumerate(shape.stripe)]
    tables += [(("polyline", i), table) for i, table in enumerate(shape.polyline)]
    tables += [(("arc", i), table) for i, table in enumerate(shape.arc)]
    tables += [(("polygon", i), table) for i, table in enumerate(shape.polygon)]
    tables += [(("disc", i), table) for i, table in enumerate(shape.disc)]
    tables += [(("spline", i), table) for i, table in enumerate(shape.spline)]
    tables += [(("text", i), table) for i, table in enumerate(shape.text)]
    for place, table in tables:
        if table.reflectance is None and table.colour is None:
            yield place


def _unscaled(shape: WorldShape) -> Iterator[tuple[KeyPath, str]]:
    """Pictures and drawings that do not say their scale in one way, with the key of the other way."""
    for i, image in enumerate(shape.image):
        if (image.mm_per_px is None) == (image.width_mm is None):
            yield ("image", i), "mm_per_px"
    for i, drawing in enumerate(shape.drawing):
        if (drawing.mm_per_unit is None) == (drawing.width_mm is None):
            yield ("drawing", i), "mm_per_unit"


def _short_rounds(file: TomlFile, shape: WorldShape) -> list[FileProblem]:
    """Through two points no smooth line comes back."""
    faults = []
    for i, spline in enumerate(shape.spline):
        if spline.closed and len(spline.points_mm) < 3:
            place: KeyPath = ("spline", i, "points_mm")
            count = len(spline.points_mm)
            faults.append(
                file.problem(place, "value-count", key=file.name(place), bound="too_short", limit=3, count=count)
            )
    return faults


def _empty_steps(shape: WorldShape) -> Iterator[KeyPath]:
    for i, stripe in enumerate(shape.stripe):
        for j, segment in enumerate(stripe.segments):
            if segment.arc_deg == 0:
                yield "stripe", i, "segments", j, "arc_deg"
    for i, line in enumerate(shape.polyline):
        for j in _standing_still(line.points_mm, line.closed):
            yield "polyline", i, "points_mm", j
    for i, curve in enumerate(shape.spline):
        for j in _standing_still(curve.points_mm, curve.closed):
            yield "spline", i, "points_mm", j
    for i, ring in enumerate(shape.arc):
        if ring.sweep_deg == 0:
            yield "arc", i, "sweep_deg"
    for i, wall in enumerate(shape.wall):
        if wall.from_mm == wall.to_mm:
            yield "wall", i, "to_mm"
    for i, bump in enumerate(shape.bump):
        if bump.from_mm == bump.to_mm:
            yield "bump", i, "to_mm"


def _standing_still(points: tuple[Point, ...], closed: bool) -> Iterator[int]:
    """Which points are where the one before was; of a closed line the first one comes after the last."""
    for j, (a, b) in enumerate(pairwise((*points, points[0]) if closed else points)):
        if a == b:
            yield min(j + 1, len(points) - 1)


def meaning_faults(file: TomlFile, shape: WorldShape, mat: Mat, painted: Painted) -> list[FileProblem]:
    """Names used twice, things off the mat, areas of nothing, and lines that are not what they say of themselves."""
    faults = double_names(file, [(("start", i), start.id) for i, start in enumerate(mat.starts)])
    names = {place: surface.id for place, surface in painted}  # several surfaces of one table have its name
    faults += double_names(file, list(names.items()))
    faults += double_names(file, [(("wall", i), wall.id) for i, wall in enumerate(mat.walls)])
    faults += double_names(file, [(("light", i), light.id) for i, light in enumerate(mat.lights)])
    for i, start in enumerate(mat.starts):
        faults += off_mat(file, ("start", i), start.id, mat, [(start.x_mm, start.y_mm)])
    for i, wall in enumerate(mat.walls):
        faults += off_mat(file, ("wall", i), wall.id, mat, [(wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm)])
    for i, light in enumerate(mat.lights):
        if is_flat(light.points):
            faults.append(file.problem(("light", i, "points_mm"), "area-flat", id=light.id))
    told: set[KeyPath] = set()
    for place, surface in painted:
        if place[0] == "drawing" or isinstance(surface, Image):
            continue  # the page must lie on the mat, and of what is on it nobody asks
        beyond = off_mat(file, place, surface.id, mat, _extent(surface))
        faults += beyond if place not in told else []
        told |= {place} if beyond else set()
        if isinstance(surface, Polygon):
            if is_flat(surface.points):
                faults.append(file.problem((*place, "points_mm"), "area-flat", id=surface.id))
        elif place[0] in ("stripe", "spline"):
            table = (shape.stripe if place[0] == "stripe" else shape.spline)[int(place[1])]
            closing = _closing_faults(file, place, surface) if place[0] == "stripe" else []
            # Where a loop does not close, its gap and radii are not yet what they will be.
            faults += closing or _promise_faults(file, place, surface, table)
    return faults


def _extent(surface: Stripe | Polygon) -> list[Point]:
    """Corners around what a surface covers; of a stripe, around its middle."""
    if isinstance(surface, Polygon):
        return list(surface.points)
    points: list[Point] = []
    for piece in surface.pieces:
        left, low, right, high = bounds(piece)
        points += [(left, low), (right, high)]
    return points


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


def _promise_faults(
    file: TomlFile, place: KeyPath, stripe: Stripe, table: StripeTable | SplineTable
) -> list[FileProblem]:
    """What a stripe promises of itself: its least radius, and the least of mat between two parts of it."""
    faults = []
    arcs = [(i, piece.radius) for i, piece in enumerate(stripe.pieces) if isinstance(piece, Arc)]
    if isinstance(table, SplineTable):
        faults += _tightest_fault(file, place, stripe, table)
    elif table.min_radius_mm is not None:
        for i, radius in arcs:
            if radius < table.min_radius_mm:
                where = (*place, "segments", i, "radius_mm")
                least = mm(table.min_radius_mm)
                faults.append(file.problem(where, "line-radius", id=stripe.id, radius=mm(radius), least=least))
    if table.min_gap_mm is not None and arcs:
        # Nearer along the line than half a turn of its tightest arc, two places are the same part of it.
        half_turn = PI * min(radius for _, radius in arcs)
        nearest = _closest_approach(tuple(stripe.pieces), stripe.closed, half_turn, enough=stripe.width_mm)
        if nearest and nearest[0] - stripe.width_mm < table.min_gap_mm - 0.1:
            gap, (x, y) = mm(max(0.0, nearest[0] - stripe.width_mm)), nearest[1]
            at, least = (*place, "min_gap_mm"), mm(table.min_gap_mm)
            faults.append(file.problem(at, "line-gap", id=stripe.id, gap=gap, x=mm(x), y=mm(y), least=least))
    return faults


def _tightest_fault(file: TomlFile, place: KeyPath, stripe: Stripe, table: SplineTable) -> list[FileProblem]:
    """Where a smooth line turns too tightly: one place, because its neighbours are as good as the same."""
    arcs = [piece for piece in stripe.pieces if isinstance(piece, Arc)]
    if table.min_radius_mm is None or not arcs:
        return []
    tightest = min(arcs, key=lambda piece: piece.radius)
    if tightest.radius >= table.min_radius_mm:
        return []
    x, y = start_of(tightest)
    where = {"x": mm(x), "y": mm(y), "radius": mm(tightest.radius), "least": mm(table.min_radius_mm)}
    return [file.problem((*place, "min_radius_mm"), "line-radius-near", id=stripe.id, **where)]
