"""A maze with exactly one way from each cell to each other; `braid` opens a share of its dead ends."""

from .draws import Draws
from .kind import Kind, Numbers, Option, Paragraph, check_mat, mat, rectangle, start, too_narrow

OPTIONS = (
    Option("across", 6, 2, 24, "Cells from left to right."),
    Option("along", 4, 2, 24, "Cells from bottom to top."),
    Option("cell_mm", 300, 150, 1000, "A cell's side."),
    Option("wall_mm", 100, 20, 500, "How high the walls are."),
    Option("braid_percent", 0, 0, 100, "Of the dead ends, so many are opened."),
    Option("way_cells", 0, 0, 100, "So many cells from start to goal by the shortest way; 0: as many as there are."),
)

Cell = tuple[int, int]
Opening = frozenset[Cell]  # two neighbours between which no wall stands

MARGIN_MM = 100  # of mat around the maze
BRANCHING = 15  # percent of the steps that go on from a cell somewhere else: more dead ends
HEADINGS = {(1, 0): 0, (0, 1): 90, (-1, 0): 180, (0, -1): 270}
TRIES = 200  # mazes drawn until one is long enough
FLOOR, BEGIN, GOAL = "#ffffff", "#d8d8d8", "#80d080"


def lay(numbers: Numbers, draws: Draws) -> list[Paragraph]:
    across, along, cell = numbers["across"], numbers["along"], numbers["cell_mm"]
    width, height = across * cell + 2 * MARGIN_MM, along * cell + 2 * MARGIN_MM
    check_mat("maze", width, height)
    open_sides, goal, steps = _drawn(numbers, draws)
    begin = next(heading for side, heading in HEADINGS.items() if frozenset({(0, 0), side}) in open_sides)
    return [
        mat(width, height, FLOOR, f"From start to goal: {steps} cells."),
        start("start", MARGIN_MM + cell / 2, MARGIN_MM + cell / 2, begin),
        *_marked("begin", (0, 0), cell, BEGIN),
        *_marked("goal", goal, cell, GOAL),
        *_walls(open_sides, across, along, cell, numbers["wall_mm"]),
    ]


def _drawn(numbers: Numbers, draws: Draws) -> tuple[set[Opening], Cell, int]:
    """A maze with its goal and how far that is. Of a given way, any of the cells so far away may be the
    goal."""
    across, along, way = numbers["across"], numbers["along"], numbers["way_cells"]
    longest = 0
    for _ in range(TRIES):
        open_sides = _braided(_perfect(across, along, draws), across, along, numbers["braid_percent"], draws)
        steps = _steps(open_sides, (0, 0))
        goal = max(steps, key=lambda cell: steps[cell])  # of several the first one reached
        if not way:
            return open_sides, goal, steps[goal]
        if steps[goal] >= way:
            return open_sides, draws.one_of([cell for cell in steps if steps[cell] == way]), way
        longest = max(longest, steps[goal])
    raise too_narrow("maze", "way", way, longest)


def _perfect(across: int, along: int, draws: Draws) -> set[Opening]:
    """A tree over all cells, grown from its newest cell or now and then from any other."""
    open_sides: set[Opening] = set()
    seen = {(0, 0)}
    growing: list[Cell] = [(0, 0)]
    while growing:
        place = draws.below(len(growing)) if draws.happens(BRANCHING) else len(growing) - 1
        cell = growing[place]
        fresh = [other for other in _neighbours(cell, across, along) if other not in seen]
        if not fresh:
            growing.pop(place)
            continue
        other = draws.one_of(fresh)
        open_sides.add(frozenset({cell, other}))
        seen.add(other)
        growing.append(other)
    return open_sides


def _braided(open_sides: set[Opening], across: int, along: int, percent: int, draws: Draws) -> set[Opening]:
    """With a share of the dead ends opened to a neighbour."""
    cells = [(x, y) for y in range(along) for x in range(across)]
    ways = {cell: [o for o in _neighbours(cell, across, along) if frozenset({cell, o}) in open_sides] for cell in cells}
    ends = draws.shuffled([cell for cell in cells if len(ways[cell]) == 1])
    for cell in ends[: (len(ends) * percent + 50) // 100]:
        if len(ways[cell]) > 1:  # one opened from its other side meanwhile
            continue
        shut = [other for other in _neighbours(cell, across, along) if other not in ways[cell]]
        other = draws.one_of(shut)
        open_sides.add(frozenset({cell, other}))
        ways[cell].append(other)
        ways[other].append(cell)
    return open_sides


def _neighbours(cell: Cell, across: int, along: int) -> list[Cell]:
    x, y = cell
    around = [(x + dx, y + dy) for dx, dy in HEADINGS]
    return [(cx, cy) for cx, cy in around if 0 <= cx < across and 0 <= cy < along]


def _steps(open_sides: set[Opening], begin: Cell) -> dict[Cell, int]:
    """The length of the shortest way to each cell, in the order in which they are reached."""
    ways: dict[Cell, list[Cell]] = {}
    for one, other in sorted(tuple(sorted(opening)) for opening in open_sides):
        ways.setdefault(one, []).append(other)
        ways.setdefault(other, []).append(one)
    steps = {begin: 0}
    queue = [begin]
    for cell in queue:
        for other in ways[cell]:
            if other not in steps:
                steps[other] = steps[cell] + 1
                queue.append(other)
    return steps


def _walls(open_sides: set[Opening], across: int, along: int, cell: int, height: int) -> list[Paragraph]:
    """Walls as long as they go straight on."""
    lying = [[frozenset({(x, y - 1), (x, y)}) not in open_sides for x in range(across)] for y in range(along + 1)]
    upright = [[frozenset({(x - 1, y), (x, y)}) not in open_sides for y in range(along)] for x in range(across + 1)]
    ends = [((a, y), (b, y)) for y, row in enumerate(lying) for a, b in _runs(row)]
    ends += [((x, a), (x, b)) for x, row in enumerate(upright) for a, b in _runs(row)]
    return [
        Paragraph(
            "[[wall]]",
            {
                "id": f"wall-{number}",
                "from_mm": [MARGIN_MM + ax * cell, MARGIN_MM + ay * cell],
                "to_mm": [MARGIN_MM + bx * cell, MARGIN_MM + by * cell],
                "height_mm": height,
            },
        )
        for number, ((ax, ay), (bx, by)) in enumerate(ends, start=1)
    ]


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """Where runs of True begin, and where they have ended."""
    edges = [i for i in range(len(row) + 1) if (i > 0 and row[i - 1]) != (i < len(row) and row[i])]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _marked(name: str, cell: Cell, size: int, colour: str) -> list[Paragraph]:
    """A cell that is painted, and the zone that rules speak of."""
    area = rectangle(MARGIN_MM + cell[0] * size, MARGIN_MM + cell[1] * size, size, size)
    return [
        Paragraph("[[polygon]]", {"id": f"{name}-cell", "colour": colour, "points_mm": area}),
        Paragraph("[[zone]]", {"id": name, "points_mm": area}),
    ]


KIND = Kind("maze", "A maze with one way from each cell to each other.", OPTIONS, lay)
