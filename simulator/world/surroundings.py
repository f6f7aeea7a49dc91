"""What a device on the robot can sense of its world (`devices.ports.Surroundings`), now or a few seconds ago."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from ..devices.ports import Rgb
from ..scene.model import Scene, Wall
from ..scene.trig import PI
from .bodies import Bodies, alone
from .drive import State
from .floor_colours import FloorColours
from .past import Past
from .ranging import View, distance_mm
from .walls import AreaAmongWalls, pose_of

DEG = 180 / PI
OPENING = 3  # steps that tell whether all to come are the same: an output changes one of the next two

Stretch = tuple[int, State, State]  # a step: its end in µs, the state before it and after it


class Sensed:
    """`ahead` gives the step just taken and those to come (time, state before, state), `past` earlier ones.

    `step_s` lies between them. Other robots are sensed where they are now.
    """

    def __init__(
        self,
        scene: Scene,
        ahead: Callable[[], Iterator[Stretch]],
        past: Past,
        step_s: float,
        bodies: Bodies = alone,
    ) -> None:
        self._scene = scene
        self._bodies = bodies
        self._ahead = ahead
        self._past = past
        self._step_s = step_s
        self._coming: list[Stretch] = []
        self._more: Iterator[Stretch] = iter(())
        self._floor = FloorColours(scene.mat)
        self._areas: dict[tuple[tuple[float, float], ...], AreaAmongWalls] = {}
        self._left_m = scene.robot.left.wheel_y_mm / 1000
        self._right_m = scene.robot.right.wheel_y_mm / 1000

    def now_us(self) -> int:
        return next(self._ahead())[0]

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
        view = View(x_mm, y_mm, z_mm, heading_deg, cone_deg, most_mm, steepest_deg)
        return distance_mm(self._walls(), pose_of(self._at(t_us)[0]), view)

    def _walls(self) -> Sequence[Wall]:
        """And the sides of other robots."""
        walls, bodies = self._scene.mat.walls, self._bodies()
        return (*walls, *(side for body in bodies for side in body.sides)) if bodies else walls

    def rgb(self, x_mm: float, y_mm: float, footprint_mm: float, t_us: int | None = None) -> Rgb:
        state, _ = self._at(t_us)
        x, y, cosine, sine = state[:4]
        spot_x = x * 1000 + cosine * x_mm - sine * y_mm
        spot_y = y * 1000 + sine * x_mm + cosine * y_mm
        return self._floor.under(spot_x, spot_y, footprint_mm)

    def turn_rate_deg_s(self, t_us: int | None = None) -> float:
        state, _ = self._at(t_us)
        return self._motion(state)[2] * DEG

    def acceleration_mm_s2(self, x_mm: float, y_mm: float, t_us: int | None = None) -> tuple[float, float]:
        state, before = self._at(t_us)
        forward, sideways, omega = self._motion(state)
        forward_0, sideways_0, omega_0 = self._motion(before)
        alpha = (omega - omega_0) / self._step_s
        x, y = x_mm / 1000, y_mm / 1000
        along = (forward - forward_0) / self._step_s - omega * sideways - alpha * y - omega * omega * x
        across = (sideways - sideways_0) / self._step_s + omega * forward + alpha * x - omega * omega * y
        return along * 1000, across * 1000

    def battery_v(self) -> float:
        return self._at(None)[0][15]

    def touch_changes(
        self, area_mm: tuple[tuple[float, float], ...], after_us: int, until_us: int
    ) -> Iterator[tuple[int, bool]]:
        walls = self._walls()
        if not walls:
            return
        if walls is not self._scene.mat.walls:
            meets = AreaAmongWalls(area_mm, walls).meets
        else:
            if area_mm not in self._areas:
                self._areas[area_mm] = AreaAmongWalls(area_mm, walls)
            meets = self._areas[area_mm].meets
        known_us = min(after_us, self.now_us())
        touched = known_us >= 0 and meets(pose_of(self._at(known_us)[0]))
        for t_us, state in self._steps(known_us, until_us):
            if meets(pose_of(state)) != touched:
                touched = not touched
                if t_us > after_us:
                    yield t_us, touched

    def _steps(self, after_us: int, until_us: int) -> Iterator[tuple[int, State]]:
        """Steps in after < t <= until: remembered ones, then those to come."""
        step_us = round(self._step_s * 1e6)
        now_us = self.now_us()
        for t_us in range(after_us - after_us % step_us + step_us, min(until_us, now_us) + 1, step_us):
            yield t_us, self._past.states(t_us)[0]
        if until_us > now_us:
            for t_us, _, state in self._ahead():
                if t_us > until_us:
                    return
                if t_us > now_us:
                    yield t_us, state

    def _at(self, t_us: int | None) -> tuple[State, State]:
        if t_us is not None and t_us < self._past.next_us:
            return self._past.states(t_us)
        _, before, state = next(self._ahead()) if t_us is None else self._coming_at(t_us)
        return state, before

    def _coming_at(self, t_us: int) -> Stretch:
        """The step until that time to come. What has been worked out is kept as long as it begins alike."""
        steps = self._ahead()
        opening = list(islice(steps, OPENING))
        if opening != self._coming[:OPENING]:
            self._coming, self._more = opening, steps
        number = (t_us - opening[0][0]) // round(self._step_s * 1e6)
        self._coming += islice(self._more, max(0, number + 1 - len(self._coming)))
        return self._coming[min(number, len(self._coming) - 1)]

    def _motion(self, state: State) -> tuple[float, float, float]:
        """Speed forward and to the left in m/s, turn rate in rad/s, of the axle's middle."""
        left, right = self._left_m, self._right_m
        ul, ur = state[5], state[6]
        return (left * ur - right * ul) / (left - right), state[9], (ur - ul) / (left - right)
