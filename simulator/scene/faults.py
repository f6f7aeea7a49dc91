"""What can be broken on a robot, and what a fault changes in its figures before the run.

Faults that begin during a run, and those that silence a device, are the world's business: it knows what the device was
doing just then.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..near_names import near_name
from .fault_text import FaultProblem, fault_text
from .model import Battery, Motor, Part, Robot, RobotFault, Scene

MOTORS = ("left", "right")
ENCODERS = {"left-encoder": "left", "right-encoder": "right"}
REPEATED = ("brown-out", "ctrl-c", "stuck")  # may come again at another time
AGED_TIMES = 6.0  # worn-out cells and tired contacts of their holder, against new ones
MOST_NOISE_MV = 1000.0  # as in robot files


def breakable(robot: Robot, kind: str) -> list[str]:
    """The names that a fault of that kind may have for its device; none where it takes no device."""
    buttons = [button.id for button in robot.buttons]
    if kind == "stuck":
        return [*buttons, *(part.id for part in robot.parts if part.chip == "bump-switch")]
    if kind in ("reversed", "jammed"):
        return list(MOTORS)
    if kind in ("cable-off", "dead"):
        sensors = [sensor.id for sensor in robot.reflectance]
        others = [*(led.id for led in robot.leds), *(part.id for part in robot.parts)]
        return [*MOTORS, *ENCODERS, *sensors, *buttons, *others]
    return []


def clash(robot: Robot, faults: Sequence[RobotFault], at: int) -> FaultProblem | None:
    """What is wrong with the fault of that index beside those before it, and with the robot's own figures."""
    fault = faults[at]
    for other in faults[:at]:
        if (other.kind, other.device) == (fault.kind, fault.device) and (
            fault.kind not in REPEATED or other.at_ms == fault.at_ms
        ):
            return FaultProblem("fault-twice", fault_text(fault), other=fault_text(other))
    nominal_v = robot.battery.open_circuit_v
    if fault.kind == "weak-battery" and fault.value > nominal_v:
        return FaultProblem("fault-strong", fault_text(fault), volts=nominal_v)
    return None


def check_faults(robot: Robot, files: Sequence[RobotFault], faults: Sequence[RobotFault]) -> None:
    """FaultProblem where one of the faults cannot be on this robot, or not beside those in the files."""
    for fault in faults:
        known = breakable(robot, fault.kind)
        if fault.device and fault.device not in known:
            near = near_name(fault.device, known, alike=0.65)
            if near:
                raise FaultProblem("fault-device-near", fault_text(fault), name=fault.device, near=near)
            raise FaultProblem("fault-device", fault_text(fault), name=fault.device, known=", ".join(known))
    together = (*files, *faults)
    for i in range(len(files), len(together)):
        problem = clash(robot, together, i)
        if problem:
            raise problem


def begins_us(fault: RobotFault, step_us: int) -> int:
    """When the world takes notice of it: at its next step."""
    return -(-fault.at_ms * 1000 // step_us) * step_us


def with_faults(scene: Scene) -> Scene:
    """The physical scene with the figures and the wiring that its faults give the robot.

    It comes after `vary`: a seed neither charges a weak battery nor moves a plug.
    """
    robot = scene.robot
    for fault in scene.faults:
        if fault.kind == "swapped-motors":
            left, right = robot.left, robot.right
            robot = replace(robot, left=_plugged_as(left, right), right=_plugged_as(right, left))
        elif fault.kind == "reversed" and fault.device == "left":
            robot = replace(robot, left=_turned_round(robot.left))
        elif fault.kind == "reversed":
            robot = replace(robot, right=_turned_round(robot.right))
        elif fault.kind == "weak-battery":
            robot = replace(robot, battery=_weak(robot.battery, fault.value))
        elif fault.kind == "noisy-adc":
            robot = _noisy(robot, fault.value)
    return replace(scene, robot=robot)


def _plugged_as(motor: Motor, other: Motor) -> Motor:
    return replace(motor, pin_in1=other.pin_in1, pin_in2=other.pin_in2)


def _turned_round(motor: Motor) -> Motor:
    return replace(motor, pin_in1=motor.pin_in2, pin_in2=motor.pin_in1)


def _weak(battery: Battery, volts: float) -> Battery:
    return replace(battery, open_circuit_v=volts, resistance_ohm=battery.resistance_ohm * AGED_TIMES)


def _noisy(robot: Robot, times: float) -> Robot:
    return replace(
        robot,
        reflectance=tuple(replace(s, noise_mv=_times(s.noise_mv, times)) for s in robot.reflectance),
        parts=tuple(_noisy_part(part, times) for part in robot.parts),
    )


def _noisy_part(part: Part, times: float) -> Part:
    figures = tuple((name, _times(value, times) if name == "noise_mv" else value) for name, value in part.figures)
    return replace(part, figures=figures)


def _times(noise_mv: float, times: float) -> float:
    return min(noise_mv * times, MOST_NOISE_MV)
