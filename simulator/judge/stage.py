"""Where the judged robot and the mat's objects stand, record by record. Lengths in mm."""

import math
from typing import NamedTuple

from ..scene.areas import holds, point_to_edge, room_between_areas
from ..scene.model import Object, Point, Scene
from ..scene.trig import sin_cos_deg
from .body import Body

Area = tuple[Point, ...]


class Standing(NamedTuple):
    """An object: where its middle is, how it is turned, and whether it is a pin that lies."""

    item: Object
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
    def reach_mm(self) -> float:
        """From its middle to the farthest point of what it covers."""
        ahead, aside = self.sides_mm
        return ahead / 2 if self.round else math.sqrt(ahead * ahead + aside * aside) / 2

    def room_to(self, area: Area) -> float:
        """From what it covers of the mat to the area; 0 where it is over any of it."""
        if self.round:
            return max(0.0, room_from((self.x, self.y), area) - self.reach_mm)
        ahead, aside = self.sides_mm
        sine, cosine = sin_cos_deg(self.heading_mdeg / 1000)
        around = ((ahead, aside), (-ahead, aside), (-ahead, -aside), (ahead, -aside))
        corners = [
            (self.x + (cosine * dx - sine * dy) / 2, self.y + (sine * dx + cosine * dy) / 2) for dx, dy in around
        ]
        return room_between_areas(corners, area)


class Stage:
    """Tell it each record, in order. `moved` are the numbers of the objects that have moved since the last state."""

    def __init__(self, scene: Scene) -> None:
        mat, start = scene.mat, scene.start
        self.width, self.height = mat.width_mm, mat.height_mm
        self.zones: dict[str, Area] = {zone.id: zone.points for zone in mat.zones}
        self.objects = [
            Standing(item, item.x_mm, item.y_mm, round(item.heading_deg * 1000), False) for item in mat.objects
        ]
        self.moved: set[int] = set()
        self.body = Body(scene.robot.outline)
        self.x, self.y, self.heading_mdeg = start.x_mm, start.y_mm, round(start.heading_deg * 1000)

    def move(self, number: int, x_um: int, y_um: int, heading_mdeg: int, lying: int) -> None:
        item = self.objects[number].item
        self.objects[number] = Standing(item, x_um / 1000, y_um / 1000, heading_mdeg, bool(lying))
        self.moved.add(number)

    def stand(self, x: float, y: float, heading_mdeg: int) -> None:
        """The robot is there now."""
        self.x, self.y, self.heading_mdeg = x, y, heading_mdeg

    def corners(self) -> Area:
        """The robot's."""
        return self.body.on_mat(self.x, self.y, self.heading_mdeg)


def room_from(point: Point, area: Area) -> float:
    """From a point to the area; 0 where it lies in it."""
    return 0.0 if holds(area, point) else point_to_edge(point, area)
