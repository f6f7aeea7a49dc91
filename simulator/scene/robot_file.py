"""Robot files: chassis, motors, sensors, battery, and the pin each device sits on."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from ..toml_file import FileProblem, TomlFile, key_name
from ..toml_lines import KeyPath
from .areas import holds
from .chips import CHIPS
from .errors import SceneError, raise_first
from .fault_text import fault_of_table
from .faults import ENCODERS, MOTORS, breakable
from .model import Battery, Button, Led, Motor, Part, Reflectance, Robot, Wire
from .part_shapes import BumpSwitchTable, PartTable
from .shapes import RobotShape
from .trig import sin_cos_deg

LEAST_TRACK_MM = 5

Device = TypeVar("Device", Motor, Reflectance)


def load_robot(path: Path | str) -> Robot:
    """Read a robot file; SceneError says what is wrong with it, and in which line."""
    file = TomlFile(Path(path), SceneError)
    shape = file.parse(RobotShape)
    faults = _unknown_board(file, shape) + _double_names(file, shape) + _double_pins(file, shape)
    raise_first(faults + _wheel_faults(file, shape) + _hidden_bumpers(file, shape))
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
    raise_first(_unknown_devices(file, robot))
    return robot


def _part(table: PartTable) -> Part:
    values = table.model_dump()
    pins = tuple((line, pin) for line, pin in values.pop("pins").items() if pin is not None)
    own = {key: values.pop(key) for key in ("id", "chip", "x_mm", "y_mm", "z_mm", "heading_deg")}
    return Part(pins=pins, figures=tuple((key, float(value)) for key, value in values.items()), **own)


def _device(kind: type[Device], common: BaseModel, own: BaseModel, **more: str) -> Device:
    """A device from its own keys and, for the rest, those that it shares with its neighbours."""
    values = dict(common) | {key: value for key, value in own if value is not None} | more
    return kind(**{field.name: values[field.name] for field in fields(kind) if field.name in values})


def _pins(shape: RobotShape) -> Iterator[tuple[KeyPath, str, int]]:
    """Every pin in use: where it is written, what sits on it, and its number."""
    for side, motor in (("left", shape.motors.left), ("right", shape.motors.right)):
        for key in ("pin_in1", "pin_in2", "pin_pwm", "encoder_a", "encoder_b"):
            pin = getattr(motor, key)
            if pin is not None:
                yield ("motors", side, key), f"motors.{side}.{key}", pin
    if shape.motors.pin_standby is not None:
        yield ("motors", "pin_standby"), "motors.pin_standby", shape.motors.pin_standby
    for i, sensor in enumerate(shape.reflectance.sensor if shape.reflectance else ()):
        yield ("reflectance", "sensor", i, "pin"), sensor.id, sensor.pin
    for i, button in enumerate(shape.button):
        yield ("button", i, "pin"), button.id, button.pin
    for i, led in enumerate(shape.led):
        yield ("led", i, "pin"), led.id, led.pin
    buses: set[tuple[object, object]] = set()
    for i, part in enumerate(shape.part):
        lines = part.pins.model_dump()
        bus = lines.get("sda"), lines.get("scl")
        for line, pin in lines.items():
            shared = line in ("sda", "scl") and bus in buses
            if pin is not None and not shared:
                yield ("part", i, "pins", line), f"{part.id}.{line}", pin
        if bus[0] is not None:
            buses.add(bus)


def _unknown_board(file: TomlFile, shape: RobotShape) -> list[FileProblem]:
    return [] if shape.board in CHIPS else [file.unknown_name(("board",), shape.board, list(CHIPS))]


def _double_pins(file: TomlFile, shape: RobotShape) -> list[FileProblem]:
    """One device a pin."""
    faults: list[FileProblem] = []
    taken: dict[int, tuple[str, int]] = {}
    for place, device, pin in _pins(shape):
        if pin in taken:
            first, line = taken[pin]
            faults.append(file.problem(place, "pin-twice", pin=pin, first=first, line=line, second=device))
        else:
            taken[pin] = device, file.line(place)
    return faults


def _wheel_faults(file: TomlFile, shape: RobotShape) -> list[FileProblem]:
    """Left is left: a few millimetres between the wheels at least, and the left one at the greater y."""
    left, right = shape.motors.left.wheel_y_mm, shape.motors.right.wheel_y_mm
    if left - right >= LEAST_TRACK_MM:
        return []
    place = ("motors", "left", "wheel_y_mm")
    return [file.problem(place, "wheels-crossed", left=f"{left:g}", right=f"{right:g}", least=LEAST_TRACK_MM)]


def _unknown_devices(file: TomlFile, robot: Robot) -> list[FileProblem]:
    """Faults of what is not on the robot."""
    return [
        file.unknown_name(("fault", i, "device"), fault.device, breakable(robot, fault.kind))
        for i, fault in enumerate(robot.faults)
        if fault.device and fault.device not in breakable(robot, fault.kind)
    ]


def _hidden_bumpers(file: TomlFile, shape: RobotShape) -> list[FileProblem]:
    """A bumper's face stands out of the outline somewhere, since a wall never gets into the outline."""
    faults: list[FileProblem] = []
    for i, part in enumerate(shape.part):
        if isinstance(part, BumpSwitchTable):
            sine, cosine = sin_cos_deg(part.heading_deg)
            sides = (-part.width_mm / 2, 0.0, part.width_mm / 2)
            face = [(part.x_mm - sine * side, part.y_mm + cosine * side) for side in sides]
            if all(holds(shape.chassis.outline_mm, point) for point in face):
                faults.append(file.problem(("part", i), "bumper-inside", id=part.id))
    return faults


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
                faults.append(file.problem(place, "name-twice", key=key_name(place), name=device.id))
            taken.append(device.id)
    return faults
