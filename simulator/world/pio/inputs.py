"""The edges that a PIO's inputs have had and its blocks have not seen: kept until somebody looks.

Phases of encoders are seen one step late, as everywhere (see `encoders`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ...devices.pio.shared import Edge
from ..contacts import Change
from ..surroundings import Stretch

CYCLES_A_US = 125


class Outside:
    """What the blocks need of the world, as functions.

    `level(pin, t_us)`; `phases(stretch)`, the changes of all encoders' lines in a step; `others(after_us, until_us)`,
    all other changes of inputs; `ahead()`, the step just taken and those to come; `drive(pin, changes)`, what a block
    puts on a pin, each as (ns, level).
    """

    def __init__(
        self,
        level: Callable[[int, int], int],
        phases: Callable[[Stretch], list[Change]],
        others: Callable[[int, int], list[Change]],
        ahead: Callable[[], Iterator[Stretch]],
        drive: Callable[[int, Sequence[tuple[int, int]]], None],
    ) -> None:
        self.level = level
        self.phases = phases
        self.others = others
        self.ahead = ahead
        self.drive = drive


class PioInputs:
    """Times are µs. `taken_us` is the time up to which edges have been taken, `gathered_us` that of `gather`."""

    def __init__(self, outside: Outside, t_us: int) -> None:
        self._outside = outside
        self._began_us = self.taken_us = self.gathered_us = t_us
        self._queue: list[Change] = []
        self._steps: list[Stretch] = [next(iter(outside.ahead()))]  # whose edges are not in the queue yet

    def keep(self, stretch: Stretch) -> None:
        """A step has been taken; its edges are to come."""
        self._steps.append(stretch)

    def put(self, pin: int, level: int, t_us: int) -> None:
        """The board itself put a level on a pin."""
        self.gather(t_us)
        self._queue.append((t_us, pin, level))

    def gather(self, until_us: int) -> None:
        """Take note of the inputs that do not come with a step, before what they follow from is forgotten."""
        if until_us > self.gathered_us:
            self._queue += self._outside.others(self.gathered_us, until_us)
            self.gathered_us = until_us

    def take(self, until_us: int) -> list[Edge]:
        """The edges up to then, in order and in cycles; they are taken out of the queue."""
        self.gather(until_us)
        self.taken_us = until_us
        queue = self._queue
        if self._steps:
            for stretch in self._steps:
                queue += self._outside.phases(stretch)
            self._steps.clear()
        queue.sort()
        count = 0
        for change in queue:
            if change[0] > until_us:
                break
            count += 1
        began_us = self._began_us
        edges = [(at * CYCLES_A_US, pin, level) for at, pin, level in queue[:count] if at > began_us]
        del queue[:count]
        return edges

    def waiting(self) -> list[Change]:
        """Those that are in the queue or belong there, in no order."""
        waiting = list(self._queue)
        for stretch in self._steps:
            waiting += self._outside.phases(stretch)
        return [change for change in waiting if change[0] > self._began_us]


def in_cycles(changes: Iterable[Change]) -> list[Edge]:
    """The same with times as a block wants them."""
    return [(at * CYCLES_A_US, pin, level) for at, pin, level in changes]
