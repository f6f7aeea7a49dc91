"""A passive piezo buzzer on a pin: it sounds as the pin swings. What it plays is in the trace by pin ("o" and "f")."""

from ..appearance import tone_text
from ..scene.model import Part
from .ports import Device, Surroundings

LOWEST_HZ = 20  # slower is heard as clicks
FULL = 65535


class Buzzer(Device):
    LISTENS = ("signal",)

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        super().__init__(part, surroundings, seed)
        self._tone = 0, 0
        self._risen_us: int | None = None  # of a wave that a program makes itself, level by level
        self._fell_us = 0
        self._ends_us: int | None = None  # when such a wave is over unless the next edge comes

    def set_line(self, line: str, duty: int, freq_hz: int, t_us: int) -> None:
        if freq_hz:
            percent = (100 * duty + FULL // 2) // FULL
            self._tone = (freq_hz, percent) if 0 < percent < 100 and freq_hz >= LOWEST_HZ else (0, 0)
            self._risen_us = self._ends_us = None
        elif duty <= FULL // 2:
            if self._ends_us is None:
                self._tone = 0, 0
            self._fell_us = t_us
        else:
            period_us = t_us - self._risen_us if self._risen_us is not None else 0
            high_us = self._fell_us - self._risen_us if self._risen_us is not None else 0
            if 0 < high_us < period_us <= 1_000_000 // LOWEST_HZ:
                self._tone = (1_000_000 + period_us // 2) // period_us, max(1, 100 * high_us // period_us)
                self._ends_us = t_us + 2 * period_us
            else:
                self._tone = 0, 0
            self._risen_us = t_us

    def shown(self, t_us: int) -> str:
        """The tone that sounds (`appearance.tone_text`)."""
        if self._ends_us is not None and t_us > self._ends_us:
            self._tone, self._ends_us = (0, 0), None
        return tone_text(*self._tone)
