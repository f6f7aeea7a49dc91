"""A dohyo: a black disc with a white edge, and two starts face to face; the seed turns them about its middle."""

from ..scene.trig import sin_cos_deg
from .draws import Draws
from .kind import Kind, Numbers, Option, Paragraph, mat, start, too_narrow

OPTIONS = (
    Option("ring_mm", 770, 400, 2000, "The ring's diameter, its white edge included."),
    Option("edge_mm", 25, 10, 100, "The white edge's width."),
    Option("apart_mm", 360, 200, 1600, "From the one robot's axle to the other's."),
)

FREE_MM = 250  # of floor around the ring
BEHIND_MM = 60  # of a robot, behind its axle
FLOOR, BLACK, WHITE = "#a89880", "#101010", "#ffffff"


def lay(numbers: Numbers, draws: Draws) -> list[Paragraph]:
    ring, apart = numbers["ring_mm"], numbers["apart_mm"]
    inner = ring - 2 * numbers["edge_mm"]
    if apart + 2 * BEHIND_MM > inner:
        raise too_narrow("sumo", "starts", apart + 2 * BEHIND_MM, inner)
    side = ring + 2 * FREE_MM
    middle = side / 2
    turned = draws.below(360)
    sine, cosine = sin_cos_deg(turned)
    x, y = apart / 2 * cosine, apart / 2 * sine
    return [
        mat(side, side, FLOOR),
        start("first", round(middle - x, 1), round(middle - y, 1), turned),
        start("second", round(middle + x, 1), round(middle + y, 1), (turned + 180) % 360),
        Paragraph("[[disc]]", {"id": "edge", "colour": WHITE, "x_mm": middle, "y_mm": middle, "diameter_mm": ring}),
        Paragraph("[[disc]]", {"id": "field", "colour": BLACK, "x_mm": middle, "y_mm": middle, "diameter_mm": inner}),
        Paragraph("[[zone]]", {"id": "ring", "x_mm": middle, "y_mm": middle, "diameter_mm": ring}),
    ]


KIND = Kind("sumo", "A ring for two robots.", OPTIONS, lay)
