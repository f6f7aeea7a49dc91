"""What cuts a wait of the program short: a fault that begins, a supply that fails, and Ctrl-C.

The supply fails at the time that a fault names, or when the battery has been too low for the board in LOW_RECORDS state
records in a row. Real detectors trip within microseconds; 20 to 40 ms of a motor's starting current are not forgiven.
"""

from collections.abc import Sequence

from ..scene.faults import begins_us
from ..scene.model import RobotFault

LOW_RECORDS = 2
NEVER_US = 1 << 62


class Interruptions:
    """Those that lie ahead; `supply_failed` until the board has started again."""

    def __init__(self, faults: Sequence[RobotFault], step_us: int) -> None:
        self._ahead = sorted((begins_us(fault, step_us), fault.kind) for fault in faults)
        self._low_records = 0
        self.key_waits = False  # Ctrl-C was pressed, and nobody has been told
        self.supply_failed = False
        self.next_us = NEVER_US
        self._find_next()

    def see_supply(self, low: bool) -> bool:
        """Told with every state record; returns whether the supply has failed."""
        self._low_records = self._low_records + 1 if low else 0
        if self._low_records >= LOW_RECORDS:
            self.supply_failed = True
        return self.supply_failed

    def pass_to(self, t_us: int) -> None:
        """Time has come to there."""
        while self._ahead and self._ahead[0][0] <= t_us:
            kind = self._ahead.pop(0)[1]
            if kind == "brown-out":
                self.supply_failed = True
            elif kind == "ctrl-c":
                self.key_waits = True
        self._find_next()

    def press_key(self) -> None:
        self.key_waits = True
        self._find_next()

    def take_key(self) -> bool:
        """Whether Ctrl-C was pressed and nobody has been told; from now on somebody has."""
        pressed = self.key_waits
        if pressed:
            self.key_waits = False
            self._find_next()
        return pressed

    def supply_returns(self, t_us: int) -> None:
        """The board runs again from then on; what failed while it was off makes no difference."""
        self.pass_to(t_us)
        self.supply_failed = False
        self._low_records = 0
        self.take_key()

    def _find_next(self) -> None:
        self.next_us = 0 if self.key_waits else self._ahead[0][0] if self._ahead else NEVER_US
