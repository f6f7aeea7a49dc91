"""Every fault of a file in words: a line for each, so that it is put right in one go."""

from collections.abc import Iterator

from marshrut.simulator.messages import say
from marshrut.simulator.toml_file import FileProblem

MOST_FAULTS = 20  # of one file are told


def faults_told(first: FileProblem, lang: str) -> Iterator[str]:
    """Of very many faults the first."""
    faults = [first, *first.others]
    yield from (fault.tell(lang) for fault in faults[:MOST_FAULTS])
    if len(faults) > MOST_FAULTS:
        yield say(lang, "more-faults", count=len(faults) - MOST_FAULTS)
