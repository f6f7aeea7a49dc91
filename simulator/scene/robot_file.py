"""Robot files: chassis, motors, sensors, battery, and the pin each device sits on."""

from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from ..toml_file import FileProblem, TomlFile, raise_first
from ..toml_lines import KeyPath
from .areas import first_crossing, is_flat
from .bumpers import bumper_faults
from .chips import CHIPS
from .errors import SceneError
from .fault_text import fault_of_table
from .faults import ENCODERS, MOTORS, breakable, clash
from .model import Battery, Button, Gripper, Led, Motor, Part, Reflectance, Robot, Wire
from .part_shapes import PartTable
from .robot_pins import pin_faults
from .shapes import GripperTable, RobotShape

LEAST_TRACK_MM = 5

Device = TypeVar("Device", Motor, Reflectance)


def load_robot(path: Path | str) -> Robot:
    """Read a robot file; SceneError says what is wrong with it, and in which line."""
    file = TomlFile(Path(path), SceneError)
    shape = file.parse(RobotShape)
    faults = _unknown_board(file, shape) + _double_names(file, shape) + pin_faults(file, shape)
    raise_first(
        faults
        + _outline_faults(file, shape)
        + _wheel_faults(file, shape)
        + bumper_faults(file, shape)
        + _gripper_faults(file, shape)
    )
    chassis, motors, line = shape.chassis, shape.motors, shape.reflectance
    robot = Robot(
        id=shape.id,
        board=shape.board,
        outline=chassis.outline_mm,
        mass_g=chassis.mass_g,
        inertia_kg_cm2=chassis.inertia_kg_cm2,
        grip=chassis.grip,
        wheel_load=chassis.wheel_load,
        rolling_mn=chassis.rolling_mn,
        gripper=_gripper(shape.gripper),
        touch_height_mm=chassis.touch_height_mm,
        grip_across=chassis.grip_across or 0.0,
        left=_device(Motor, motors, motors.left, id="left"),
        right=_device(Motor, motors, motors.right, id="right"),
        reflectance=tuple(_device(Reflectance, line, sensor) for sensor in line.sensor) if line else (),
        battery=Battery(**shape.battery.model_dump()),
        buttons=tuple(Button(**button.model_dump()) for button in shape.button),
        leds=tuple(Led(**led.model_dump()) for led in shape.led),
        parts=tuple(_part(table) for table in shape.part),
        wires=tuple(Wire(*wire.pins) for wire in shape.wire),
        faults=tuple(fault_of_table(table) for table in shape.fault),
    )
    raise_first([*_friction_faults(file, shape, robot), *_device_faults(file, robot)])
    return robot


def _gripper(table: GripperTable | None) -> Gripper | None:
    if table is None:
        return None
    return Gripper(table.servo, table.area_mm, table.opening_mm, table.open_deg, table.closed_deg)


def _gripper_faults(file: TomlFile, shape: RobotShape) -> list[FileProblem]:
    """Its servo is on the robot, its area covers something, and its two angles differ."""
    table = shape.gripper
    if table is None:
        return []
    servos = [part.id for part in shape.part if part.chip == "sg90"]
    faults = []
    if table.servo not in servos:
        faults.append(file.unknown_name(("gripper", "servo"), table.servo, servos))
    if is_flat(table.area_mm):
        faults.append(file.problem(("gripper", "area_mm"), "area-flat", id="gripper.area_mm"))
    if table.open_deg == table.closed_deg:
        faults.append(file.problem(("gripper", "closed_deg"), "gripper-still", angle=f"{table.open_deg:g}"))
    return faults


def _part(table: PartTable) -> Part:
    values = table.model_dump()
    pins = tuple((line, pin) for line, pin in values.pop("pins").items() if pin is not None)
    own = {key: values.pop(key) for key in ("id", "chip", "x_mm", "y_mm", "z_mm", "heading_deg")}
    return Part(pins=pins, figures=tuple((key, float(value)) for key, value in values.items()), **own)


