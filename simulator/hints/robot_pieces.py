"""The pieces of which the robot's errors are made, told in the reader's language: what is allowed, units, parts.

A piece is known by its English form, as `lib/rover` words it. Names that stand in a program's own code, such as `speed`
or `straight()`, and pieces of no known form stay as they are.
"""

import re

from ..messages import say

_WORDS = {
    "a function": "robot-function",
    "a bus of the board and its own scl and sda pins": "robot-a-bus",
    "the way": "robot-way",
    "the number of line sensors": "robot-sensors-number",
    "Motor left": "robot-motor-left",
    "Motor right": "robot-motor-right",
    "LineSensors": "robot-line-sensors",
    "RangeFinder": "robot-range-finder",
    "range finder": "robot-range-finder",
    "ColorSensor": "robot-color-sensor",
    "color sensor": "robot-color-sensor",
    "IMU": "robot-imu",
    "The IMU": "robot-imu",
    "gyro": "robot-gyro",
    "Battery": "robot-battery",
    "battery": "robot-battery",
    "Button": "robot-button",
    "bumper": "robot-bumper",
    "Buzzer": "robot-buzzer",
    "buzzer": "robot-buzzer",
    "Display": "robot-display",
    "display": "robot-display",
    "Gripper": "robot-gripper",
    "gripper": "robot-gripper",
    "Led": "robot-led",
    "Lights": "robot-lights",
    "lights": "robot-lights",
    "Servo": "robot-servo",
    "servo": "robot-servo",
    "I2C bus": "robot-i2c-bus",
    "This call": "robot-this-call",
    "encoder unit": "robot-encoder-unit",
    "none": "robot-none",
}
UNITS = {
    "mm": "robot-unit-mm",
    "mm/s": "robot-unit-mm-s",
    "mm/s²": "robot-unit-mm-s2",
    "mm/s^2": "robot-unit-mm-s2",
    "deg": "robot-unit-deg",
    "deg/s": "robot-unit-deg-s",
    "deg/s²": "robot-unit-deg-s2",
    "deg/s^2": "robot-unit-deg-s2",
    "ms": "robot-unit-ms",
    "s": "robot-unit-s",
    "µs": "robot-unit-us",
    "1/s": "robot-unit-per-s",
    "Hz": "robot-unit-hz",
    "%": "robot-unit-percent",
    "dots": "robot-unit-dots",
    "records": "robot-unit-records",
    "or None": "robot-unit-or-none",
    "mm, or negative": "robot-unit-mm-or-negative",
}
_RANGE = r"(?P<low>-?[\d.]+) to (?P<high>-?[\d.]+)"
_FORMS: tuple[tuple[str, str], ...] = (
    (rf"a whole number, {_RANGE} a minute", "robot-whole-minute"),
    (rf"{_RANGE} a minute", "robot-minute"),
    (rf"a whole number, {_RANGE}(?: (?P<unit>.+))?", "robot-whole"),
    (rf"{_RANGE}(?: (?P<unit>.+))?", "robot-range"),
    (r"one of (?P<some>.+), (?P<last>\([^()]+\)|[^,()]+)", "robot-one-of"),
    (r"one of (?P<last>[^,]+)", "robot-only"),
    (r"Motor (?P<name>.+)", "robot-motor"),
    (r"Bumper (?P<name>.+)", "robot-bumper-named"),
    (r"sensor (?P<number>\d+)", "robot-sensor"),
    (r"channel (?P<name>.+)", "robot-channel"),
    (r"pins (?P<a>\d+), (?P<b>\d+)", "robot-pins"),
    (r"echo pin (?P<number>\d+)", "robot-echo-pin"),
    (r"I2C address (?P<address>\w+)", "robot-i2c-address"),
    (r"(?P<number>-?\d+) ms", "robot-ms"),
    (r"(?P<voltage>\d+) mV \((?P<share>\d+) %\)", "robot-battery-level"),
)


def told_piece(lang: str, text: str) -> str:
    """The piece in that language; `text` itself where its form is not known, and in English, which is the robot's."""
    message_id, params = form_of(text)
    if not message_id or lang == "en":
        return text
    if "unit" in params:
        unit = params["unit"]
        params["unit"] = f" {say(lang, UNITS[unit])}" if unit in UNITS else f" {unit}" if unit else ""
    told = say(lang, message_id, **params)
    return told[0].lower() + told[1:] if text[0].islower() else told


def form_of(text: str) -> tuple[str, dict[str, str]]:
    """The message id of a piece and what it is filled with; "" where its form is not known."""
    if text in _WORDS:
        return _WORDS[text], {}
    for form, message_id in _FORMS:
        found = re.fullmatch(form, text)
        if found:
            return message_id, {name: value or "" for name, value in found.groupdict().items()}
    return "", {}
