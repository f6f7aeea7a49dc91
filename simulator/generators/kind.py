"""What a kind of generated world is: its options, and the function that lays it out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..problems import Problem
from ..toml_text import Value
from .draws import Draws

Numbers = Mapping[str, int]
Keys = Mapping[str, Value]
Corners = list[list[float]]

MOST_MAT_MM = 20_000  # a side of a mat, as world files have it


class GeneratorProblem(Problem):
    """No such world can be made: a number out of its range, or numbers that do not go together."""


@dataclass(frozen=True, slots=True)
class Option:
    """A whole number that says how the world is to be; its name ends in its unit."""

    name: str
    default: int
    least: int
    most: int
    help: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One table of the world file."""

    head: str
    keys: Keys
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """`lay` gets every option's number and the seed's draws, and answers with the tables below the title."""

    name: str
    help: str
    options: tuple[Option, ...]
    lay: Callable[[Numbers, Draws], list[Paragraph]]

    def checked(self, given: Numbers) -> dict[str, int]:
        """Every option's number, given or by default. GeneratorProblem where one is unknown or out of its range."""
        known = {option.name: option for option in self.options}
        for name in given:
            if name not in known:
                raise GeneratorProblem("generate-option", name=name, kind=self.name, known=", ".join(known))
        numbers = {option.name: given.get(option.name, option.default) for option in self.options}
        for option in self.options:
            got = numbers[option.name]
            check_range(option.name, got, option.least, option.most)
        return numbers


def check_range(name: str, got: int, least: int, most: int) -> None:
    """GeneratorProblem where it is out of that range."""
    if not least <= got <= most:
        raise GeneratorProblem("generate-range", name=name, got=got, least=least, most=most)


def too_narrow(kind: str, why: str, needed: int = 0, has: int = 0) -> GeneratorProblem:
    """Numbers that are each in range and do not go together: `why` is a word of the message."""
    return GeneratorProblem("generate-no-room", kind=kind, why=why, needed=needed, has=has)


def check_mat(kind: str, width_mm: int, height_mm: int) -> None:
    """GeneratorProblem where numbers that are each in range make a mat larger than there are."""
    longest = max(width_mm, height_mm)
    if longest > MOST_MAT_MM:
        raise too_narrow(kind, "mat", longest, MOST_MAT_MM)


def mat(width_mm: float, height_mm: float, colour: str = "#ffffff", comment: str = "") -> Paragraph:
    return Paragraph("[mat]", {"width_mm": width_mm, "height_mm": height_mm, "colour": colour}, comment)


def start(name: str, x_mm: float, y_mm: float, heading_deg: float, comment: str = "") -> Paragraph:
    keys: Keys = {"id": name, "x_mm": x_mm, "y_mm": y_mm, "heading_deg": heading_deg}
    return Paragraph("[[start]]", keys, comment)


def rectangle(x_mm: float, y_mm: float, width_mm: float, height_mm: float) -> Corners:
    """Corners from the lower left one, counter-clockwise."""
    right, top = x_mm + width_mm, y_mm + height_mm
    return [[x_mm, y_mm], [right, y_mm], [right, top], [x_mm, top]]
