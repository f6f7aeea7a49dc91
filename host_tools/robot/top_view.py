"""A robot from above, to scale, ahead upward: body, wheels, and what each sensor looks at.

A length of the robot file is a length on the paper; the file says nothing of a wheel's width, which is drawn as a third
of its diameter.
"""

from dataclasses import dataclass
from math import cos, radians, sin
from typing import TYPE_CHECKING

from marshrut.simulator.devices import hc_sr04, vl53l0x
from marshrut.simulator.scene.model import Gripper, Motor, Part, Robot

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WHEEL_WIDTH = 1 / 3  # of its diameter
CONES_DEG = {"hc-sr04": hc_sr04.CONE_DEG, "vl53l0x": vl53l0x.CONE_DEG}
CONE_MM = 35.0  # so much of a cone is drawn
BODY, EDGE, TYRE, SEEN, FEELER, LAMP, GRIP, INK, SOFT = (
    "#eef2f6", "#1d2330", "#444b57", "#7cc4ee", "#c3202f", "#ffb000", "#7a2ea0", "#1d2330", "#5d6675",
)  # fmt: skip
_APART_MM = 2.0


@dataclass(frozen=True)
class Extent:
    """What the drawing spans, in mm: `ahead` is upward, `left` to the left."""

    left: float
    right: float
    ahead: float
    behind: float


def extent_of(robot: Robot) -> Extent:
    """The body, its wheels, its gripper's area, and as much of the cones as is drawn."""
    ahead, left = [x for x, _ in robot.outline], [y for _, y in robot.outline]
    for motor in (robot.left, robot.right):
        half = motor.wheel_diameter_mm * WHEEL_WIDTH / 2
        left += [motor.wheel_y_mm - half, motor.wheel_y_mm + half]
        ahead += [motor.wheel_x_mm - motor.wheel_diameter_mm / 2, motor.wheel_x_mm + motor.wheel_diameter_mm / 2]
    for sensor in robot.reflectance:
        ahead.append(sensor.x_mm)
        left.append(sensor.y_mm)
    for part in robot.parts:
        if part.chip in CONES_DEG:
            for x, y in _cone(part):
                ahead.append(x)
                left.append(y)
    if robot.gripper is not None:
        ahead += [x for x, _ in robot.gripper.area]
        left += [y for _, y in robot.gripper.area]
    return Extent(max(left), min(left), max(ahead), min(ahead))


def draw_robot(axes: "Axes", robot: Robot, small_pt: float, line_mm: float, gripper_name: str) -> None:
    """On axes whose x is to the robot's right and whose y is ahead, in mm; a line of small letters is so high there."""
    from matplotlib.patches import Circle, FancyBboxPatch, Polygon

    axes.add_patch(Polygon([(-y, x) for x, y in robot.outline], closed=True, fc=BODY, ec=EDGE, lw=1.4, zorder=2))
    for motor in (robot.left, robot.right):
        wide = motor.wheel_diameter_mm * WHEEL_WIDTH
        corner = _wheel_corner(motor, wide)
        axes.add_patch(
            FancyBboxPatch(
                corner, wide, motor.wheel_diameter_mm, boxstyle=f"round,pad=0,rounding_size={wide / 4}",
                fc=TYRE, ec="none", zorder=3,
            )
        )  # fmt: skip
    axes.plot(
        [-robot.left.wheel_y_mm, -robot.right.wheel_y_mm], [robot.left.wheel_x_mm, robot.right.wheel_x_mm],
        color=SOFT, lw=0.8, ls=(0, (6, 3)), zorder=4,
    )  # fmt: skip
    axes.plot(0, 0, "+", ms=9, mew=1.2, color=INK, zorder=5)
    for i, sensor in enumerate(sorted(robot.reflectance, key=lambda item: -item.y_mm)):
        axes.add_patch(Circle((-sensor.y_mm, sensor.x_mm), sensor.footprint_mm / 2, fc=SEEN, ec=EDGE, lw=0.7, zorder=5))
        # Neighbours' names stand on two heights: at these sizes they are wider than the sensors are apart.
        away = sensor.footprint_mm / 2 + _APART_MM + (i % 2) * line_mm
        _name(axes, sensor.id, -sensor.y_mm, sensor.x_mm - away, small_pt, "top")
    for led in robot.leds:
        axes.plot(-led.y_mm, led.x_mm, "o", ms=5, mfc=LAMP, mec=EDGE, mew=0.7, zorder=5)
        _name(axes, led.id, -led.y_mm, led.x_mm - _APART_MM - 1, small_pt, "top")
    for part in robot.parts:
        _draw_part(axes, part, small_pt)
    if robot.gripper is not None:
        _draw_gripper(axes, robot.gripper, gripper_name, small_pt)


