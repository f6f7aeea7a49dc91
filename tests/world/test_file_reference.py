"""The page about robot and world files says every key of their shapes, in each language, with its default."""

import typing
from pathlib import Path

import pytest
from marshrut.simulator.scene.shapes import RobotShape, WorldShape
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

PAGES = Path(__file__).resolve().parents[2] / "docs" / "reference"
NEEDED = {"": "needed", ".ru": "нужен", ".kk": "керек"}


def models_in(annotation: typing.Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and not typing.get_args(annotation):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [model for argument in typing.get_args(annotation) for model in models_in(argument)]


def shapes(*roots: type[BaseModel]) -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = []
    todo = list(roots)
    while todo:
        model = todo.pop()
        if model not in found:
            found.append(model)
            todo += [inner for field in model.model_fields.values() for inner in models_in(field.annotation)]
    return found


def default_of(key: str, value: typing.Any, needed: str) -> str:
    if value is PydanticUndefined:
        return needed
    if value is None or value == ():
        return "—"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if key == "address":
        return f"`0x{value:02x}`"
    return f"`{value:g}`" if isinstance(value, (int, float)) else f"`{value}`"


def rows_of(page: str) -> list[set[tuple[str, str]]]:
    """The (key, default) pairs of each table; the keys of a part's pins are told as `pins.sda`."""
    tables: list[set[tuple[str, str]]] = []
    for block in page.split("| --- | --- | --- | --- | --- |\n")[1:]:
        lines = block.partition("\n\n")[0].splitlines()
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        tables.append({(cell[0].strip("`"), cell[3]) for cell in cells})
    return tables


@pytest.mark.parametrize("lang", NEEDED)
def test_no_key_of_a_robot_or_world_file_is_missing(lang: str) -> None:
    tables = rows_of((PAGES / f"robot-and-world-files{lang}.md").read_text(encoding="utf-8"))
    models = shapes(RobotShape, WorldShape)
    assert len(models) > 35
    for model in models:
        keys = {(key, default_of(key, field.default, NEEDED[lang])) for key, field in model.model_fields.items()}
        as_pins = {(f"pins.{key}", default) for key, default in keys}
        assert any(keys == {row for row in table if not row[0].startswith("pins.")} for table in tables) or any(
            as_pins == {row for row in table if row[0].startswith("pins.")} for table in tables
        ), f"{model.__name__}: {sorted(keys)}"


def test_limits_are_the_same_in_each_language() -> None:
    def limits(lang: str) -> list[str]:
        page = (PAGES / f"robot-and-world-files{lang}.md").read_text(encoding="utf-8")
        cells = [line.split("|")[3] for line in page.splitlines() if line.startswith("| `")]
        return ["".join(char for char in cell if char in "0123456789.x–…-") for cell in cells]

    assert limits("") == limits(".ru") == limits(".kk")
    assert "1–100000" in limits("")
