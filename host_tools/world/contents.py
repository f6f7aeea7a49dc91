"""What is on a mat, in a line for each line to follow and for each kind of other things."""

from collections import Counter
from collections.abc import Iterator

from marshrut.simulator.messages import Param, say
from marshrut.simulator.scene.model import Arc, Image, Polygon, Stripe, WorldFile

MOST_LINES = 8  # of their own; of more only the number is told


def contents_told(world: WorldFile, lang: str) -> Iterator[str]:
    mat = world.mat
    starts = ", ".join(start.id for start in mat.starts)
    yield say(lang, "world-starts", starts=starts)
    lines = [surface for surface in mat.surfaces if isinstance(surface, Stripe)]
    for line in lines if len(lines) <= MOST_LINES else ():
        yield say(lang, "world-line", **_figures(line))
    counts: Counter[str] = Counter()
    counts["line"] = len(lines) if len(lines) > MOST_LINES else 0
    counts["area"] = sum(isinstance(surface, Polygon) for surface in mat.surfaces)
    counts["image"] = sum(isinstance(surface, Image) for surface in mat.surfaces)
    counts["wall"] = len(mat.walls)
    for item in mat.objects:
        counts[item.kind] += 1
    counts["zone"], counts["light"] = len(mat.zones), len(mat.lights)
    counts["ramp"], counts["bump"] = len(mat.ramps) - 2 * len(world.bumps), len(world.bumps)
    for what, count in counts.items():
        if count:
            yield say(lang, "world-count", what=what, count=count)


def _figures(line: Stripe) -> dict[str, Param]:
    length, radius = 0.0, 0.0
    for piece in line.pieces:
        length += piece.length
        if isinstance(piece, Arc):
            radius = min(radius, piece.radius) if radius else piece.radius
    return {
        "id": line.id,
        "length": f"{length:.0f}",
        "width": f"{line.width_mm:g}",
        "closed": int(line.closed),
        "radius": f"{radius:.0f}" if radius else 0,
    }
