"""A jumper wire between two pins: what the program puts on one end is seen at the other."""

from bisect import bisect_right

from ..scene.model import Part
from .ports import Device, Surroundings

KEPT = 4096  # changes of one end; older ones nobody asks for


class JumperWire(Device):
    """An end that the program does not drive lets go of the other."""

    LISTENS = ("a", "b")
    DRIVES = ("a", "b")

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        super().__init__(part, surroundings, seed)
        self._changes: dict[str, tuple[list[int], list[int]]] = {"a": ([], []), "b": ([], [])}  # times, levels

    def set_line(self, line: str, duty: int, freq_hz: int, t_us: int) -> None:
        level = int(duty > 32767)
        times, levels = self._changes["b" if line == "a" else "a"]
        if not levels or levels[-1] != level:
            times.append(t_us)
            levels.append(level)
            if len(times) > KEPT:
                del times[0], levels[0]

    def level(self, line: str, t_us: int) -> int | None:
        times, levels = self._changes[line]
        passed = bisect_right(times, t_us)
        return levels[passed - 1] if passed else None

    def next_change(self, line: str, after_us: int, until_us: int) -> tuple[int, int] | None:
        times, levels = self._changes[line]
        at = bisect_right(times, after_us)
        return (times[at], levels[at]) if at < len(times) and times[at] <= until_us else None
