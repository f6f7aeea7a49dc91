"""A jumper wire between two pins: what the program puts on one end is seen at the other."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ..scene.model import Part
from .ports import Device, Surroundings

KEPT = 4096  # settings of one end; older ones nobody asks for
MOST_TO_COME = 10 * KEPT  # levels that are being played: what comes on top is not seen
FULL = 65535
MOST_HZ = 100_000  # of a PWM whose edges are seen; a faster one is the level that it is for more than half of the time
US = 1_000_000


class Setting(NamedTuple):
    """What one end was set to: a level, or a PWM whose periods begin at `begun_us`, high part first."""

    duty: int
    hz: int  # 0: a level
    begun_us: int

    def level(self, t_us: int) -> int:
        if not self.hz:
            return int(self.duty > FULL // 2)
        return int((t_us - self.begun_us) * self.hz % US * FULL < self.duty * US)

    def next_change(self, after_us: int, until_us: int) -> int | None:
        """The first whole µs in after < t <= until at which the level is another than at `after_us`."""
        if not self.hz or self.duty in (0, FULL):
            return None
        level, t_us = self.level(after_us), after_us
        while t_us < until_us:
            # times in millionths of a period; a part of a period may lie between two µs
            place = (t_us - self.begun_us) * self.hz
            period = place - place % US
            fall = period - -self.duty * US // FULL
            t_us = self.begun_us - -(fall if place < fall else period + US) // self.hz
            if t_us <= until_us and self.level(t_us) != level:
                return t_us
        return None


class JumperWire(Device):
    """An end that the program does not drive lets go of the other."""

    LISTENS = ("a", "b")
    DRIVES = ("a", "b")

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        super().__init__(part, surroundings, seed)
        self._settings: dict[str, tuple[list[int], list[Setting]]] = {"a": ([], []), "b": ([], [])}  # since when, what

    def set_line(self, line: str, duty: int, freq_hz: int, t_us: int) -> None:
        times, settings = self._settings["b" if line == "a" else "a"]
        while times and times[-1] > t_us:  # what was to be played
            del times[-1], settings[-1]
        last = settings[-1] if settings else None
        if 0 < freq_hz <= MOST_HZ:  # another duty leaves the periods where they are
            setting = Setting(duty, freq_hz, last.begun_us if last and last.hz == freq_hz else t_us)
        else:
            setting = Setting(FULL * (duty > FULL // 2), 0, 0)
        if setting != last:
            times.append(t_us)
            settings.append(setting)
            if len(times) > KEPT:
                del times[0], settings[0]

    def play(self, line: str, changes: Sequence[tuple[int, int]], now_us: int) -> None:
        """Levels to come of one end, as (µs, level) in order of time: all older ones are forgotten but the present."""
        times, settings = self._settings["b" if line == "a" else "a"]
        passed = max(0, bisect_right(times, now_us) - 1)
        del times[:passed], settings[:passed]
        for t_us, level in changes[: max(0, MOST_TO_COME - len(times))]:
            times.append(t_us)
            settings.append(Setting(FULL * level, 0, 0))

    def level(self, line: str, t_us: int) -> int | None:
        times, settings = self._settings[line]
        passed = bisect_right(times, t_us)
        return settings[passed - 1].level(t_us) if passed else None

    def next_change(self, line: str, after_us: int, until_us: int) -> tuple[int, int] | None:
        times, settings = self._settings[line]
        level = self.level(line, after_us)
        t_us = after_us
        while True:
            at = bisect_right(times, t_us)
            end_us = times[at] if at < len(times) else until_us + 1
            change_us = settings[at - 1].next_change(t_us, min(end_us - 1, until_us)) if at else None
            if change_us is not None:
                return change_us, 1 - settings[at - 1].level(t_us)
            if end_us > until_us:
                return None
            t_us = end_us
            if (now := self.level(line, t_us)) != level and now is not None:
                return t_us, now
