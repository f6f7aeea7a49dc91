"""SG90, a hobby servo: the length of a pulse every 20 ms says which way its arm points.

Tower Pro's data sheet: 50 Hz, 0.1 s for 60 degrees without load at 4.8 V. Its pulses of 1 to 2 ms are nominal for the
middle of the range; as sold it goes from 0 to 180 degrees between 500 and 2400 µs.
"""

from ..appearance import angle_text
from ..scene.model import Part
from .ports import Device, Surroundings

SHORTEST_US, LONGEST_US = 500, 2400
MOST_MDEG = 180_000
MDEG_PER_MS = 600
BEYOND_US = 150  # a pulse up to so far outside the range drives the arm to its stop; others are no pulses
SHORTEST_PERIOD_US, LONGEST_PERIOD_US = 5_000, 50_000  # between two pulses; later the motor lets go
MIDDLE_MDEG = 90_000


class Sg90(Device):
    """It stands in the middle when the run begins, and holds its angle where no signal comes (its gears rub)."""

    LISTENS = ("signal",)

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        super().__init__(part, surroundings, seed)
        self._from_mdeg = self._target_mdeg = MIDDLE_MDEG
        self._since_us = 0  # when it was at `_from_mdeg`
        self._until_us: int | None = None  # when it lets go, None while a PWM goes on
        self._risen_us: int | None = None  # of a pulse that a program makes itself

    def set_line(self, line: str, duty: int, freq_hz: int, t_us: int) -> None:
        if freq_hz and 0 < duty < 65535:
            self._risen_us = None
            period_us = 1_000_000 // freq_hz
            if SHORTEST_PERIOD_US <= period_us <= LONGEST_PERIOD_US:
                self._aim(duty * 1_000_000 // (65535 * freq_hz), None, t_us)
            else:
                self._let_go(t_us)
        elif duty > 32767:
            self._let_go_unless_pulsed(t_us)
            self._risen_us = t_us
        elif self._risen_us is not None:
            self._aim(t_us - self._risen_us, t_us + LONGEST_PERIOD_US, t_us)
            self._risen_us = None
        else:
            self._let_go_unless_pulsed(t_us)

    def angle_mdeg(self, t_us: int) -> int:
        """Where the arm is, thousandths of a degree from its first stop."""
        moving_us = (t_us if self._until_us is None else min(t_us, self._until_us)) - self._since_us
        way = self._target_mdeg - self._from_mdeg
        reach = max(0, moving_us) * MDEG_PER_MS // 1000
        return self._from_mdeg + (min(way, reach) if way >= 0 else max(way, -reach))

    def shown(self, t_us: int) -> str:
        """Its angle in degrees, with one decimal."""
        return angle_text((self.angle_mdeg(t_us) + 50) // 100)

    def _aim(self, pulse_us: int, until_us: int | None, t_us: int) -> None:
        if not SHORTEST_US - BEYOND_US <= pulse_us <= LONGEST_US + BEYOND_US:
            self._let_go(t_us)
            return
        self._from_mdeg, self._since_us, self._until_us = self.angle_mdeg(t_us), t_us, until_us
        share_us = min(max(pulse_us, SHORTEST_US), LONGEST_US) - SHORTEST_US
        self._target_mdeg = share_us * MOST_MDEG // (LONGEST_US - SHORTEST_US)

    def _let_go(self, t_us: int) -> None:
        self._from_mdeg = self._target_mdeg = self.angle_mdeg(t_us)
        self._since_us = t_us

    def _let_go_unless_pulsed(self, t_us: int) -> None:
        """The PWM is over; single pulses hold for a while."""
        if self._until_us is None:
            self._let_go(t_us)