def _device(kind: type[Device], common: BaseModel, own: BaseModel, **more: str) -> Device:
    """A device from its own keys and, for the rest, those that it shares with its neighbours."""
    values = dict(common) | {key: value for key, value in own if value is not None} | more
    return kind(**{field.name: values[field.name] for field in fields(kind) if field.name in values})


def _unknown_board(file: TomlFile, shape: RobotShape) -> list[FileProblem]:
    return [] if shape.board in CHIPS else [file.unknown_name(("board",), shape.board, list(CHIPS))]


def _outline_faults(file: TomlFile, shape: RobotShape) -> list[FileProblem]:
    """The outline goes once around the body: its edges neither cross nor lie in one row."""
    outline, place = shape.chassis.outline_mm, ("chassis", "outline_mm")
    if is_flat(outline):
        return [file.problem(place, "area-flat", id="chassis.outline_mm")]
    crossing = first_crossing(outline)
    if crossing is None:
        return []
    (first, second), count = crossing, len(outline)
    edges = {"first": f"{first + 1}–{(first + 1) % count + 1}", "second": f"{second + 1}–{(second + 1) % count + 1}"}
    return [file.problem(place, "outline-crossed", **edges)]


def _wheel_faults(file: TomlFile, shape: RobotShape) -> list[FileProblem]:
    """Left is left: a few millimetres between the wheels at least, and the left one at the greater y."""
    left, right = shape.motors.left.wheel_y_mm, shape.motors.right.wheel_y_mm
    if left - right >= LEAST_TRACK_MM:
        return []
    place = ("motors", "left", "wheel_y_mm")
    return [file.problem(place, "wheels-crossed", left=f"{left:g}", right=f"{right:g}", least=LEAST_TRACK_MM)]


def _friction_faults(file: TomlFile, shape: RobotShape, robot: Robot) -> list[FileProblem]:
    """A wheel that is held by less than brakes it when it turns would never come to rest."""
    key = "static_friction_mnm"
    for side, motor in (("left", robot.left), ("right", robot.right)):
        if motor.static_friction_mnm < motor.friction_mnm:
            own = getattr(shape.motors, side).static_friction_mnm is not None
            place: KeyPath = ("motors", side, key) if own else ("motors", key)
            limit, got = f"{motor.friction_mnm:g}", f"{motor.static_friction_mnm:g}"
            return [file.problem(place, "friction-at-rest", key=file.name(place), limit=limit, got=got)]
    return []


def _device_faults(file: TomlFile, robot: Robot) -> list[FileProblem]:
    """Faults of what is not on the robot, and those that cannot be together."""
    clashes = [(i, clash(robot, robot.faults, i)) for i in range(len(robot.faults))]
    told = [file.problem(("fault", i), found.message_id, **found.params) for i, found in clashes if found]
    return told + [
        file.unknown_name(("fault", i, "device"), fault.device, breakable(robot, fault.kind), alike=0.65)
        for i, fault in enumerate(robot.faults)
        if fault.device and fault.device not in breakable(robot, fault.kind)
    ]


def _double_names(file: TomlFile, shape: RobotShape) -> list[FileProblem]:
    """One name a device, over all kinds: messages and traces call a device by its name alone."""
    tables: tuple[tuple[KeyPath, tuple[Any, ...]], ...] = (
        (("reflectance", "sensor"), shape.reflectance.sensor if shape.reflectance else ()),
        (("button",), shape.button),
        (("led",), shape.led),
        (("part",), shape.part),
    )
    faults: list[FileProblem] = []
    taken = [*MOTORS, *ENCODERS]
    for table, devices in tables:
        for i, device in enumerate(devices):
            if device.id in taken:
                place = (*table, i, "id")
                faults.append(file.problem(place, "name-twice", key=file.name(place), name=device.id))
            taken.append(device.id)
    return faults
