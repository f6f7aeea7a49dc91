"""What a variant is called, with the round for which its world was drawn."""

from marshrut.simulator.messages import say
from marshrut.simulator.result import Result
from marshrut.simulator.tasks.catalogue import find_variant
from marshrut.simulator.tasks.model import Task, Variant


def variant_title(task: Task, result: Result, lang: str) -> str:
    """That of a run."""
    return title_in_round(find_variant(task, result.variant), result.draw.round if result.draw else 0, lang)


def title_in_round(variant: Variant, round_seed: int, lang: str) -> str:
    """The round counts only where the world is drawn."""
    title = variant.title.of(lang)
    return title if variant.draw is None else say(lang, "variant-of-round", title=title, round=str(round_seed))
