"""A warehouse: lines between shelves, coloured boxes on some of them, and a delivery zone for each colour."""

from .draws import Draws
from .kind import Corners, Keys, Kind, Numbers, Option, Paragraph, check_mat, mat, rectangle, start, too_narrow

OPTIONS = (
    Option("columns", 3, 1, 8, "Shelves from left to right."),
    Option("rows", 2, 1, 8, "Shelves from bottom to top."),
    Option("pitch_mm", 450, 350, 1000, "From line to line."),
    Option("filled_percent", 70, 0, 100, "On so many of the shelves stands a box."),
    Option("colours", 3, 1, 4, "Colours of boxes, each with its delivery zone."),
    Option("box_mm", 60, 30, 150, "A box's side."),
    Option("box_g", 60, 5, 1000, "A box's mass."),
    Option("line_mm", 20, 10, 40, "The lines' width."),
)

COLOURS = (("red", "#c02020"), ("green", "#20a040"), ("blue", "#2040c0"), ("yellow", "#e0c020"))
EDGE_MM = 250  # of mat around the outermost lines
SHELF = "#e4e4e4"
SHELF_SHARE = 0.4  # of the pitch
ZONE_MM = 300  # deep


def lay(numbers: Numbers, draws: Draws) -> list[Paragraph]:
    columns, rows, pitch = numbers["columns"], numbers["rows"], numbers["pitch_mm"]
    colours = COLOURS[: numbers["colours"]]
    width, height = columns * pitch + 2 * EDGE_MM, rows * pitch + 2 * EDGE_MM + ZONE_MM
    check_mat("warehouse", width, height)
    shelf = int(pitch * SHELF_SHARE)
    if numbers["box_mm"] > shelf - 10:
        raise too_narrow("warehouse", "shelf", numbers["box_mm"], shelf - 10)
    shelves = [
        (f"shelf-{column + 1}-{row + 1}", EDGE_MM + (column + 0.5) * pitch, EDGE_MM + (row + 0.5) * pitch)
        for row in range(rows)
        for column in range(columns)
    ]
    places = {name: rectangle(x - shelf / 2, y - shelf / 2, shelf, shelf) for name, x, y in shelves}
    return [
        mat(width, height),
        start("start", EDGE_MM, EDGE_MM, 90, "On the lower left crossing, along the first line."),
        *_lines(numbers),
        *(Paragraph("[[polygon]]", {"id": name, "colour": SHELF, "points_mm": area}) for name, area in places.items()),
        *_delivery(width, height, draws.shuffled(colours)),
        *(Paragraph("[[zone]]", {"id": name, "points_mm": area}) for name, area in places.items()),
        *_boxes(shelves, colours, numbers, draws),
    ]


def _lines(numbers: Numbers) -> list[Paragraph]:
    """Lines along and across, crossing beside the shelves; those along lead on to the delivery zones."""
    columns, rows, pitch, line = (numbers[key] for key in ("columns", "rows", "pitch_mm", "line_mm"))
    right, top = EDGE_MM + columns * pitch, EDGE_MM + rows * pitch
    half = line / 2  # so that crossings at the ends are whole
    ends: list[tuple[str, Corners]] = [
        (f"line-x-{i + 1}", [[x, EDGE_MM - half], [x, top + EDGE_MM]])
        for i, x in enumerate(range(EDGE_MM, right + 1, pitch))
    ]
    ends += [
        (f"line-y-{i + 1}", [[EDGE_MM - half, y], [right + half, y]])
        for i, y in enumerate(range(EDGE_MM, top + 1, pitch))
    ]
    return [
        Paragraph("[[polyline]]", {"id": name, "width_mm": line, "colour": "#000000", "points_mm": points})
        for name, points in ends
    ]


def _delivery(width: int, height: int, colours: list[tuple[str, str]]) -> list[Paragraph]:
    """The zones along the upper edge, in a drawn order."""
    each = width / len(colours)
    areas = {name: rectangle(i * each, height - ZONE_MM, each, ZONE_MM) for i, (name, _) in enumerate(colours)}
    painted = [
        Paragraph("[[polygon]]", {"id": f"delivery-{name}", "colour": colour, "points_mm": areas[name]})
        for name, colour in colours
    ]
    return painted + [
        Paragraph("[[zone]]", {"id": f"delivery-{name}", "points_mm": area}) for name, area in areas.items()
    ]


def _boxes(
    shelves: list[tuple[str, float, float]], colours: tuple[tuple[str, str], ...], numbers: Numbers, draws: Draws
) -> list[Paragraph]:
    """Boxes on a share of the shelves, the colours in turn, so that each comes about as often."""
    count = (len(shelves) * numbers["filled_percent"] + 50) // 100
    size = numbers["box_mm"]
    boxes = []
    for number, (_, x, y) in enumerate(sorted(draws.shuffled(shelves)[:count])):
        name, colour = colours[number % len(colours)]
        boxes.append((name, colour, x, y))
    kinds = draws.shuffled([(name, colour) for name, colour, _, _ in boxes])
    seen: dict[str, int] = {}
    paragraphs = []
    for (name, colour), (_, _, x, y) in zip(kinds, boxes, strict=True):
        seen[name] = seen.get(name, 0) + 1
        keys: Keys = {
            "id": f"{name}-{seen[name]}", "x_mm": x, "y_mm": y, "size_mm": [size, size], "height_mm": size,
            "mass_g": numbers["box_g"], "colour": colour,
        }  # fmt: skip
        paragraphs.append(Paragraph("[[box]]", keys))
    return paragraphs


KIND = Kind("warehouse", "Lines between shelves, coloured boxes, delivery zones.", OPTIONS, lay)
