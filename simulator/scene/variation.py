"""What a seed varies: one table, from which the nominal robot and mat become one physical robot and mat.

Each quantity of each device has its own draw, a hash of the seed, the row and the device: a row added or a device
renamed changes nothing else. `docs/seed-table.md` is written from this table.
"""

import hashlib
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from .model import Mat, Robot, Scene

PROFILES = {"nominal": 0.0, "normal": 1.0, "hard": 2.0}  # times the table's spread

# "normal" has the spread as its standard deviation and is cut at this many of them; "even" has it as its half width.
NORMAL_CUT = 2.5

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Row:
    """One varied quantity: of what, in which fields, how it is spread, and where it ends whatever the draw."""

    id: str
    of: str
    fields: tuple[str, ...]  # that share one draw
    distribution: str  # "normal" or "even"
    spread: float
    unit: str  # "%" of the nominal value, or the unit in which it is added to it
    least: float = 0.0
    most: float = float("inf")

    def moved(self, value: float, amount: float) -> float:
        """A value after a draw of that amount."""
        value = value * (1.0 + amount / 100.0) if self.unit == "%" else value + amount
        return min(max(value, self.least), self.most)


ANY = float("-inf")

TABLE: tuple[Row, ...] = (
    Row("motor-constant", "motor", ("back_emf_v_per_rad_s",), "normal", 3.0, "%"),
    Row("motor-resistance", "motor", ("resistance_ohm",), "normal", 4.0, "%"),
    Row("gear-efficiency", "motor", ("gear_efficiency",), "normal", 3.0, "%", most=1.0),
    Row("motor-friction", "motor", ("friction_mnm", "static_friction_mnm"), "normal", 15.0, "%"),
    Row("wheel-diameter", "motor", ("wheel_diameter_mm",), "normal", 0.4, "%"),
    Row("wheel-place", "motor", ("wheel_y_mm",), "normal", 0.5, "mm", least=ANY),
    Row("mass", "robot", ("mass_g", "inertia_kg_cm2"), "normal", 2.0, "%"),
    Row("grip", "robot", ("grip",), "normal", 8.0, "%"),
    Row("rolling", "robot", ("rolling_mn",), "normal", 15.0, "%"),
    Row("battery-charge", "battery", ("open_circuit_v",), "even", 0.5, "V", least=6.4, most=8.4),
    Row("battery-resistance", "battery", ("resistance_ohm",), "normal", 15.0, "%"),
    Row("sensor-gain", "reflectance", ("white_v",), "normal", 0.08, "V", most=3.3),
    Row("sensor-offset", "reflectance", ("black_v",), "normal", 0.06, "V", most=3.3),
    Row("sensor-noise", "reflectance", ("noise_mv",), "normal", 20.0, "%"),
    Row("sensor-place", "reflectance", ("y_mm",), "normal", 0.2, "mm", least=ANY),
    Row("mat-reflectance", "mat", ("reflectance", "rgb"), "even", 0.05, "", most=1.0),
    Row("paint-reflectance", "surface", ("reflectance", "rgb"), "even", 0.02, "", most=1.0),
    Row("start-x", "start", ("x_mm",), "normal", 2.0, "mm", least=ANY),
    Row("start-y", "start", ("y_mm",), "normal", 2.0, "mm", least=ANY),
    Row("start-heading", "start", ("heading_deg",), "normal", 1.0, "°", least=ANY),
    Row("button-bounce", "button", ("bounce_ms",), "normal", 30.0, "%"),
)


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
    )


def _varied_mat(mat: Mat, draw: "_Draw") -> Mat:
    surfaces = tuple(draw.vary("surface", surface.id, surface) for surface in mat.surfaces)
    return replace(draw.vary("mat", "", mat), surfaces=surfaces)


class _Draw:
    def __init__(self, seed: int, scale: float) -> None:
        self._seed = seed
        self._scale = scale

    def vary(self, kind: str, name: str, item: Item) -> Item:
        """A device, surface or place with all its rows drawn."""
        changed: dict[str, Any] = {}
        for row in TABLE:
            if row.of == kind:
                amount = self._scale * row.spread * standard_draw(self._seed, f"{row.id}/{name}", row.distribution)
                for field in row.fields:
                    value = getattr(item, field)
                    together = isinstance(value, tuple)
                    changed[field] = (
                        tuple(row.moved(v, amount) for v in value) if together else row.moved(value, amount)
                    )
        return replace(item, **changed)  # type: ignore[type-var]


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
