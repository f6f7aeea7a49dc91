"""What holds for everything on a mat: a name of its own, and a place on it."""

from ..toml_file import FileProblem, TomlFile
from ..toml_lines import KeyPath
from .model import Mat, Point


def double_names(file: TomlFile, named: list[tuple[KeyPath, str]]) -> list[FileProblem]:
    seen: list[str] = []
    faults = []
    for place, name in named:
        if name in seen:
            at = (*place, "id")
            faults.append(file.problem(at, "name-twice", key=file.name(at), name=name))
        seen.append(name)
    return faults


def off_mat(file: TomlFile, place: KeyPath, name: str, mat: Mat, points: list[Point]) -> list[FileProblem]:
    for x, y in points:
        if not (0 <= x <= mat.width_mm and 0 <= y <= mat.height_mm):
            size = {"width": mm(mat.width_mm), "height": mm(mat.height_mm)}
            return [file.problem(place, "off-mat", id=name, x=mm(x), y=mm(y), **size)]
    return []


def mm(value: float) -> str:
    return f"{value:.0f}"
