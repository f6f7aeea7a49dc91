"""What a seed draws: whole numbers from a hash, the same on every machine and in every version of Python."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")

_WORDS = 4  # numbers of 64 bits in one digest


class Draws:
    """Numbers one after the other; `stream` keeps those of one kind of world apart from another's."""

    def __init__(self, seed: int, stream: str) -> None:
        self._name = f"{stream}/{seed}"
        self._count = 0
        self._digest = b""

    def below(self, count: int) -> int:
        """A whole number from 0 to `count` - 1, each as likely as the others to within count / 2⁶⁴."""
        block, word = divmod(self._count, _WORDS)
        if word == 0:
            self._digest = hashlib.sha256(f"{self._name}/{block}".encode()).digest()
        self._count += 1
        return int.from_bytes(self._digest[8 * word : 8 * word + 8], "little") % count

    def between(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`, both among them."""
        return least + self.below(most - least + 1)

    def happens(self, percent: int) -> bool:
        return self.below(100) < percent

    def one_of(self, items: Sequence[Item]) -> Item:
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        rest = list(items)
        for i in range(len(rest) - 1, 0, -1):
            j = self.below(i + 1)
            rest[i], rest[j] = rest[j], rest[i]
        return rest
