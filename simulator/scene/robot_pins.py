"""Whether a robot's wiring can be made: each pin is on the board and able to do its work, and has one device."""

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from ..messages import Param
from ..toml_file import FileProblem, TomlFile
from ..toml_lines import KeyPath
from .chips import CHIPS, profile_of
from .shapes import RobotShape

# What each line of a part is to the board: it drives it, reads it, measures its voltage, or both sides may pull it low.
LINES = {
    "trig": "drives", "echo": "reads", "sda": "bus", "scl": "bus", "int": "reads", "xshut": "drives", "gpio1": "reads",
}  # fmt: skip
SIGNALS = {
    "ws2812": "drives", "sg90": "drives", "buzzer": "drives", "bump-switch": "reads", "potentiometer": "measures",
    "battery-divider": "measures",
}  # fmt: skip


class Use(NamedTuple):
    """A pin in use: where it is written, what sits on it, its number, and what the board does with it."""

    place: KeyPath
    device: str
    pin: int
    work: str


def pin_faults(file: TomlFile, shape: RobotShape) -> list[FileProblem]:
    uses = list(_uses(shape))
    faults = _double_pins(file, uses) + _double_addresses(file, shape)
    if shape.board in CHIPS:  # else that is told
        faults += _unable_pins(file, shape, uses)
    return faults + _wire_faults(file, shape, uses)


def _uses(shape: RobotShape) -> Iterator[Use]:
    for side, motor in (("left", shape.motors.left), ("right", shape.motors.right)):
        for key in ("pin_in1", "pin_in2", "pin_pwm", "encoder_a", "encoder_b"):
            pin = getattr(motor, key)
            if pin is not None:
                work = "drives" if key.startswith("pin") else "reads"
                yield Use(("motors", side, key), f"motors.{side}.{key}", pin, work)
    if shape.motors.pin_standby is not None:
        yield Use(("motors", "pin_standby"), "motors.pin_standby", shape.motors.pin_standby, "drives")
    for i, sensor in enumerate(shape.reflectance.sensor if shape.reflectance else ()):
        yield Use(("reflectance", "sensor", i, "pin"), sensor.id, sensor.pin, "measures")
    for i, button in enumerate(shape.button):
        yield Use(("button", i, "pin"), button.id, button.pin, "reads")
    for i, led in enumerate(shape.led):
        yield Use(("led", i, "pin"), led.id, led.pin, "drives")
    buses: set[tuple[object, object]] = set()
    for i, part in enumerate(shape.part):
        lines = part.pins.model_dump()
        bus = lines.get("sda"), lines.get("scl")
        for line, pin in lines.items():
            shared = line in ("sda", "scl") and bus in buses
            if pin is not None and not shared:
                work = SIGNALS[part.chip] if line == "signal" else LINES[line]
                yield Use(("part", i, "pins", line), f"{part.id}.{line}", pin, work)
        if bus[0] is not None:
            buses.add(bus)


def _double_pins(file: TomlFile, uses: list[Use]) -> list[FileProblem]:
    """One device a pin."""
    faults: list[FileProblem] = []
    taken: dict[int, Use] = {}
    for use in uses:
        first = taken.setdefault(use.pin, use)
        if first is not use:
            names = {"first": first.device, "second": use.device}
            faults.append(file.problem(use.place, "pin-twice", pin=use.pin, line=file.line(first.place), **names))
    return faults


def _double_addresses(file: TomlFile, shape: RobotShape) -> list[FileProblem]:
    """One part an address of a bus; those that a pin holds in reset may get another address one after the other."""
    faults: list[FileProblem] = []
    taken: dict[tuple[int, int, int], tuple[str, int]] = {}
    for i, part in enumerate(shape.part):
        values: dict[str, Any] = part.model_dump()
        pins = values["pins"]
        if "address" not in values or pins.get("xshut") is not None:
            continue
        place = ("part", i)
        first = taken.setdefault((pins["sda"], pins["scl"], values["address"]), (part.id, i))
        if first[1] != i:
            address = f"0x{values['address']:02x}"
            line = file.line(("part", first[1]))
            names = {"first": first[0], "second": part.id}
            if len(get_args(type(part).model_fields["address"].annotation)) > 1:
                faults.append(file.problem(place, "address-twice", address=address, line=line, **names))
                continue
            laser = next((p.id for p in (part, shape.part[first[1]]) if p.chip == "vl53l0x"), "")
            params: dict[str, Param] = {**names, "laser": laser, "movable": int(bool(laser))}
            faults.append(file.problem(place, "address-twice-fixed", address=address, line=line, **params))
    return faults


def _unable_pins(file: TomlFile, shape: RobotShape, uses: list[Use]) -> list[FileProblem]:
    """Pins that the board lacks, that it cannot drive, or whose voltage it cannot measure."""
    chip = profile_of(shape.board)
    faults: list[FileProblem] = []
    for place, device, pin, work in uses:
        if pin in chip.EXTERNAL_PINS and place[0] == "led":  # all that such a pin is good for
            continue
        if pin not in chip.PINS:
            faults.append(file.problem(place, "pin-unknown", board=shape.board, pin=pin, known=_ranges(chip.PINS)))
        elif work in ("drives", "bus") and pin in chip.INPUT_ONLY:
            faults.append(file.problem(place, "pin-input-only", pin=pin, device=device))
        elif work == "measures" and pin not in chip.ADC_PINS:
            faults.append(file.problem(place, "pin-no-adc", pin=pin, device=device, known=_ranges(chip.ADC_PINS)))
    for i, wire in enumerate(shape.wire):
        for j, pin in enumerate(wire.pins):
            if pin not in chip.PINS:
                place = ("wire", i, "pins", j)
                faults.append(file.problem(place, "pin-unknown", board=shape.board, pin=pin, known=_ranges(chip.PINS)))
    return faults


def _wire_faults(file: TomlFile, shape: RobotShape, uses: list[Use]) -> list[FileProblem]:
    """A wire joins two pins, each with no other wire: free ones, or a free one and one that the board drives."""
    faults: list[FileProblem] = []
    device_on = {use.pin: use for use in uses}
    wired: dict[int, int] = {}
    for i, wire in enumerate(shape.wire):
        place: KeyPath = ("wire", i, "pins")
        first, second = wire.pins
        if first == second:
            faults.append(file.problem(place, "wire-itself", pin=first))
            continue
        for pin in wire.pins:
            if pin in wired:
                faults.append(file.problem(place, "wire-twice", pin=pin, line=file.line(("wire", wired[pin]))))
                break
            wired[pin] = i
        ends = [device_on[pin] for pin in wire.pins if pin in device_on]
        if len(ends) == 2:
            names = {"first": ends[0].device, "second": ends[1].device}
            faults.append(file.problem(place, "wire-short", pin=first, other=second, **names))
        elif ends and ends[0].work != "drives":
            faults.append(file.problem(place, "wire-device", pin=ends[0].pin, device=ends[0].device))
    return faults


def _ranges(pins: frozenset[int]) -> str:
    """`0–5, 12–19, 39`."""
    text: list[str] = []
    for pin in sorted(pins):
        if pin - 1 not in pins:
            text.append(str(pin))
        elif pin + 1 not in pins:
            text[-1] += f"–{pin}"
    return ", ".join(text)
