"""A closed line to follow: random, without crossings, never tighter and never nearer to itself than asked for."""

from itertools import pairwise

from ..scene.geometry import Turtle, bounds, closest_approach
from ..scene.trig import PI, sin_cos_deg
from .draws import Draws
from .kind import Corners, Keys, Kind, Numbers, Option, Paragraph, mat, rectangle, start, too_narrow
from .loops import corners, random_loop
from .rounding import Edge, Point, rounded

OPTIONS = (
    Option("width_mm", 2400, 800, 10_000, "The mat's width."),
    Option("height_mm", 1200, 800, 10_000, "The mat's height."),
    Option("line_mm", 20, 10, 50, "The line's width."),
    Option("radius_mm", 100, 50, 1000, "The least radius of a bend."),
    Option("gap_mm", 150, 50, 1000, "The least mat between two parts of the line."),
    Option("shortest_mm", 4000, 1500, 60_000, "The shortest lap."),
    Option("longest_mm", 9000, 1500, 60_000, "The longest lap."),
)

EDGE_MM = 150  # of mat on each side of the middle of the line: a robot beside it still stands on the mat
ATTEMPTS = 120
PLAIN = 40  # attempts in which a line of few bends is not good enough
LEAST_BENDS = 8
BEFORE_GATE_MM = 150  # the axle, and as much straight line behind it and behind the gate again
STRAIGHT_MM = 3 * BEFORE_GATE_MM
GATE_MM = (16, 60, 75)  # thickness and length of the gate's bars, and the free way from the line's middle to them


def lay(numbers: Numbers, draws: Draws) -> list[Paragraph]:
    if numbers["shortest_mm"] > numbers["longest_mm"]:
        raise too_narrow("track", "lengths", numbers["shortest_mm"], numbers["longest_mm"])
    for attempt in range(ATTEMPTS):
        polygon = _polygon(numbers, attempt, draws)
        if len(polygon) < LEAST_BENDS and attempt < PLAIN:
            continue
        edges = rounded(polygon, numbers["radius_mm"], 4 * numbers["radius_mm"], draws)
        if edges is not None:
            laid = _laid(edges, polygon[0], numbers)
            if laid is not None:
                return laid
    raise too_narrow("track", "line")


