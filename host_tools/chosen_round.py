"""Which round a run is made for: `--round`, as `marshrut sim`, `task match` and `marshrut board` take it."""

from marshrut.simulator.tasks.model import Variant
from marshrut.simulator.tasks.rounds import FIRST_ROUND

from .choices import whole_number
from .usage import UsageProblem


def round_of(variant: Variant, text: str | None) -> int:
    """UsageProblem where a round is asked for and the world is a file's, the same in each."""
    if text is None:
        return FIRST_ROUND
    if variant.draw is None:
        raise UsageProblem("round-undrawn", variant=variant.id)
    return whole_number("--round", text)
