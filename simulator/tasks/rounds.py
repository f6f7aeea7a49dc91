"""The world of a variant in a round: its file, or the one that the round's seed draws, the same for all who take part.

The seed of a run is another one: it varies robot and mat, the round's what stands where.
"""

from ..generators import generate
from ..toml_file import NamedText, Source
from .model import Task, Variant

FIRST_ROUND = 1  # where nobody says which


def world_of(task: Task, variant: Variant, round_seed: int = FIRST_ROUND) -> Source:
    """GeneratorProblem where that round has no such world."""
    if variant.draw is None:
        return task.world_path(variant)
    name = f"{task.id}:{variant.id}:{round_seed}"
    return NamedText(name, generate(variant.draw.kind, round_seed, variant.draw.numbers))


def draw_of(variant: Variant, round_seed: int) -> dict[str, str | int] | None:
    """What a trace says of the draw; None where the world is a file's."""
    return None if variant.draw is None else {"kind": variant.draw.kind, "round": round_seed}
