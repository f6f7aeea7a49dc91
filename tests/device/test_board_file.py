"""The pin map on the board and the robot file say the same about one robot."""

import ast
import itertools
import runpy
from pathlib import Path
from typing import Any

import pytest
from marshrut.simulator.scene import load_robot
from marshrut.simulator.scene.chips import profile_of
from marshrut.simulator.scene.model import Motor, Part, Robot

ROOT = Path(__file__).resolve().parents[2]
ROBOT_FILES = sorted((ROOT / "curriculum" / "robots").glob("*.toml"))


@pytest.fixture(scope="module", params=ROBOT_FILES, ids=lambda path: path.stem)
def robot(request: pytest.FixtureRequest) -> Robot:
    return load_robot(request.param)


@pytest.fixture(scope="module")
def board_path(robot: Robot) -> Path:
    return ROOT / "device" / "boards" / f"{robot.board}.py"


@pytest.fixture(scope="module")
def board(board_path: Path) -> dict[str, Any]:
    return runpy.run_path(str(board_path))


def test_it_is_plain_data(board_path: Path) -> None:
    docstring, *assignments = ast.parse(board_path.read_text(encoding="utf-8")).body
    assert isinstance(docstring, ast.Expr)
    assert all(isinstance(node, ast.Assign) for node in assignments)
    for node in assignments:
        assert isinstance(node, ast.Assign)
        ast.literal_eval(node.value)


@pytest.mark.parametrize("side", ["left", "right"])
def test_motors(board: dict[str, Any], robot: Robot, side: str) -> None:
    motor: Motor = getattr(robot, side)
    in1, in2, encoder_a, encoder_b, _unit, backward = board[f"{side.upper()}_MOTOR"]
    assert (in1, in2, encoder_a, encoder_b) == (motor.pin_in1, motor.pin_in2, motor.encoder_a, motor.encoder_b)
    assert backward == motor.reversed
    assert board["COUNTS_PER_TURN"] == motor.counts_per_turn
    assert board["WHEEL_DIAMETER_MM"] == motor.wheel_diameter_mm


def test_each_encoder_has_its_own_counter_unit(board: dict[str, Any]) -> None:
    assert board["LEFT_MOTOR"][4] != board["RIGHT_MOTOR"][4]


def test_free_speed_is_what_battery_and_motor_give(board: dict[str, Any], robot: Robot) -> None:
    motor = robot.left
    torque_constant = motor.back_emf_v_per_rad_s
    friction_ampere = motor.friction_mnm / 1000 / (motor.gear_ratio * motor.gear_efficiency * torque_constant)
    volts = robot.battery.open_circuit_v - friction_ampere * motor.resistance_ohm
    free_deg_s = volts / (torque_constant * motor.gear_ratio) * 57.3
    assert board["MOTOR_FREE_SPEED_DEG_S"] == pytest.approx(free_deg_s, rel=0.1)


def test_axle(board: dict[str, Any], robot: Robot) -> None:
    assert robot.left.wheel_y_mm - robot.right.wheel_y_mm == board["AXLE_TRACK_MM"]


def test_line_sensors_from_left_to_right(board: dict[str, Any], robot: Robot) -> None:
    sensors = sorted(robot.reflectance, key=lambda sensor: -sensor.y_mm)
    assert tuple(sensor.pin for sensor in sensors) == board["LINE_SENSORS"]
    gaps = {left.y_mm - right.y_mm for left, right in itertools.pairwise(sensors)}
    assert gaps == {board["LINE_SPACING_MM"]}
    assert sensors[0].y_mm == -sensors[-1].y_mm


def test_line_is_told_from_floor_before_any_calibration(board: dict[str, Any], robot: Robot) -> None:
    sensor = robot.reflectance[0]
    white, black = (volts / 3.3 * 65535 for volts in (sensor.white_v, sensor.black_v))
    assert white < board["LINE_WHITE"] < board["LINE_BLACK"] < black


