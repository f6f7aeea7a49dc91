"""A random closed way on a grid that never meets itself: it starts as a rectangle and pushes its edges out."""

from .draws import Draws

Node = tuple[int, int]

_SIDES = ((0, 1), (1, 0), (0, -1), (-1, 0))


def random_loop(across: int, along: int, edges: int, draws: Draws) -> list[Node]:
    """Nodes of a grid in the order of the way, about `edges` of them; fewer where the grid has no more room."""
    loop = _rectangle(across, along, edges, draws)
    taken = set(loop)
    misses = 0
    while len(loop) + 2 <= edges and misses < 30 * len(loop):
        i = draws.below(len(loop))
        (ax, ay), (bx, by) = loop[i], loop[(i + 1) % len(loop)]
        dx, dy = draws.one_of(_SIDES)
        a, b = (ax + dx, ay + dy), (bx + dx, by + dy)
        free = a not in taken and b not in taken
        inside = all(0 <= x < across and 0 <= y < along for x, y in (a, b))
        if (dx, dy) in ((bx - ax, by - ay), (ax - bx, ay - by)) or not (free and inside):
            misses += 1
            continue
        loop[i + 1 : i + 1] = [a, b]
        taken |= {a, b}
    return loop


def corners(loop: list[Node]) -> list[Node]:
    """The nodes at which the way turns."""
    found = []
    for i, (x, y) in enumerate(loop):
        (px, py), (nx, ny) = loop[i - 1], loop[(i + 1) % len(loop)]
        if (x - px, y - py) != (nx - x, ny - y):
            found.append((x, y))
    return found


def _rectangle(across: int, along: int, edges: int, draws: Draws) -> list[Node]:
    width = draws.between(1, max(1, min(across - 1, edges // 2 - 1)))
    height = draws.between(1, max(1, min(along - 1, edges // 2 - width)))
    left, low = draws.below(across - width), draws.below(along - height)
    right, top = left + width, low + height
    return [
        *((x, low) for x in range(left, right)),
        *((right, y) for y in range(low, top)),
        *((x, top) for x in range(right, left, -1)),
        *((left, y) for y in range(top, low, -1)),
    ]
