"""A dohyo: a black disc with a white edge, and two starts. Each start is the other one, turned about the middle by half
a turn: whatever the seed draws, neither robot has the better place.

Ring and edge as the regulation "Сумо 15×15" has them; how far apart the robots stand and where they look is ours.
"""

from ..scene.trig import sin_cos_deg
from .draws import Draws
from .kind import Kind, Numbers, Option, Paragraph, mat, start, too_narrow

OPTIONS = (
    Option("ring_mm", 770, 400, 2000, "The ring's diameter, its white edge included."),
    Option("edge_mm", 25, 10, 100, "The white edge's width."),
    Option("apart_mm", 360, 220, 1600, "From the one robot's axle to the other's."),
    Option("aside_deg", 0, 0, 180, "So far to either side may they look past each other; 0: face to face."),
)

FREE_MM = 250  # of floor around the ring
BEHIND_MM = 60  # of a robot, behind its axle
AROUND_MM = 110  # from its axle's middle to its farthest corner; half the least `apart_mm`
FLOOR, BLACK, WHITE = "#a89880", "#101010", "#ffffff"


def lay(numbers: Numbers, draws: Draws) -> list[Paragraph]:
    ring, apart, aside = numbers["ring_mm"], numbers["apart_mm"], numbers["aside_deg"]
    inner = ring - 2 * numbers["edge_mm"]
    needed = apart + 2 * (AROUND_MM if aside else BEHIND_MM)
    if needed > inner:
        raise too_narrow("sumo", "starts", needed, inner)
    side = ring + 2 * FREE_MM
    middle = side / 2
    turned = draws.below(360)
    looks = turned + draws.between(-aside, aside)
    sine, cosine = sin_cos_deg(turned)
    x, y = apart / 2 * cosine, apart / 2 * sine
    return [
        mat(side, side, FLOOR),
        start("first", round(middle - x, 1), round(middle - y, 1), looks % 360),
        start("second", round(middle + x, 1), round(middle + y, 1), (looks + 180) % 360),
        Paragraph("[[disc]]", {"id": "edge", "colour": WHITE, "x_mm": middle, "y_mm": middle, "diameter_mm": ring}),
        Paragraph("[[disc]]", {"id": "field", "colour": BLACK, "x_mm": middle, "y_mm": middle, "diameter_mm": inner}),
        Paragraph("[[zone]]", {"id": "ring", "x_mm": middle, "y_mm": middle, "diameter_mm": ring}),
    ]


KIND = Kind("sumo", "A ring for two robots.", OPTIONS, lay)
