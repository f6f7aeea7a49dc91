"""Where the judged robot, its rival and the mat's objects stand, record by record. Lengths in mm."""

import math
from typing import NamedTuple

from ..scene.areas import areas_meet, holds, point_to_edge, room_between_areas
from ..scene.model import Object, Point, Scene
from ..scene.trig import sin_cos_deg
from .body import Body
from .state import HEADING_MDEG, OMEGA_MDEG_S, V_UM_S, X_UM, Y_UM

Area = tuple[Point, ...]

MET = frozenset({"wall", "robot", "object"})  # the events that tell what a body has met
STILL_MM, STILL_MDEG = 5.0, 5000  # a hand may have touched a robot that came less far


class Standing(NamedTuple):
    """An object: where its middle was at first and is, how it is turned, and whether it is a pin that lies."""

    item: Object
    first: Point
    x: float
    y: float
    heading_mdeg: int
    lying: bool

    @property
    def round(self) -> bool:
        return self.item.kind != "box" and not self.lying

    @property
    def sides_mm(self) -> Point:
        """Along its heading and across it."""
        item = self.item
        return (item.height_mm, item.length_mm) if self.lying else (item.length_mm, item.width_mm)

    @property
    def moved_mm(self) -> float:
        """From where it stood at first."""
        dx, dy = self.x - self.first[0], self.y - self.first[1]
        return math.sqrt(dx * dx + dy * dy)

    @property
    def reach_mm(self) -> float:
        """From its middle to the farthest point of what it covers."""
        ahead, aside = self.sides_mm
        return ahead / 2 if self.round else math.sqrt(ahead * ahead + aside * aside) / 2

    def room_to(self, area: Area) -> float:
        """From what it covers of the mat to the area; 0 where it is over any of it."""
        if self.round:
            return max(0.0, room_from((self.x, self.y), area) - self.reach_mm)
        return room_between_areas(self._corners(), area)

    def is_over(self, area: Area) -> bool:
        """Whether it covers any of the area."""
        if not self.round:
            return areas_meet(self._corners(), area)
        at = self.x, self.y
        return holds(area, at) or point_to_edge(at, area) <= self.reach_mm

    def lies_in(self, area: Area) -> bool:
        """Whether the area has all that it covers."""
        if self.round:
            at = self.x, self.y
            return holds(area, at) and point_to_edge(at, area) >= self.reach_mm
        return all(holds(area, corner) for corner in self._corners())

    def _corners(self) -> list[Point]:
        ahead, aside = self.sides_mm
        sine, cosine = sin_cos_deg(self.heading_mdeg / 1000)
        around = ((ahead, aside), (-ahead, aside), (-ahead, -aside), (ahead, -aside))
        return [(self.x + (cosine * dx - sine * dy) / 2, self.y + (sine * dx + cosine * dy) / 2) for dx, dy in around]


class Stander:
    """A robot where it stands; `v_um_s` and `omega_mdeg_s` are its speed, `still_us` since when it has hardly moved."""

    def __init__(self, scene: Scene) -> None:
        start = scene.start
        self.body = Body(scene.robot.outline)
        self.x, self.y, self.heading_mdeg = start.x_mm, start.y_mm, round(start.heading_deg * 1000)
        self.v_um_s, self.omega_mdeg_s = 0, 0
        self.still_us = 0
        self._rest = self.x, self.y, self.heading_mdeg
        self._corners: Area | None = None

    def stand(self, t_us: int, state: tuple[int, ...]) -> None:
        """It is there now."""
        self.x, self.y = state[X_UM] / 1000.0, state[Y_UM] / 1000.0
        self.heading_mdeg, self.v_um_s = state[HEADING_MDEG], state[V_UM_S]
        self.omega_mdeg_s = state[OMEGA_MDEG_S]
        self._corners = None
        x, y, heading = self._rest
        if abs(self.x - x) > STILL_MM or abs(self.y - y) > STILL_MM or abs(self.heading_mdeg - heading) > STILL_MDEG:
            self._rest = self.x, self.y, self.heading_mdeg
            self.still_us = t_us

    def corners(self) -> Area:
        """Its outline's, on the mat."""
        if self._corners is None:
            self._corners = self.body.on_mat(self.x, self.y, self.heading_mdeg)
        return self._corners


class Stage:
    """Tell it each record, in order; an object's at 0 is where it really stands, which the scene does not know. `moved`
    are the numbers of the objects that have moved since the last state, `met` what the robot's body has met since then
    ("wall", "robot" or "object", and its id), `calls` a referee's."""

    def __init__(self, scene: Scene, rival: Scene | None = None) -> None:
        mat = scene.mat
        self.width, self.height = mat.width_mm, mat.height_mm
        self.walls = mat.walls
        self.zones: dict[str, Area] = {zone.id: zone.points for zone in mat.zones}
        self.objects = [
            Standing(item, (item.x_mm, item.y_mm), item.x_mm, item.y_mm, round(item.heading_deg * 1000), False)
            for item in mat.objects
        ]
        self.robot = Stander(scene)
        self.rival = Stander(rival) if rival is not None else None
        self.moved: set[int] = set()
        self.met: list[tuple[str, str]] = []
        self.calls: list[str] = []
        self.restarts = 0  # after which a robot began again

    def move(self, t_us: int, number: int, x_um: int, y_um: int, heading_mdeg: int, lying: int) -> None:
        before, x, y = self.objects[number], x_um / 1000, y_um / 1000
        first = before.first if t_us else (x, y)
        self.objects[number] = Standing(before.item, first, x, y, heading_mdeg, bool(lying))
        if t_us:
            self.moved.add(number)

    def happen(self, kind: str, name: str) -> None:
        """An event of the robot's own."""
        if kind in MET:
            self.met.append((kind, name))
        elif kind == "call":
            self.calls.append(name)
        elif kind == "restart":
            self.restarts += 1

    def forget(self) -> None:
        """The state has been looked at."""
        self.moved.clear()
        self.met.clear()
        self.calls.clear()


def room_from(point: Point, area: Area) -> float:
    """From a point to the area; 0 where it lies in it."""
    return 0.0 if holds(area, point) else point_to_edge(point, area)
