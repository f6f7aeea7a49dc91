"""What can be fitted: figures of a robot file by name, each with where it stands in the file and in the model."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from marshrut.simulator.scene.model import Robot

SIDES = ("left", "right")
# Of each motor; in the file under [motors.left] and [motors.right].
MOTOR_FIELDS = {
    "back-emf": "back_emf_v_per_rad_s",
    "resistance": "resistance_ohm",
    "efficiency": "gear_efficiency",
    "friction": "friction_mnm",
    "static-friction": "static_friction_mnm",
    "wheel": "wheel_diameter_mm",
}


@dataclass(frozen=True)
class Fitted:
    """A figure's value after fitting, and how sure it is: two standard deviations, as a part of the value."""

    was: float
    value: float
    sure: float


def value_of(robot: Robot, name: str) -> float:
    """`left-back-emf`, `rotor`, `inertia`, `grip`, `battery-v`, `battery-ohm`, `track`."""
    side, _, kind = name.partition("-")
    if side in SIDES:
        return float(getattr(getattr(robot, side), MOTOR_FIELDS[kind]))
    if name == "rotor":
        return (robot.left.rotor_inertia_g_cm2 + robot.right.rotor_inertia_g_cm2) / 2
    if name == "track":
        return robot.left.wheel_y_mm - robot.right.wheel_y_mm
    return {
        "inertia": robot.inertia_kg_cm2,
        "grip": robot.grip,
        "battery-v": robot.battery.open_circuit_v,
        "battery-ohm": robot.battery.resistance_ohm,
    }[name]


def with_values(robot: Robot, values: Mapping[str, float]) -> Robot:
    """The robot with other values; what both motors share stays in proportion."""
    changes: dict[str, dict[str, float]] = {side: {} for side in SIDES}
    for side in SIDES:
        motor = getattr(robot, side)
        for kind, field in MOTOR_FIELDS.items():
            if f"{side}-{kind}" in values:
                changes[side][field] = values[f"{side}-{kind}"]
        friction = changes[side].get("friction_mnm", motor.friction_mnm)
        if changes[side].get("static_friction_mnm", motor.static_friction_mnm) < friction:
            changes[side]["static_friction_mnm"] = friction  # a file with less is refused
        if "rotor" in values:
            ratio = values["rotor"] / value_of(robot, "rotor")
            changes[side]["rotor_inertia_g_cm2"] = motor.rotor_inertia_g_cm2 * ratio
        if "track" in values:
            middle = (robot.left.wheel_y_mm + robot.right.wheel_y_mm) / 2
            ratio = values["track"] / value_of(robot, "track")
            changes[side]["wheel_y_mm"] = middle + (motor.wheel_y_mm - middle) * ratio
    battery = robot.battery
    if "battery-v" in values:
        battery = replace(battery, open_circuit_v=values["battery-v"])
    if "battery-ohm" in values:
        battery = replace(battery, resistance_ohm=values["battery-ohm"])
    return replace(
        robot,
        left=replace(robot.left, **changes["left"]),  # type: ignore[arg-type]
        right=replace(robot.right, **changes["right"]),  # type: ignore[arg-type]
        battery=battery,
        inertia_kg_cm2=values.get("inertia", robot.inertia_kg_cm2),
        grip=values.get("grip", robot.grip),
    )
