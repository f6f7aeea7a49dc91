"""A mat as a page draws it: all its surfaces, and what stands on it before the run."""

from collections.abc import Mapping
from typing import Any

from .colours import GLARE, GLARE_ALPHA, WALL, floor_colour, ink_on
from .names import short_names
from .printed import extent_of, png_url
from .standing import RAMP, ZONE, arrow_of, hatch_of, outline_of, starting_poses


def packed_mat(mat: Mapping[str, Any], called: Mapping[str, Mapping[str, str]] | None = None) -> dict[str, Any]:
    """`called`: what objects are called by language, by their ids."""
    objects = mat.get("objects", ())
    return {
        "width": mat["width_mm"],
        "height": mat["height_mm"],
        "colour": floor_colour(mat),
        "surfaces": [_packed_surface(surface) for surface in mat["surfaces"]],
        "lights": [light["points"] for light in mat["lights"]],
        "light_colour": GLARE + f"{round(255 * GLARE_ALPHA):02x}",
        "wall_colour": WALL,
        "walls": [[wall["x0_mm"], wall["y0_mm"], wall["x1_mm"], wall["y1_mm"]] for wall in mat["walls"]],
        "ramps": [
            {"points": ramp["points"], "hatch": hatch_of(ramp), "arrow": arrow_of(ramp)}
            for ramp in mat.get("ramps", ())
        ],
        "ramp_colour": RAMP,
        "zones": [zone["points"] for zone in mat.get("zones", ())],
        "zone_colour": ZONE,
        "objects": [
            {
                "id": item["id"],
                "called": dict((called or {}).get(item["id"], {})),
                "short": short,
                "ink": ink_on(floor_colour(item)),
                "kind": item["kind"],
                "colour": floor_colour(item),
                "size": item["length_mm"],
                "outlines": [outline_of(item, lying) for lying in (False, item["kind"] == "pin")],
            }
            for item, short in zip(objects, short_names([item["id"] for item in objects]), strict=True)
        ],
        "poses": starting_poses(mat),
    }


def _packed_surface(surface: Mapping[str, Any]) -> dict[str, Any]:
    if surface["kind"] == "Image":
        left, right, low, high = extent_of(surface)
        size = {"width": right - left, "height": high - low, "mm_per_px": surface["mm_per_px"]}
        return {"kind": "Image", "x": left, "y": low, **size, "url": png_url(surface)}
    kept = {key: value for key, value in surface.items() if key not in {"id", "reflectance", "rgb"}}
    return kept | {"colour": floor_colour(surface)}
