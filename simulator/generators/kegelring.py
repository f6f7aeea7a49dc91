"""A white ring with a black border and pins near it, for a robot that pushes them out from the middle.

Ring, border and pins as RoboFinist's regulation has them; how far from the border they stand and by how much a hand
misses its place is ours.
"""

from ..scene.trig import sin_cos_deg
from ..toml_text import Value
from .draws import Draws
from .kind import Keys, Kind, Numbers, Option, Paragraph, mat, start, too_narrow

OPTIONS = (
    Option("ring_mm", 1000, 600, 3000, "The white circle's diameter."),
    Option("border_mm", 50, 10, 100, "The black border's width."),
    Option("pins", 8, 1, 24, "How many pins."),
    Option("pin_mm", 70, 30, 120, "A pin's diameter."),
    Option("pin_height_mm", 120, 30, 300, "A pin's height."),
    Option("pin_g", 50, 5, 500, "A pin's mass."),
    Option("inside_mm", 120, 0, 400, "From the border to a pin, at least."),
    Option("jitter_mm", 30, 0, 100, "So much farther inside may a pin stand."),
    Option("jitter_deg", 4, 0, 20, "So much off its even angle may a pin stand."),
    Option("black_percent", 0, 0, 100, "Of the pins, so many are black."),
)

FREE_MM = 150  # of mat around the border, for the robot that has driven out
ROBOT_MM = 130  # from the middle: no pin stands in the robot
WHITE, BLACK = "#ffffff", "#101010"


def lay(numbers: Numbers, draws: Draws) -> list[Paragraph]:
    ring, border = numbers["ring_mm"], numbers["border_mm"]
    side = ring + 2 * (border + FREE_MM)
    middle = side / 2
    heading = draws.below(360)
    pins: list[Paragraph] = []
    for (x, y), looks in zip(_places(numbers, draws), _looks(numbers, draws), strict=True):
        place: Keys = {"id": f"pin-{len(pins) + 1}", "x_mm": round(middle + x, 1), "y_mm": round(middle + y, 1)}
        pins.append(Paragraph("[[pin]]", {**place, **looks}))
    edge: Keys = {
        "id": "border", "width_mm": border, "colour": "#000000", "x_mm": middle, "y_mm": middle,
        "radius_mm": (ring + border) / 2, "start_deg": 0, "sweep_deg": 360,
    }  # fmt: skip
    zone: Keys = {"id": "ring", "x_mm": middle, "y_mm": middle, "diameter_mm": ring}
    return [
        mat(side, side, WHITE),
        start("start", middle, middle, heading),
        Paragraph("[[arc]]", edge),
        Paragraph("[[zone]]", zone, "The white circle: a pin is out when no part of it is over it."),
        *pins,
    ]


def _places(numbers: Numbers, draws: Draws) -> list[tuple[float, float]]:
    """Where the pins stand, seen from the middle: at even angles, each a little off, as if put by hand."""
    count, pin = numbers["pins"], numbers["pin_mm"]
    farthest = numbers["ring_mm"] / 2 - numbers["inside_mm"] - pin / 2
    nearest = farthest - numbers["jitter_mm"]
    if nearest < ROBOT_MM + pin / 2:
        raise too_narrow("kegelring", "robot", ROBOT_MM + pin // 2, int(max(0, nearest)))
    between = 360 / count - 2 * numbers["jitter_deg"]
    half_sine, _ = sin_cos_deg(max(between, 0.0) / 2) if between < 180 else (1.0, 0.0)
    if count > 1 and 2 * nearest * half_sine < pin + 5:
        even, _ = sin_cos_deg(180 / count)
        why = "jitter" if 2 * nearest * even >= pin + 5 else "pins"  # alone the angles may be to blame
        raise too_narrow("kegelring", why, pin + 5, int(2 * nearest * half_sine))
    first = draws.below(3600) / 10
    places = []
    for i in range(count):
        jitter = draws.between(-10 * numbers["jitter_deg"], 10 * numbers["jitter_deg"]) / 10
        radius = farthest - draws.between(0, 10 * numbers["jitter_mm"]) / 10
        sine, cosine = sin_cos_deg(first + 360 * i / count + jitter)
        places.append((radius * cosine, radius * sine))
    return places


def _looks(numbers: Numbers, draws: Draws) -> list[Keys]:
    """What is the same of all pins, and their colours: a share of them black, in a drawn order."""
    count = numbers["pins"]
    black = (count * numbers["black_percent"] + 50) // 100
    colours = draws.shuffled([BLACK] * black + [WHITE] * (count - black))
    same: dict[str, Value] = {
        "diameter_mm": numbers["pin_mm"], "height_mm": numbers["pin_height_mm"], "mass_g": numbers["pin_g"],
    }  # fmt: skip
    return [{**same, "colour": colour} for colour in colours]


KIND = Kind("kegelring", "A ring with pins to push out.", OPTIONS, lay)
