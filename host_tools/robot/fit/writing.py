"""The robot file with fitted figures: the same text, comments and all, with other numbers."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from marshrut.simulator.scene import load_robot
from marshrut.simulator.toml_lines import KeyPath, value_places

from ...out_file import whole_file
from .figures import MOTOR_FIELDS, SIDES, Fitted

DIGITS = 4  # that matter, of a fitted figure


def changed_text(text: str, values: Mapping[KeyPath, float]) -> str:
    """A TOML text in which these keys have these values. A key that its table has not is added at the table's end."""
    for path, value in values.items():
        places, number = value_places(text), _number(value)
        if path in places:
            begin, end = places[path]
            text = text[:begin] + number + text[end:]
        else:
            text = _added(text, places, path, f"{path[-1]} = {number}")
    for path, value in values.items():
        node: Any = tomllib.loads(text)
        for key in path:
            node = node[key]
        if node != float(_number(value)):
            raise ValueError(f"{path} has become {node}")
    return text


def paths_of(
    text: str, figures: Mapping[str, Fitted], sides_mm: tuple[float, float], sensors: Mapping[str, Mapping[str, Fitted]]
) -> dict[KeyPath, float]:
    """Where in that robot file each fitted figure stands. `sides_mm`: the places of the two wheels."""
    data = tomllib.loads(text)
    found: dict[KeyPath, float] = {}
    shared = {"inertia": ("chassis", "inertia_kg_cm2"), "grip": ("chassis", "grip")}
    shared |= {"battery-v": ("battery", "open_circuit_v"), "battery-ohm": ("battery", "resistance_ohm")}
    for name, figure in figures.items():
        side, _, kind = name.partition("-")
        if side in SIDES:
            found["motors", side, MOTOR_FIELDS[kind]] = figure.value
        elif name == "rotor":
            found |= _rotors(data, figure)
        elif name == "track":
            found |= {("motors", side, "wheel_y_mm"): place for side, place in zip(SIDES, sides_mm, strict=True)}
        else:
            found[shared[name]] = figure.value
    tables = data.get("reflectance", {}).get("sensor", [])
    for i, table in enumerate(tables):
        for key in ("white_v", "black_v"):
            if key in sensors.get(table["id"], {}):
                found["reflectance", "sensor", i, key] = sensors[table["id"]][key].value
    noises = [own["noise_mv"].value for own in sensors.values() if "noise_mv" in own]
    if noises and not any("noise_mv" in table for table in tables):
        found["reflectance", "noise_mv"] = sum(noises) / len(noises)
    return found


def write_robot(path: Path, text: str) -> None:
    """Put the file there, whole or not at all, once it has been read as a robot."""
    with whole_file(path) as partial:
        partial.write_text(text, encoding="utf-8", newline="\n")
        load_robot(partial)


def _rotors(data: dict[str, Any], figure: Fitted) -> dict[KeyPath, float]:
    key, motors = "rotor_inertia_g_cm2", data["motors"]
    own = [side for side in SIDES if key in motors[side]]
    found: dict[KeyPath, float] = {("motors", side, key): motors[side][key] * figure.value / figure.was for side in own}
    if len(own) < len(SIDES):
        found["motors", key] = motors[key] * figure.value / figure.was
    return found


def _added(text: str, places: Mapping[KeyPath, tuple[int, int]], path: KeyPath, pair: str) -> str:
    """In an inline table before its bracket, else in a line of its own after the table's last one."""
    table = path[:-1]
    if table in places:
        _, end = places[table]
        inside = text[: end - 1].rstrip()
        return f"{inside}, {pair} {text[end - 1 :]}"
    last = max(end for key, (_, end) in places.items() if key[:-1] == table)
    line_end = text.find("\n", last)
    line_end = len(text) if line_end < 0 else line_end
    return f"{text[:line_end]}\n{pair}{text[line_end:]}"


def _number(value: float) -> str:
    """Without an exponent, and with at least a digit after the point."""
    text = f"{float(f'{value:.{DIGITS}g}'):.10f}".rstrip("0")
    return text + "0" if text.endswith(".") else text
