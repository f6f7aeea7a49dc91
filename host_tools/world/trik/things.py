"""What lies and stands on a field, on its way into a world file: in mm, y up, from the field's own origin."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from marshrut.simulator.toml_text import Value

Place = tuple[float, float]

AT = "at"  # the name of a place that a table says as `x_mm` and `y_mm`


@dataclass(slots=True)
class Thing:
    """One table of the world file. `places` are the keys that move with the field; `name` is the id it would like, and
    `was` the one that it has in the field, by which rules call it."""

    head: str
    line: int
    name: str
    places: dict[str, Place | list[Place]]
    keys: dict[str, Value] = field(default_factory=dict)
    reach: float = 0.0  # how far it goes beyond its places: half a line's width, a radius
    comment: str = ""
    was: str = ""
    far: Place | None = None  # the corner across from its place, of what its keys say only in another way

    def points(self) -> list[Place]:
        found: list[Place] = []
        for places in self.places.values():
            found += places if isinstance(places, list) else [places]
        return [*found, self.far] if self.far else found

    def bounds(self) -> tuple[float, float, float, float]:
        xs, ys = [x for x, _ in self.points()], [y for _, y in self.points()]
        reach = self.reach
        return min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach

    def table(self, name: str, to_x: float, to_y: float) -> Mapping[str, Value]:
        """Its keys under that name, moved so far."""
        keys: dict[str, Value] = {"id": name}
        for key, places in self.places.items():
            if isinstance(places, list):
                keys[key] = [_moved(place, to_x, to_y) for place in places]
            elif key == AT:
                keys["x_mm"], keys["y_mm"] = _moved(places, to_x, to_y)
            else:
                keys[key] = _moved(places, to_x, to_y)
        return keys | self.keys


def _moved(place: Place, to_x: float, to_y: float) -> list[float]:
    return [_fine(place[0] + to_x), _fine(place[1] + to_y)]


def _fine(value: float) -> float:
    return round(value, 2) + 0.0  # no minus before a zero


def distinct(points: list[Place]) -> list[Place]:
    """Without points that would be written like the one before them."""
    kept: list[Place] = []
    for x, y in points:
        if not kept or abs(x - kept[-1][0]) >= 0.02 or abs(y - kept[-1][1]) >= 0.02:
            kept.append((x, y))
    return kept
