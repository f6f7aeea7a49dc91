"""What the robot says to a wrong argument, pin or name: the text, word for word."""

import pytest

from .conftest import RunProgram, on_both

CASES = {
    "rover.drive.straight('far')": "distance is -20000 to 20000 mm; got 'far' [R02]",
    "rover.drive.straight(None)": "distance is -20000 to 20000 mm; got None [R02]",
    "rover.drive.straight(True)": "distance is -20000 to 20000 mm; got True [R02]",
    "rover.drive.turn(5000)": "angle is -3600 to 3600 deg; got 5000 [R02]",
    "rover.drive.turn(float('nan'))": "angle is -3600 to 3600 deg; got nan [R02]",
    "rover.drive.drive(700)": "speed is -600 to 600 mm/s; got 700 [R02]",
    "rover.drive.drive(100, 'left')": "turn_rate is -400 to 400 deg/s; got 'left' [R02]",
    "rover.drive.settings(straight_speed=0)": "straight_speed is 10 to 600 mm/s; got 0 [R02]",
    "rover.left_motor.dc(101)": "duty is -100 to 100 %; got 101 [R02]",
    "rover.left_motor.run([])": "speed is -2200 to 2200 deg/s; got [] [R02]",
    "rover.follower.follow('fast')": "speed is 0 to 600 mm/s; got 'fast' [R02]",
    "rover.follower.follow(200, until=500)": "until is a function; got 500 [R02]",
    "rover.follower.settings(slowdown=120)": "slowdown is 0 to 100 %; got 120 [R02]",
    "rover.line.calibrate(rover.drive, angle=5)": "angle is 25 to 90 deg; got 5 [R02]",
    "PID('a')": "kp is 0 to 1000; got 'a' [R02]",
    "Motor('left', 25, 99, 18, 19, 0)": (
        "Motor left: pin 99 does not exist on this board. Use a pin from rover_board for in2. [R04]"
    ),
    "Motor('left', 25, '26', 18, 19, 0)": (
        "Motor left: pin 26 does not exist on this board. Use a pin from rover_board for in2. [R04]"
    ),
    "Motor('left', 34, 26, 18, 19, 0)": "Motor left: pin 34 can only be an input. Use another pin for in1. [R05]",
    "from rover import LineSensors; LineSensors((36, 5), 12)": (
        "LineSensors: pin 5 cannot measure a voltage. Use an ADC pin for sensor 2. [R06]"
    ),
    "Motor('left', 25, 26, 18, 19, 70)": (
        "Motor left: unit 70 is not there. Use the encoder unit from rover_board. [R08]"
    ),
    "from rover.i2c import bus; bus((0, 99, 21))": (
        "I2C is a bus of the board and its own scl and sda pins; got (0, 99, 21) [R02]"
    ),
    "from rover.i2c import bus; bus((7, 16, 21))": (
        "I2C is a bus of the board and its own scl and sda pins; got (7, 16, 21) [R02]"
    ),
    "from rover import Drive": (
        "rover has no part called Drive. It has: Battery, Bumper, Button, Buzzer, ColorSensor, Display, DriveBase, "
        "Gripper, IMU, Led, Lights, LineFollower, LineSensors, Motion, Motor, Odometry, PID, RangeFinder, Rover, "
        "RoverError, Servo, StateMachine, StopWatch, Telemetry. [R03]"
    ),
}


@pytest.fixture(scope="module")
def answers(on_floor: RunProgram) -> dict[str, str]:
    """All cases in one program: each is tried and what it raises is printed."""
    lines = []
    for case in CASES:
        attempt = "\n".join("    " + part for part in case.split("; "))
        lines.append(f"try:\n{attempt}\n    print('nothing')\nexcept RoverError as error:\n    print(error)\n")
    ride = on_floor("".join(lines))
    assert ride.outcome.fault is None, ride.outcome.fault
    return dict(zip(CASES, ride.text.splitlines(), strict=True))


@pytest.mark.parametrize("case", CASES)
def test_message(answers: dict[str, str], case: str) -> None:
    assert answers[case] == CASES[case]


def test_an_error_carries_its_facts_as_data(on_floor: RunProgram) -> None:
    ride = on_floor(
        "try:\n    Motor('left', 25, 99, 18, 19, 0)\n"
        "except RoverError as error:\n    print(error.code, '|', error.part, '|', error.port, '|', error.value)"
    )
    assert ride.text.strip() == "R04 | Motor left | in2 | 99"


def test_pins_of_another_bus_are_named(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "from rover.i2c import bus\ntry:\n    bus((0, 7, 6))\nexcept RoverError as error:\n    print(error)",
        board="pico_rover",
    )
    assert ride.text.strip() == "I2C is a bus of the board and its own scl and sda pins; got (0, 7, 6) [R02]"


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_of_calls_that_nest_too_deep_the_error_itself_is_told(on_floor: RunProgram, runtime: str) -> None:
    fault = on_floor("def f():\n    return f()\nf()\n", runtime=runtime).outcome.fault
    assert fault is not None
    assert fault.cls in ("RecursionError", "RuntimeError") and "recursion" in fault.message
    assert fault.frames[0][1] != fault.frames[-1][1]
