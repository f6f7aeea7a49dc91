"""What a result's variant is called, with the round for which its world was drawn."""

from marshrut.simulator.messages import say
from marshrut.simulator.result import Result
from marshrut.simulator.tasks.catalogue import find_variant
from marshrut.simulator.tasks.model import Task


def variant_title(task: Task, result: Result, lang: str) -> str:
    title = find_variant(task, result.variant).title.of(lang)
    return title if result.draw is None else say(lang, "variant-of-round", title=title, round=str(result.draw.round))
