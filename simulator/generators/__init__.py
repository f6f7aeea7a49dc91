"""Worlds from a seed: each kind is a pure function of its numbers and a seed, and gives the text of a world file."""

from collections.abc import Mapping

from ..messages import LANGUAGES, say
from ..seeds import MOST_SEED
from ..toml_text import table
from . import kegelring, maze, slalom, sumo, track, warehouse
from .draws import Draws
from .kind import GeneratorProblem, Kind, Option, check_range

KINDS: dict[str, Kind] = {
    "track": track.KIND,
    "maze": maze.KIND,
    "kegelring": kegelring.KIND,
    "slalom": slalom.KIND,
    "warehouse": warehouse.KIND,
    "sumo": sumo.KIND,
}

HEADER = """\
# Made by: {command}
# Lengths in mm, angles in degrees, counter-clockwise positive; x to the right, y up, from the mat's lower left corner.
# What comes later in the file is painted over what comes earlier.

"""

__all__ = ["KINDS", "GeneratorProblem", "Kind", "Option", "generate"]


def generate(kind: str, seed: int, given: Mapping[str, int]) -> str:
    """The world file of that kind and seed, the same text on every machine. `given` are the numbers that are not to be
    the kind's own; GeneratorProblem where one, or the seed, is out of range, or they do not go together."""
    check_range("seed", seed, 0, MOST_SEED)
    the_kind = KINDS[kind]
    numbers = the_kind.checked(given)
    paragraphs = the_kind.lay(numbers, Draws(seed, kind))
    titles = {lang: say(lang, f"generate-title-{kind}", seed=seed) for lang in LANGUAGES}
    text = HEADER.format(command=command_of(the_kind, seed, numbers))
    text += table("", {"id": f"{kind}-{seed}"}) + table("[title]", titles)
    text += "".join(table(part.head, part.keys, part.comment) for part in paragraphs)
    return text.rstrip("\n") + "\n"


def command_of(kind: Kind, seed: int, numbers: Mapping[str, int]) -> str:
    """The command that makes that world again; options that have their default are left out."""
    words = ["marshrut world generate", kind.name, f"--seed {seed}"]
    for option in kind.options:
        if numbers[option.name] != option.default:
            words.append(f"--{option.name.replace('_', '-')} {numbers[option.name]}")
    return " ".join(words)
