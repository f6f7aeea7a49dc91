"""What a watch is: it looks at every state, after all that happened until then, for the one thing that a rule asks."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...messages import Param

Params = dict[str, Param]


class Found(NamedTuple):
    """`item` is the object that it is about, "" for none; `params` are what its sentence tells."""

    item: str
    params: Params


class Watch:
    """`items` are the objects that it can find something about, ("",) where it is about none."""

    items: tuple[str, ...] = ("",)
    lasting = True  # it is so or not at any time; else it happens at a moment

    def look(self, t_us: int) -> Iterator[Found]:
        """What has come about in the state at that time; it may come about again later."""
        raise NotImplementedError

    def at_end(self, ended: str) -> Iterator[Found]:
        """What the end of the run brings about; `ended` is how it came, by the program or by the clock."""
        return iter(())

    def holds(self, item: str) -> bool:
        """Whether it is so now; of what happens at a moment: whether it has happened."""
        raise NotImplementedError

    def missing(self, item: str) -> Params:
        """What the sentence tells about that which has not come about until now."""
        return {}


class Happening(Watch):
    """Of something that happens at a moment and is not undone; its `look` notes it by `_tell`."""

    lasting = False

    def __init__(self) -> None:
        self._happened = False

    def _tell(self, **params: Param) -> Iterator[Found]:
        self._happened = True
        yield Found("", params)

    def holds(self, item: str) -> bool:
        return self._happened


class Standing(Watch):
    """Of something that is so or not: told each time that it becomes so."""

    def __init__(self) -> None:
        self._so: set[str] = set()

    def look(self, t_us: int) -> Iterator[Found]:
        for item in self._changed():
            if not self.holds(item):
                self._so.discard(item)
            elif item not in self._so:
                self._so.add(item)
                yield Found(item, self._facts(item))

    def _changed(self) -> Iterable[str]:
        """The items for which it may have changed since the last state."""
        return self.items

    def _facts(self, item: str) -> Params:
        """What the sentence tells about that which has come about."""
        return {}
