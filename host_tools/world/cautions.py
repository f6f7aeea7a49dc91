"""What is no fault of a world file and yet surprises a robot: edges that are near, lines that sensors hardly see, posts
between which it does not fit."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from marshrut.simulator.messages import Param
from marshrut.simulator.problems import Problem
from marshrut.simulator.scene.geometry import distance, samples
from marshrut.simulator.scene.model import Arc, Mat, Point, Robot, Start, Stripe
from marshrut.simulator.scene.starts import placed, start_faults
from marshrut.simulator.toml_file import Source

LEAST_CONTRAST = 0.25  # of reflectance between a line and the mat; our rover's threshold lies in the middle of 0.8
LEAST_LINE_MM = 300.0  # what is shorter nobody follows
ROOM_MM = 10.0  # on each side of a robot that passes between posts
FENCE_MM = 20.0  # posts that are nearer to one another are a fence, and nobody means to pass


def cautions_of(world: Source, mat: Mat, robot: Robot) -> Iterator[Problem]:
    """For each line and each start the worst of each kind; `robot` is the one that would stand there."""
    told: set[tuple[str, Param]] = set()  # lines of one drawing share its name
    for problem in _of_lines(mat, robot):
        key = problem.message_id, problem.params["id"]
        if key not in told:
            told.add(key)
            yield problem
    yield from _of_starts(world, mat, robot)
    yield from _between_posts(mat, robot)


def _of_lines(mat: Mat, robot: Robot) -> Iterator[Problem]:
    for surface in mat.surfaces:
        length = sum(piece.length for piece in surface.pieces) if isinstance(surface, Stripe) else 0.0
        if isinstance(surface, Stripe) and length >= LEAST_LINE_MM:
            yield from _near_edge(mat, surface, robot)
            yield from _faint(mat, surface)
            yield from _tight(surface)


def _of_starts(world: Source, mat: Mat, robot: Robot) -> Iterator[Problem]:
    for start in mat.starts:
        corners = placed(robot.outline, start)
        yield from _over_edge(mat, start, corners, robot)
        yield from start_faults(world, mat, robot, start)


def _near_edge(mat: Mat, line: Stripe, robot: Robot) -> Iterator[Problem]:
    """A line that is followed with its middle: the wheels must find mat beside it. One that only ends at the edge, as
    a start line across the mat does, is no danger."""
    half = max(abs(robot.left.wheel_y_mm), abs(robot.right.wheel_y_mm))
    beyond = [
        (_room(mat, point), point) for point, wheels in _driven(line, half) if min(_room(mat, w) for w in wheels) < 0
    ]
    if beyond:
        gap, (x, y) = min(beyond)
        params: dict[str, Param] = {"id": line.id, "x": f"{x:.0f}", "y": f"{y:.0f}"}
        yield Problem("world-line-near-edge", gap=f"{gap:.0f}", half=f"{half:.0f}", **params)


def _driven(line: Stripe, half: float) -> Iterator[tuple[Point, tuple[Point, Point]]]:
    """Points along the line, each with the places of both wheels."""
    for (_, (x0, y0)), (_, (x, y)) in pairwise(samples(line.pieces, 10.0)):
        length = distance((x0, y0), (x, y))
        if length:
            across_x, across_y = -half * (y - y0) / length, half * (x - x0) / length
            yield (x0, y0), ((x0 + across_x, y0 + across_y), (x0 - across_x, y0 - across_y))


def _room(mat: Mat, point: Point) -> float:
    x, y = point
    return min(x, y, mat.width_mm - x, mat.height_mm - y)


def _faint(mat: Mat, line: Stripe) -> Iterator[Problem]:
    contrast = abs(line.reflectance - mat.reflectance)
    if contrast < LEAST_CONTRAST:
        percent = round(100 * contrast)
        yield Problem("world-line-faint", id=line.id, percent=percent, least=round(100 * LEAST_CONTRAST))


def _tight(line: Stripe) -> Iterator[Problem]:
    tightest = min((piece.radius for piece in line.pieces if isinstance(piece, Arc)), default=None)
    if tightest is not None and tightest < line.width_mm / 2:
        yield Problem("world-line-tight", id=line.id, radius=f"{tightest:.0f}", width=f"{line.width_mm:g}")


def _over_edge(mat: Mat, start: Start, corners: list[Point], robot: Robot) -> Iterator[Problem]:
    over = -min(_room(mat, corner) for corner in corners)
    if over > 0.0:
        yield Problem("world-start-over-edge", start=start.id, robot=robot.id, over=f"{over:.0f}")


def _between_posts(mat: Mat, robot: Robot) -> Iterator[Problem]:
    """The narrowest way between two posts, where it is too narrow for the robot."""
    posts = [item for item in mat.objects if item.kind == "post"]
    gaps = [
        (distance((one.x_mm, one.y_mm), (other.x_mm, other.y_mm)) - (one.length_mm + other.length_mm) / 2, one, other)
        for one, other in combinations(posts, 2)
    ]
    ways = [way for way in gaps if way[0] > FENCE_MM]
    width = max(y for _, y in robot.outline) - min(y for _, y in robot.outline)
    needed = width + 2 * ROOM_MM
    if ways and min(way[0] for way in ways) < needed:
        gap, one, other = min(ways, key=lambda way: way[0])
        params: dict[str, Param] = {"gap": f"{gap:.0f}", "width": f"{width:.0f}", "needed": f"{needed:.0f}"}
        yield Problem("world-posts-near", one=one.id, other=other.id, robot=robot.id, **params)
