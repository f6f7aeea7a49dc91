"""What a world file may not say of objects, zones and ramps although each of its keys is well formed."""

from ..toml_file import FileProblem, TomlFile
from ..toml_lines import KeyPath
from .areas import is_flat
from .model import Mat
from .objects import in_wall, overlap
from .on_mat import double_names, off_mat
from .shapes import WorldShape
from .trig import arc_tangent_deg

STEEPEST_DEG = 30  # as of a ramp
CIRCLE_KEYS = ["diameter_mm", "x_mm", "y_mm"]


def zone_form_faults(file: TomlFile, shape: WorldShape) -> list[FileProblem]:
    """A zone is corners or a circle, not both and not half of one."""
    faults = []
    for i, zone in enumerate(shape.zone):
        given = sorted(zone.model_fields_set - {"id"})
        if given not in (["points_mm"], CIRCLE_KEYS):
            got = ", ".join(f"`{key}`" for key in given)
            faults.append(file.problem(("zone", i), "zone-form", id=zone.id, got=got, count=len(given)))
    return faults


def object_faults(file: TomlFile, shape: WorldShape, mat: Mat) -> list[FileProblem]:
    """Names used twice, things off the mat or in one another, and areas of nothing."""
    places = _places(shape)
    faults = double_names(file, [(place, item.id) for place, item in zip(places, mat.objects, strict=True)])
    faults += double_names(file, [(("zone", i), zone.id) for i, zone in enumerate(mat.zones)])
    ramps: list[tuple[KeyPath, str]] = [(("ramp", i), ramp.id) for i, ramp in enumerate(shape.ramp)]
    faults += double_names(file, ramps + [(("bump", i), bump.id) for i, bump in enumerate(shape.bump)])
    for place, item in zip(places, mat.objects, strict=True):
        faults += off_mat(file, place, item.id, mat, [(item.x_mm, item.y_mm)])
    for i, zone in enumerate(mat.zones):
        if is_flat(zone.points):
            faults.append(file.problem(("zone", i, "points_mm"), "area-flat", id=zone.id))
    for i, ramp in enumerate(shape.ramp):
        if is_flat(ramp.points_mm):
            faults.append(file.problem(("ramp", i, "points_mm"), "area-flat", id=ramp.id))
    for i, bump in enumerate(shape.bump):
        slope = arc_tangent_deg(2 * bump.height_mm / bump.length_mm)
        if slope > STEEPEST_DEG:
            place = ("bump", i, "height_mm")
            faults.append(file.problem(place, "bump-steep", id=bump.id, angle=f"{slope:.0f}", most=STEEPEST_DEG))
    for number, (place, item) in enumerate(zip(places, mat.objects, strict=True)):
        other = next((other for other in mat.objects[:number] if overlap(item, other)), None)
        if other is not None:
            faults.append(file.problem(place, "objects-overlap", id=item.id, other=other.id))
        wall = next((wall for wall in mat.walls if in_wall(item, wall)), None)
        if wall is not None:
            faults.append(file.problem(place, "object-in-wall", id=item.id, wall=wall.id))
    return faults


def _places(shape: WorldShape) -> list[KeyPath]:
    """Where in the file each object is, in the scene's order."""
    tables = (("post", shape.post), ("pin", shape.pin), ("ball", shape.ball), ("box", shape.box))
    return [(name, i) for name, items in tables for i in range(len(items))]
