"""What a pupil's program may use, pinned: a name that goes or comes is a decision and not an accident."""

import ast
from pathlib import Path

import pytest

from .conftest import LIB, RunProgram

ROVER = LIB / "rover"
METHODS = {
    ("motor", "Motor"): (
        "dc run run_time run_angle run_target run_until_stalled hold brake stop angle reset_angle speed stalled done"
    ),
    ("drivebase", "DriveBase"): (
        "settings straight turn turn_to curve arc drive set_effort arcade stop brake distance angle reset pose "
        "reset_pose use_gyro done stalled"
    ),
    ("motion", "Motion"): "done wait",
    ("odometry", "Odometry"): "reset pose x y angle exact",
    ("line_sensors", "LineSensors"): (
        "read read_calibrated position on_line left_branch right_branch calibrate load calibrated calibration polarity "
        "dead"
    ),
    ("line_follower", "LineFollower"): "settings follow follow_until event update",
    ("pid", "PID"): "settings reset update",
    ("button", "Button"): "pressed released held hold_time was_pressed wait_pressed wait_released",
    ("led", "Led"): "on off toggle blink",
    ("lights", "Lights"): "set fill off brightness show",
    ("servo", "Servo"): "pulses angle move off",
    ("gripper", "Gripper"): "open close off",
    ("buzzer", "Buzzer"): "beep play stop",
    ("telemetry", "Telemetry"): "add start stop clear count dropped save print",
    ("state_machine", "StateMachine"): "state transition now time start step run draw",
    ("range_finder", "RangeFinder"): "distance closer_than wait_closer_than wait_farther_than",
    ("imu", "IMU"): ("calibrate ready heading reset_heading rate stationary acceleration tilt settings"),
    ("color_sensor", "ColorSensor"): "color rgb hsv reflection calibrate_white",
    ("bumper", "Bumper"): "pressed wait_pressed wait_released",
    ("battery", "Battery"): "voltage level low",
    ("display", "Display"): "print text number clear canvas show",
    ("stopwatch", "StopWatch"): "time pause resume reset",
    ("robot", "Rover"): (
        "left_motor right_motor drive line follower button led odometry range imu color display battery bumper lights "
        "servo gripper buzzer telemetry every stop"
    ),
}
# Methods that other parts of the runtime call; not in a pupil's words, but they may not vanish either.
FOR_PARTS = {
    ("motor", "Motor"): "take give_back",
    ("line_sensors", "LineSensors"): "use watch least_wide sides",
    ("motion", "Motion"): "finish make_way send throw close",
    ("imu", "IMU"): "turned prepare",
}


# What Motor and DriveBase are made of.
INSIDE = {
    ("wheel", "Wheel"): "held count mark silent frozen against fast strained at_rest control shift short release",
    ("drive_control", "DriveControl"): (
        "odometry gone_twice turned_twice engage engaged forward_steps turn_steps steer let_go"
    ),
}


@pytest.mark.parametrize("module_and_class", [*METHODS, *INSIDE], ids=lambda pair: pair[1])
def test_public_methods(module_and_class: tuple[str, str]) -> None:
    module, name = module_and_class
    tree = ast.parse((ROVER / f"{module}.py").read_text(encoding="utf-8"))
    (definition,) = (node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    public = {
        node.name for node in definition.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }
    pinned = {**INSIDE, **METHODS}[module_and_class]
    assert public == set(pinned.split()) | set(FOR_PARTS.get(module_and_class, "").split())


def test_everything_public_says_what_it_does() -> None:
    for path in sorted(ROVER.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), path
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{path.name}: {node.name}"


def test_every_exported_name_is_there(on_floor: RunProgram) -> None:
    tree = ast.parse((ROVER / "__init__.py").read_text(encoding="utf-8"))
    table = next(node for node in tree.body if isinstance(node, ast.Assign))
    exported = sorted(ast.literal_eval(table.value))
    assert exported == sorted([name for _, name in METHODS] + ["RoverError"])
    ride = on_floor(f"from rover import {', '.join(exported)}\nprint('all')")
    assert ride.said == ["all"]


def test_making_a_rover_touches_nothing(on_line: RunProgram) -> None:
    """No pin, timer or sensor, and no module of a part, before that part is asked for."""
    names = "print(*sorted(name for name in sys.modules if name.startswith('rover.')))\n"
    ride = on_line(names + "rover.led.on()\n" + names, setup="import sys\nfrom rover import Rover\nrover = Rover()\n")
    before, after = ride.text.splitlines()
    assert before == "rover.robot"
    assert after == "rover.led rover.pins rover.robot"
    assert {pin for _, _, pin, _ in ride.trace.outputs} == {2}


@pytest.mark.parametrize("path", sorted(ROVER.glob("*.py")), ids=lambda path: path.stem)
def test_the_board_compiles_it(path: Path) -> None:
    from marshrut.simulator.syntax_gate import syntax_fault

    assert syntax_fault(path.name, path.read_text(encoding="utf-8")) is None
