"""Surroundings of nothing but walls, set by hand, for chips that are tried without a world."""

from collections.abc import Callable, Iterator


class Walled:
    """A wall at a distance that is a function of time; `touches` are the times at which one comes and goes."""

    def __init__(
        self,
        distance: Callable[[int], float | None] = lambda t_us: None,
        touches: tuple[int, ...] = (),
        step_us: int = 5000,
    ) -> None:
        self._distance = distance
        self._touches = touches
        self._step_us = step_us
        self.t_us = 0

    def now_us(self) -> int:
        return self.t_us - self.t_us % self._step_us

    def distance_mm(
        self,
        x_mm: float,
        y_mm: float,
        z_mm: float,
        heading_deg: float,
        cone_deg: float,
        most_mm: float,
        steepest_deg: float = 90.0,
        t_us: int | None = None,
    ) -> float | None:
        found = self._distance(self.now_us() if t_us is None else t_us)
        return found if found is not None and found <= most_mm else None

    def touch_changes(
        self, area_mm: tuple[tuple[float, float], ...], after_us: int, until_us: int
    ) -> Iterator[tuple[int, bool]]:
        for number, at in enumerate(self._touches):
            if after_us < at <= until_us:
                yield at, number % 2 == 0

    def rgb(self, x_mm: float, y_mm: float, footprint_mm: float, t_us: int | None = None) -> tuple[float, float, float]:
        return 0.8, 0.8, 0.8

    def turn_rate_deg_s(self, t_us: int | None = None) -> float:
        return 0.0

    def acceleration_mm_s2(self, x_mm: float, y_mm: float, t_us: int | None = None) -> tuple[float, float]:
        return 0.0, 0.0

    def battery_v(self) -> float:
        return 7.4
