"""Which device sits on which pin of a robot's board."""

from typing import NamedTuple

from marshrut.simulator.messages import say
from marshrut.simulator.scene.chips import profile_of
from marshrut.simulator.scene.model import Robot


class Wiring(NamedTuple):
    """A pin, as people call it, and what is on it."""

    number: int
    pin: str
    device: str


def wirings(robot: Robot, lang: str) -> list[Wiring]:
    """All pins in use, in the order of their numbers; of a bus, each device in a line of its own."""
    found: list[tuple[int, str]] = []
    for motor, side in ((robot.left, say(lang, "draw-left-motor")), (robot.right, say(lang, "draw-right-motor"))):
        lines = (
            ("IN1", motor.pin_in1), ("IN2", motor.pin_in2), ("PWM", motor.pin_pwm), ("STBY", motor.pin_standby),
        )  # fmt: skip
        found += [(pin, f"{side}: {line}") for line, pin in lines if pin is not None]
        phases = (("A", motor.encoder_a), ("B", motor.encoder_b))
        found += [(pin, f"{side}: {say(lang, 'draw-encoder', phase=phase)}") for phase, pin in phases]
    found += [(sensor.pin, sensor.id) for sensor in robot.reflectance]
    found += [(button.pin, button.id) for button in robot.buttons] + [(led.pin, led.id) for led in robot.leds]
    for part in robot.parts:
        found += [(pin, f"{part.id} ({part.chip}){_line(line)}") for line, pin in part.pins]
    found += [(wire.pin, say(lang, "draw-wire", pin=_name(robot, wire.other))) for wire in robot.wires]
    # A driver's standby is on both motors' list.
    return [Wiring(pin, _name(robot, pin), device) for pin, device in sorted(dict.fromkeys(found))]


def _line(line: str) -> str:
    return "" if line == "signal" else f": {line.upper()}"


def _name(robot: Robot, pin: int) -> str:
    external = profile_of(robot.board).EXTERNAL_PINS
    return external.get(pin, f"GPIO{pin}")
