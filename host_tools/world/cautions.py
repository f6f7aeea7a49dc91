"""What is no fault of a world file and yet surprises a robot: edges that are near, lines that sensors hardly see."""

from collections.abc import Iterator
from pathlib import Path

from marshrut.simulator.messages import Param
from marshrut.simulator.problems import Problem
from marshrut.simulator.scene.areas import holds
from marshrut.simulator.scene.geometry import samples
from marshrut.simulator.scene.model import Arc, Mat, Point, Robot, Start, Stripe
from marshrut.simulator.scene.starts import check_start
from marshrut.simulator.scene.trig import sin_cos_deg
from marshrut.simulator.toml_file import FileProblem

LEAST_CONTRAST = 0.25  # of reflectance between a line and the mat; our rover's threshold lies in the middle of 0.8
LEAST_LINE_MM = 300.0  # what is shorter nobody follows


def cautions_of(path: Path, mat: Mat, robot: Robot) -> Iterator[Problem]:
    """For each line and each start the worst of each kind; `robot` is the one that would stand there."""
    told: set[tuple[str, Param]] = set()  # lines of one drawing share its name
    for problem in _of_lines(mat, robot):
        key = problem.message_id, problem.params["id"]
        if key not in told:
            told.add(key)
            yield problem
    yield from _of_starts(path, mat, robot)


def _of_lines(mat: Mat, robot: Robot) -> Iterator[Problem]:
    for surface in mat.surfaces:
        length = sum(piece.length for piece in surface.pieces) if isinstance(surface, Stripe) else 0.0
        if isinstance(surface, Stripe) and length >= LEAST_LINE_MM:
            yield from _near_edge(mat, surface, robot)
            yield from _faint(mat, surface)
            yield from _tight(surface)


def _of_starts(path: Path, mat: Mat, robot: Robot) -> Iterator[Problem]:
    for start in mat.starts:
        corners = _standing(robot, start)
        yield from _over_edge(mat, start, corners, robot)
        try:
            check_start(path, mat, robot, start)
        except FileProblem as problem:
            yield problem
        for item in mat.objects:
            if holds(corners, (item.x_mm, item.y_mm)):
                yield Problem("world-object-in-start", start=start.id, object=item.id)


def _near_edge(mat: Mat, line: Stripe, robot: Robot) -> Iterator[Problem]:
    """A line that is followed with its middle: the wheels must find mat beside it."""
    half = max(abs(robot.left.wheel_y_mm), abs(robot.right.wheel_y_mm))
    gap, (x, y) = min((_room(mat, point), point) for _, point in samples(line.pieces, 10.0))
    if gap < half:
        params: dict[str, Param] = {"id": line.id, "x": f"{x:.0f}", "y": f"{y:.0f}"}
        yield Problem("world-line-near-edge", gap=f"{gap:.0f}", half=f"{half:.0f}", **params)


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


def _standing(robot: Robot, start: Start) -> list[Point]:
    """The robot's outline on the mat."""
    sine, cosine = sin_cos_deg(start.heading_deg)
    return [(start.x_mm + cosine * x - sine * y, start.y_mm + sine * x + cosine * y) for x, y in robot.outline]
