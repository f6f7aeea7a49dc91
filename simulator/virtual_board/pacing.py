"""How simulated time keeps step with the clock on the wall: the one place that reads it."""

import time
from typing import Protocol

LATE_S = 0.25  # further behind than that, time goes on from where it is instead of running after it


class Pacing(Protocol):
    """`begin` says that simulated time is `t_us` now; `delay_s` how long to wait until it may be `t_us`, 0 for at once;
    `reached_us` what it is by the clock."""

    @property
    def stands(self) -> bool:
        """Whether no time passes by itself."""

    def begin(self, t_us: int) -> None: ...
    def delay_s(self, t_us: int) -> float: ...
    def reached_us(self, most_us: int) -> int: ...


class Timed:
    """So many simulated seconds in each one of the clock's."""

    stands = False

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self.begin(0)

    def begin(self, t_us: int) -> None:
        self._began_us = t_us
        self._began_s = time.monotonic()

    def delay_s(self, t_us: int) -> float:
        left = self._began_s + (t_us - self._began_us) / (1e6 * self._speed) - time.monotonic()
        if left < -LATE_S:
            self.begin(t_us)
        return max(left, 0.0)

    def reached_us(self, most_us: int) -> int:
        """What simulated time is now; not more than `most_us`."""
        passed = (time.monotonic() - self._began_s) * 1e6 * self._speed
        return min(most_us, self._began_us + int(passed))


class Unpaced:
    """As fast as the computer can."""

    stands = False

    def begin(self, t_us: int) -> None:
        pass

    def delay_s(self, t_us: int) -> float:
        return 0.0

    def reached_us(self, most_us: int) -> int:
        return most_us


class ByHand:
    """Time stands until somebody lets some of it pass."""

    stands = True

    def __init__(self) -> None:
        self._allowed_us = self._at_us = 0

    def advance(self, us: int) -> None:
        """Let so much pass; may come from another thread."""
        self._allowed_us += us

    def begin(self, t_us: int) -> None:
        self._allowed_us = self._at_us = t_us

    def delay_s(self, t_us: int) -> float:
        return 0.0 if t_us <= self._allowed_us else 3600.0

    def reached_us(self, most_us: int) -> int:
        return min(most_us, self._allowed_us)
