"""What the board's own modules complain of: pins, buses, PWM, timers, its radio, and devices that do not answer.

Their texts are in `simulator/board`, and are those of the real board: short English without a number. The number is
taken from the program's line where one can be told there.
"""

import ast
import re

from ..messages import Param
from ..source_text import UNREADABLE
from .model import Caught, Hint, group_of, groups_of

_FORMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("hint-soft-i2c", r"^I2C operation not supported", ()),
    ("hint-timer-number", r"^Timer(?:\(-?\d+\))? doesn't exist", ()),
    ("hint-unit", r"^(\w+)\((-?\d+)\) doesn't exist", ("kind", "number")),
    (
        "hint-pin-external",
        r"^expecting a regular GPIO Pin$|\bare (?:not )?supported for (?:external pins|this pin)$",
        (),
    ),
    ("hint-bus-pin", r"^bad (\w+) pin$", ("signal",)),
    ("hint-pwm-frequency", r"^(?:freq too (?:small|large)$|frequency must be from 1Hz)", ()),
    ("hint-range", r"^(\w+) must be from (-?\d+) to (\d+)", ("name", "least", "most")),
    ("hint-pwm-full", r"^out of PWM (?:timers|channels)", ()),
    ("hint-timer-period", r"^Timer period is too short", ()),
    ("hint-not-simulated", r"^(\w+) is not simulated", ("name",)),
    ("hint-radio-start", r"^Wifi Not Started", ()),
    ("hint-radio", r"(?:^there is no (?:Wi-Fi|Bluetooth) in the simulator|^Wifi Not Connected)", ()),
)
_NO_ANSWER = (5, 19)  # EIO, ENODEV
_SLOW = (110, 116)  # ETIMEDOUT
_UNREACHABLE = (107, 113, 118, 128)  # ENOTCONN, EHOSTUNREACH
_NO_NAME = -2  # EAI_NONAME
_FILES = {2: "hint-flash-missing", 17: "hint-flash-exists", 28: "hint-flash-full"}
_I2C_CALL = re.compile(r"\b(?:readfrom|writeto|writevto)(?:_\w+)?\b")


def read_board(error: Caught) -> Hint | None:
    """An error that the board's modules raise with words."""
    pin = _read_pin(error)
    if pin is not None:
        return pin
    for message_id, form, names in _FORMS:
        found = re.search(form, error.text)
        if found:
            return Hint(message_id, dict(zip(names, found.groups(), strict=True)))
    return None


def read_os(error: Caught) -> Hint | None:
    """An error that the board's modules raise with a number, or with words."""
    number = group_of(r"^(?:\[Errno )?(-?\d+)(?:$|\])", error.text)  # any other number in it is the program's own
    if not number:
        return read_board(error)
    errno = int(number)
    if errno in _FILES:
        name = group_of(r": '?([^']+)'?$", error.text)
        return Hint(_FILES[errno], {"named": int(bool(name)), "name": name})
    if errno in _UNREACHABLE or errno == _NO_NAME:
        return Hint("hint-radio")
    on_i2c = bool(_I2C_CALL.search(error.line))
    if on_i2c and errno in (*_NO_ANSWER, *_SLOW):
        return _nobody_answers(error)
    return Hint("hint-device") if errno in _NO_ANSWER else Hint("hint-device-slow") if errno in _SLOW else None


def _read_pin(error: Caught) -> Hint | None:
    text, named = error.text, group_of(r'^unknown named pin "(.+)"', error.text)
    if named:
        return _pin("hint-pin", named)
    for message_id, words in (
        ("hint-pin-input", ("pin can only be input",)),
        ("hint-pin-adc", ("Pin doesn't have ADC capabilities", "no matching ADC")),
        ("hint-pin-adc" if "ADC" in error.line else "hint-pin", ("invalid pin",)),
    ):
        if text in words:
            # Of several pins in a line the one at fault cannot be told; pins that PWM and Pin share a line are one.
            numbers = set(re.findall(r"\b(?:Pin|ADC|PWM)\(\s*(-?\d+|'\w+'|\"\w+\")", error.line))
            return _pin(message_id, numbers.pop().strip("'\"") if len(numbers) == 1 else "")
    return None


def _pin(message_id: str, pin: str) -> Hint:
    return Hint(message_id, {"named": int(bool(pin)), "pin": pin})


def _nobody_answers(error: Caught) -> Hint:
    address = _address(error)
    sda, scl = _bus_pins((error.source, *error.sources))
    params: dict[str, Param] = {
        "addressed": int(bool(address)), "address": address, "wired": int(bool(sda)), "sda": sda, "scl": scl
    }  # fmt: skip
    return Hint("hint-i2c", params)


def _address(error: Caught) -> str:
    """The address in the call itself: a number, or a name that the file gives one number only."""
    word = groups_of(
        (r"\b(?:readfrom|writeto|writevto)(?:_\w+)?\(\s*(?:addr=)?(0x[0-9a-fA-F]+|\w+)\s*[,)]",), error.line
    )
    if not word:
        return ""
    try:
        return f"0x{int(word[0], 0):02x}"
    except ValueError:
        given = set(re.findall(rf"^\s*{word[0]}\s*=\s*(?:const\()?(0x[0-9a-fA-F]+|\d+)\b", error.source, re.M))
        return f"0x{int(given.pop(), 0):02x}" if len(given) == 1 else ""


def _bus_pins(sources: tuple[str, ...]) -> tuple[str, str]:
    """The numbers of sda and scl where the program makes one I2C bus and writes them out, else nothing."""
    buses: set[tuple[str, str]] = set()
    for source in sources:
        try:
            tree = ast.parse(source)
        except UNREADABLE:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ("I2C", "SoftI2C"):
                given = {
                    word.arg: group_of(r"^(?:\w+\.)?(?:Pin\()?(\d+)\b", ast.unparse(word.value))
                    for word in node.keywords
                }
                buses.add((given.get("sda", ""), given.get("scl", "")))
    sda, scl = buses.pop() if len(buses) == 1 else ("", "")
    return (sda, scl) if sda and scl else ("", "")
