"""What a seed varies: by one table (`seed_rows`) the nominal robot and mat become one physical robot and mat.

Each quantity of each device has its own draw, a hash of the seed, the row and the device: a row added or a device
renamed changes nothing else.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from .model import Mat, Object, Part, Robot, Scene, Wall
from .objects import behind_wall, in_wall, overlap
from .seed_rows import TABLE, Row

PROFILES = {"nominal": 0.0, "normal": 1.0, "hard": 2.0}  # times the table's spread

# "normal" has the spread as its standard deviation and is cut at this many of them; "even" has it as its half width.
NORMAL_CUT = 2.5

NEARER = (0.5, 0.25, 0.125)  # shares of a draw that are tried where the whole would put a thing into another or a wall

PLACE = ("x_mm", "y_mm", "z_mm", "heading_deg")  # of a part; its other quantities are figures

Item = TypeVar("Item")


def vary(scene: Scene, seed: int, profile: str) -> Scene:
    """The physical scene of that seed; `profile` is "nominal" (the scene as it is), "normal" or "hard"."""
    scale = PROFILES[profile]
    if scale == 0.0:
        return scene
    draw = _Draw(seed, scale)
    return replace(
        scene,
        mat=_varied_mat(scene.mat, draw),
        robot=_varied_robot(scene.robot, draw),
        start=draw.vary("start", "", scene.start),
    )


def _varied_robot(robot: Robot, draw: "_Draw") -> Robot:
    return replace(
        draw.vary("robot", "", robot),
        left=draw.vary("motor", "left", robot.left),
        right=draw.vary("motor", "right", robot.right),
        reflectance=tuple(draw.vary("reflectance", sensor.id, sensor) for sensor in robot.reflectance),
        battery=draw.vary("battery", "", robot.battery),
        buttons=tuple(draw.vary("button", button.id, button) for button in robot.buttons),
        parts=tuple(_varied_part(part, draw) for part in robot.parts),
    )


def _varied_part(part: Part, draw: "_Draw") -> Part:
    part = draw.vary(part.chip, part.id, part)
    figures = dict(part.figures)
    moved = {name: draw.moved(row, part.id, figures[name]) for row, name in _figures_of(part.chip)}
    return replace(part, figures=tuple((name, moved.get(name, value)) for name, value in part.figures))


def _figures_of(chip: str) -> list[tuple[Row, str]]:
    return [(row, field) for row in TABLE if row.of == chip for field in row.fields if field not in PLACE]


def _varied_mat(mat: Mat, draw: "_Draw") -> Mat:
    return replace(
        draw.vary("mat", "", mat),
        surfaces=tuple(draw.vary("surface", surface.id, surface) for surface in mat.surfaces),
        lights=tuple(draw.vary("light", light.id, light) for light in mat.lights),
        objects=_varied_objects(mat, draw),
        ramps=tuple(draw.vary("ramp", ramp.id, ramp) for ramp in mat.ramps),
    )


def _varied_objects(mat: Mat, draw: "_Draw") -> tuple[Object, ...]:
    """One after the other is put down, and none where another is or will be: its own place stays free for each."""
    there = list(mat.objects)
    for number, item in enumerate(mat.objects):
        others = there[:number] + there[number + 1 :]
        there[number] = _put_down(item, draw.vary("object", item.id, item), mat.walls, others)
    return tuple(there)


def _put_down(item: Object, drawn: Object, walls: Sequence[Wall], others: Sequence[Object]) -> Object:
    """The thing where the draw puts it; who puts it down by hand puts it into nothing, but nearer to its place."""
    places = [drawn]
    for share in (*NEARER, 0.0):
        x, y = item.x_mm + share * (drawn.x_mm - item.x_mm), item.y_mm + share * (drawn.y_mm - item.y_mm)
        turned = item.heading_deg + share * (drawn.heading_deg - item.heading_deg)
        places.append(replace(drawn, x_mm=x, y_mm=y, heading_deg=turned))
    return next((put for put in places if _is_free(item, put, walls, others)), places[-1])


def _is_free(item: Object, put: Object, walls: Sequence[Wall], others: Sequence[Object]) -> bool:
    in_way = any(_in_or_behind(item, put, wall) for wall in walls)
    return not in_way and not any(overlap(put, other) for other in others)


def _in_or_behind(item: Object, put: Object, wall: Wall) -> bool:
    return in_wall(put, wall) or behind_wall(item, (put.x_mm, put.y_mm), wall)


class _Draw:
    def __init__(self, seed: int, scale: float) -> None:
        self._seed = seed
        self._scale = scale

    def vary(self, kind: str, name: str, item: Item) -> Item:
        """A device, surface or place with all its rows drawn."""
        changed: dict[str, Any] = {}
        for row in TABLE:
            if row.of != kind:
                continue
            for field in row.fields:
                if isinstance(item, Part) and field not in PLACE:
                    continue
                value = getattr(item, field)
                if isinstance(value, tuple):
                    changed[field] = tuple(self.moved(row, name, one) for one in value)
                elif value is not None:
                    changed[field] = self.moved(row, name, value)
        return replace(item, **changed)  # type: ignore[type-var]

    def moved(self, row: Row, name: str, value: float) -> float:
        """A value of that device or place after its draw."""
        amount = self._scale * row.spread * standard_draw(self._seed, f"{row.id}/{name}", row.distribution)
        return row.moved(value, amount)


def standard_draw(seed: int, quantity: str, distribution: str) -> float:
    """A number that belongs to a seed and a quantity: normal with deviation 1, cut, or even from -1 to 1."""
    digest = hashlib.sha256(f"{seed}/{quantity}".encode()).digest()
    if distribution == "even":
        return int.from_bytes(digest[:6], "little") / (1 << 47) - 1.0
    # Twelve even numbers from 0 to 65535 add up to a normal one with a standard deviation of 65536.
    total = 0
    for i in range(0, 24, 2):
        total += digest[i] | digest[i + 1] << 8
    return min(max((total - 12 * 32767.5) / 65536, -NORMAL_CUT), NORMAL_CUT)
