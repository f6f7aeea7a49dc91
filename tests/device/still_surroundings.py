"""Surroundings that a test sets by hand, for chips that are tried without a world."""

from collections.abc import Callable

from marshrut.simulator.devices.ports import Rgb


class Still:
    """Turn rate, acceleration and the floor's colour as functions of the time; nothing else is there."""

    def __init__(
        self,
        turn: Callable[[int], float] = lambda t_us: 0.0,
        acceleration: Callable[[int], tuple[float, float]] = lambda t_us: (0.0, 0.0),
        floor: Callable[[int], Rgb] = lambda t_us: (0.8, 0.8, 0.8),
        battery: float = 7.4,
        tilt: Callable[[int], tuple[float, float]] = lambda t_us: (0.0, 0.0),
        tilting: Callable[[int], tuple[float, float]] = lambda t_us: (0.0, 0.0),
    ) -> None:
        self._tilt, self._tilting = tilt, tilting
        self._turn = turn
        self._acceleration = acceleration
        self._floor = floor
        self._battery = battery
        self.looks = 0  # at the floor or at the motion

    def distance_mm(self, *place: float) -> float | None:
        return None

    def rgb(self, x_mm: float, y_mm: float, footprint_mm: float, t_us: int | None = None) -> Rgb:
        self.looks += 1
        return self._floor(t_us or 0)

    def turn_rate_deg_s(self, t_us: int | None = None) -> float:
        self.looks += 1
        return self._turn(t_us or 0)

    def acceleration_mm_s2(self, x_mm: float, y_mm: float, t_us: int | None = None) -> tuple[float, float]:
        return self._acceleration(t_us or 0)

    def tilt(self, t_us: int | None = None) -> tuple[float, float]:
        return self._tilt(t_us or 0)

    def tilt_rate_deg_s(self, t_us: int | None = None) -> tuple[float, float]:
        return self._tilting(t_us or 0)

    def battery_v(self) -> float:
        return self._battery

    def touches(self, x0_mm: float, y0_mm: float, x1_mm: float, y1_mm: float) -> bool:
        return False