def _polygon(numbers: Numbers, attempt: int, draws: Draws) -> list[Point]:
    """The corners of a way on a grid as fine as radius and gap allow, moved about; later attempts move them less."""
    pitch = max(2 * numbers["radius_mm"], numbers["gap_mm"] + numbers["line_mm"])
    wide, high = numbers["width_mm"] - 2 * EDGE_MM, numbers["height_mm"] - 2 * EDGE_MM
    if pitch > min(wide, high):
        raise too_narrow("track", "mat", pitch + 2 * EDGE_MM, min(numbers["width_mm"], numbers["height_mm"]))
    pitch = min(pitch + pitch * draws.between(5, 60) // 100, wide, high)
    across, along = wide // pitch + 1, high // pitch + 1
    step_x, step_y = wide / (across - 1), high / (along - 1)
    # A rounded way is shorter than its polygon, by about a seventh.
    wanted = draws.between(numbers["shortest_mm"], numbers["longest_mm"]) * 7 // 6
    loop = random_loop(across, along, max(4, int(wanted / (step_x + step_y) * 2)), draws)
    most = max(0, 36 - attempt // 3)  # percent of a step
    points = []
    for x, y in corners(loop):
        to_x, to_y = draws.between(-most, most) / 100, draws.between(-most, most) / 100
        points.append((step_x * min(max(x + to_x, 0), across - 1), step_y * min(max(y + to_y, 0), along - 1)))
    return _in_the_middle(points if draws.happens(50) else points[::-1], numbers)


def _in_the_middle(points: list[Point], numbers: Numbers) -> list[Point]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    off_x = round((numbers["width_mm"] - min(xs) - max(xs)) / 2)
    off_y = round((numbers["height_mm"] - min(ys) - max(ys)) / 2)
    return [(x + off_x, y + off_y) for x, y in points]


def _laid(edges: list[Edge], corner: Point, numbers: Numbers) -> list[Paragraph] | None:
    """The tables of the world; None where the line is not as it was asked for."""
    straights = [edge.length_mm - edge.tangent_mm - edges[i - 1].tangent_mm for i, edge in enumerate(edges)]
    longest = max(range(len(edges)), key=lambda i: straights[i])
    if straights[longest] < STRAIGHT_MM:
        return None
    x, y = _gate(edges, corner, longest, straights[longest])
    order = [(longest + i) % len(edges) for i in range(len(edges))]
    segments = [{"straight_mm": round(straights[longest] / 2, 2)}]
    for i, following in pairwise((*order, longest)):
        segments.append({"arc_deg": edges[i].turn_deg, "radius_mm": edges[i].radius_mm})
        if following != longest and straights[following] >= 0.1:
            segments.append({"straight_mm": round(straights[following], 2)})
    segments.append({"straight_mm": round(straights[longest] - segments[0]["straight_mm"], 2)})
    heading = edges[longest].heading_deg
    turtle = Turtle(x, y, heading)
    for segment in segments:
        if "straight_mm" in segment:
            turtle.straight(segment["straight_mm"])
        else:
            turtle.arc(segment["arc_deg"], segment["radius_mm"])
    if not _as_asked(turtle, numbers):
        return None
    return _paragraphs(x, y, heading, segments, turtle, numbers)


def _gate(edges: list[Edge], corner: Point, longest: int, straight: float) -> Point:
    """The middle of the longest straight, to the millimetre."""
    x, y = corner
    for edge in edges[:longest]:
        sine, cosine = sin_cos_deg(edge.heading_deg)
        x, y = x + edge.length_mm * cosine, y + edge.length_mm * sine
    along = edges[longest - 1].tangent_mm + straight / 2
    sine, cosine = sin_cos_deg(edges[longest].heading_deg)
    return float(round(x + along * cosine)), float(round(y + along * sine))


def _as_asked(turtle: Turtle, numbers: Numbers) -> bool:
    pieces = turtle.pieces
    length = 0.0
    for piece in pieces:
        length += piece.length
        left, low, right, high = bounds(piece)
        if min(left, low, numbers["width_mm"] - right, numbers["height_mm"] - high) < EDGE_MM / 2:
            return False
    if not numbers["shortest_mm"] <= length <= numbers["longest_mm"]:
        return False
    nearest = closest_approach(pieces, True, PI * numbers["radius_mm"])
    return nearest is None or nearest[0] - numbers["line_mm"] >= numbers["gap_mm"]


def _paragraphs(
    x: float, y: float, heading: int, segments: list[dict[str, float]], turtle: Turtle, numbers: Numbers
) -> list[Paragraph]:
    length = 0.0
    for piece in turtle.pieces:
        length += piece.length
    sine, cosine = sin_cos_deg(heading)
    axle = x - BEFORE_GATE_MM * cosine, y - BEFORE_GATE_MM * sine
    stripe: Keys = {
        "id": "line", "width_mm": numbers["line_mm"], "colour": "#000000", "closed": True,
        "min_radius_mm": numbers["radius_mm"], "min_gap_mm": numbers["gap_mm"],
        "x_mm": x, "y_mm": y, "heading_deg": heading, "segments": segments,
    }  # fmt: skip
    roomy = numbers["gap_mm"] >= GATE_MM[1] + GATE_MM[2]
    bars = [
        Paragraph("[[polygon]]", {"id": f"gate-{name}", "colour": "#000000", "points_mm": _bar(x, y, heading, side)})
        for name, side in (("left", 1), ("right", -1))
        if roomy
    ]
    return [
        mat(numbers["width_mm"], numbers["height_mm"], comment=f"A lap is {length / 1000:.2f} m."),
        start("start", round(axle[0], 1), round(axle[1], 1), heading, "The axle's middle, before the start line."),
        *bars,
        Paragraph("[[stripe]]", stripe, "The line begins and ends at the gate."),
    ]


def _bar(x: float, y: float, heading: int, side: int) -> Corners:
    """One of the two bars beside the line that show where start and finish are."""
    thick, long, free = GATE_MM
    sine, cosine = sin_cos_deg(heading)
    corners = []
    for ahead, aside in rectangle(-thick / 2, free, thick, long):
        left = aside * side
        corners.append([round(x + ahead * cosine - left * sine, 1), round(y + ahead * sine + left * cosine, 1)])
    return corners


KIND = Kind("track", "A closed line to follow, without crossings.", OPTIONS, lay)