def _draw_gripper(axes: "Axes", gripper: Gripper, name: str, small_pt: float) -> None:
    """The area in which it takes hold, named inside its front edge."""
    from matplotlib.patches import Polygon

    corners = [(-y, x) for x, y in gripper.area]
    axes.add_patch(Polygon(corners, closed=True, fill=False, ec=GRIP, lw=1.1, ls=(0, (4, 2.5)), zorder=4.5))
    across, ahead = [x for x, _ in corners], [y for _, y in corners]
    _name(axes, name, (min(across) + max(across)) / 2, max(ahead) - _APART_MM, small_pt, "top")


def _draw_part(axes: "Axes", part: Part, small_pt: float) -> None:
    from matplotlib.patches import Circle, Polygon

    if part.chip in CONES_DEG:
        cone = [(-y, x) for x, y in _cone(part)]
        axes.add_patch(Polygon(cone, closed=True, fc=SEEN, ec="none", alpha=0.45, zorder=1))
        axes.plot(-part.y_mm, part.x_mm, "s", ms=4, color=EDGE, zorder=5)
        _name(axes, part.id, -part.y_mm, part.x_mm - _APART_MM, small_pt, "top")
    elif part.chip == "tcs34725":
        half = part.figure("footprint_mm") / 2
        axes.add_patch(Circle((-part.y_mm, part.x_mm), half, fc="white", ec=EDGE, lw=0.9, zorder=5))
        _name(axes, part.id, -part.y_mm, part.x_mm - half - _APART_MM, small_pt, "top")
    elif part.chip == "bump-switch":
        half, angle = part.figure("width_mm") / 2, radians(part.heading_deg)
        ends = [(part.x_mm - side * half * sin(angle), part.y_mm + side * half * cos(angle)) for side in (-1, 1)]
        axes.plot([-y for _, y in ends], [x for x, _ in ends], color=FEELER, lw=3, solid_capstyle="round", zorder=4)
        x, y = part.x_mm + 2 * _APART_MM * cos(angle), part.y_mm + 2 * _APART_MM * sin(angle)
        aslant = "center" if abs(part.heading_deg) < 10 else "right" if part.heading_deg > 0 else "left"
        _name(axes, part.id, -y, x, small_pt, "bottom", aslant)


def _name(axes: "Axes", text: str, x: float, y: float, size: float, align: str, across: str = "center") -> None:
    axes.text(
        x, y, text, fontsize=size, color=INK, ha=across, va=align, zorder=6,
        bbox={"boxstyle": "square,pad=0.1", "fc": "white", "ec": "none", "alpha": 0.7},
    )  # fmt: skip


def _wheel_corner(motor: Motor, wide: float) -> tuple[float, float]:
    return -motor.wheel_y_mm - wide / 2, motor.wheel_x_mm - motor.wheel_diameter_mm / 2


def _cone(part: Part) -> list[tuple[float, float]]:
    """Its tip and a fan of points, x ahead and y to the left."""
    half = CONES_DEG[part.chip] / 2
    fan = [part.heading_deg - half + step * half / 4 for step in range(9)]
    far = [(part.x_mm + CONE_MM * cos(radians(a)), part.y_mm + CONE_MM * sin(radians(a))) for a in fan]
    return [(part.x_mm, part.y_mm), *far]