def test_button_and_led(board: dict[str, Any], robot: Robot) -> None:
    (button,), (led,) = robot.buttons, robot.leds
    assert (button.pin, button.active_low) == (board["BUTTON"], board["BUTTON_ACTIVE_LOW"])
    named = profile_of(robot.board).BOARD_PINS
    assert led.pin == named.get(board["LED"], board["LED"])
    assert board["LED_ACTIVE_LOW"] is False


# Parts of a robot file by their chips, and the lines on which the pin map has them. A robot need not have all of them.


def parts_of(robot: Robot, *chips: str) -> list[Part]:
    return [part for part in robot.parts if part.chip in chips]


def test_parts_on_the_bus(board: dict[str, Any], robot: Robot) -> None:
    names = {"mpu6050": "IMU", "tcs34725": "COLOR_SENSOR", "ssd1306": "DISPLAY"}
    for part in parts_of(robot, *names):
        _bus, scl, sda = board["I2C"]
        assert (part.pin("scl"), part.pin("sda")) == (scl, sda)
        told = board[names[part.chip]]
        if part.chip == "ssd1306":
            assert told == (part.figure("address"), part.figure("width"), part.figure("height"))
        else:
            assert told == part.figure("address")


def test_range_finder(board: dict[str, Any], robot: Robot) -> None:
    for part in parts_of(robot, "hc-sr04", "vl53l0x"):
        ahead = part.id == "range"
        kind, *wiring = board["RANGE_FINDER"] if ahead else board["RANGE_FINDERS"][part.id.removeprefix("range-")]
        assert kind == part.chip
        if kind == "hc-sr04":
            assert wiring == [part.pin("trig"), part.pin("echo")]
        else:
            address, _bus, scl, sda = wiring
            assert (address, scl, sda) == (part.figure("address"), part.pin("scl"), part.pin("sda"))


def test_parts_on_a_pin_of_their_own(board: dict[str, Any], robot: Robot) -> None:
    for part in parts_of(robot, "sg90", "buzzer", "ws2812"):
        pin = part.pin("signal")
        if part.chip == "sg90":
            assert pin == board["SERVO"]
            assert board.get("GRIPPER", (pin,))[0] == pin
        elif part.chip == "buzzer":
            assert pin == board["BUZZER"]
        else:
            assert board["LIGHTS"] == (pin, part.figure("count"))


def test_battery(board: dict[str, Any], robot: Robot) -> None:
    for part in parts_of(robot, "battery-divider"):
        pin, ratio, full_mv, low_mv = board["BATTERY"]
        upper, lower = part.figure("upper_kohm"), part.figure("lower_kohm")
        assert (pin, ratio) == (part.pin("signal"), round(1000 * (upper + lower) / lower))
        assert low_mv < robot.battery.open_circuit_v * 1000 < full_mv


def test_bumpers(board: dict[str, Any], robot: Robot) -> None:
    found = {part.id.removesuffix("-bumper"): part.pin("signal") for part in parts_of(robot, "bump-switch")}
    if found:
        assert found == board["BUMPERS"]


def test_no_pin_has_two_parts(board: dict[str, Any]) -> None:
    """A gripper sits on the servo's pin: there is one of the two."""
    pins = [*board["LINE_SENSORS"], board["BUTTON"], board["LED"], *board.get("BUMPERS", {}).values()]
    for side in ("LEFT_MOTOR", "RIGHT_MOTOR"):
        pins += board[side][:4]
    pins += board.get("I2C", ())[1:]
    pins += [board[name] for name in ("SERVO", "BUZZER") if name in board]
    pins += [board[name][0] for name in ("LIGHTS", "BATTERY") if name in board]
    kind, *wiring = board.get("RANGE_FINDER", ("",))
    pins += wiring if kind == "hc-sr04" else wiring[2:]
    assert len(set(pins)) == len(pins)
