"""Surroundings of nothing but walls, set by hand, for chips that are tried without a world."""

from collections.abc import Callable, Iterator

from marshrut.simulator.devices.ports import LightBack
from marshrut.simulator.scene.model import Part

WHITE = 0.88


class Walled:
    """A wall at a distance that is a function of time; `touches` are the times at which one comes and goes.

    The wall throws `light` back and fills a laser's cone; `ambient` light lies on it. `heard` are others' bursts, each
    with the time when it was sent and its way.
    """

    def __init__(
        self,
        distance: Callable[[int], float | None] = lambda t_us: None,
        touches: tuple[int, ...] = (),
        step_us: int = 5000,
        light: float = WHITE,
        ambient: float = 0.0,
    ) -> None:
        self.light, self.ambient = light, ambient
        self.heard: list[tuple[int, float]] = []
        self.sent: list[int] = []
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

    def send_burst(self, part: Part, sent_us: int) -> None:
        self.sent.append(sent_us)

    @property
    def bursts_sent(self) -> int:
        return len(self.heard)

    def bursts(
        self, part: Part, cone_deg: float, steepest_deg: float, first: int, after_us: int
    ) -> tuple[int, list[tuple[int, float]]]:
        return len(self.heard), self.heard[first:]

    def light_back(
        self,
        x_mm: float,
        y_mm: float,
        z_mm: float,
        heading_deg: float,
        cone_deg: float,
        most_mm: float,
        t_us: int | None = None,
    ) -> LightBack | None:
        found = self.distance_mm(x_mm, y_mm, z_mm, heading_deg, cone_deg, most_mm, t_us=t_us)
        return None if found is None else LightBack(found, self.light * 1e6 / (found * found), self.ambient)

    def tilt(self, t_us: int | None = None) -> tuple[float, float]:
        return 0.0, 0.0

    def tilt_rate_deg_s(self, t_us: int | None = None) -> tuple[float, float]:
        return 0.0, 0.0

    def battery_draw(self, from_us: int, until_us: int) -> tuple[float, float]:
        return 0.3, 7.4

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
