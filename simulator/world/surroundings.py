"""What a device on the robot can sense of its world (`devices.ports.Surroundings`), now or a few seconds ago."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from ..devices.ports import LightBack, Rgb
from ..scene.areas import Pose
from ..scene.model import Part, Scene
from ..scene.trig import PI
from .air import Air, Ear, ways_to
from .arena.arena import ArenaState
from .around import Around, Vicinity
from .bodies import Body
from .drive import State
from .floor_colours import FloorColours
from .leaning import Leaning
from .light_back import light_back
from .ranging import View, distance_mm, eye_of, may_see
from .walls import AreaAmongThings, pose_of

DEG = 180 / PI
LOOKS = 8  # at the battery's voltage over a time, at most
OPENING = 3  # steps that tell whether all to come are the same: an output changes one of the next two

# A step: its end in µs, the state before it and after it, and how all on the mat stand then, where anything else does
Stretch = tuple[int, State, State, ArenaState | None]


class Others(Protocol):
    """What else stands on the mat and may move; `robot` is our own one's number, `air` what is heard of all."""

    robot: int
    air: Air

    def recent(self, t_us: int) -> ArenaState | None:
        """How all stood after the last step until that time; the nearest that is remembered."""

    def bodies(self, together: ArenaState | None, but: int = -1) -> Sequence[Body]:
        """The other robots, when all stand like that; without the one of that number."""


class Remembered(Protocol):
    """A robot's states at whole steps; `next_us` is when the next one comes."""

    @property
    def next_us(self) -> int: ...

    def states(self, t_us: int) -> tuple[State, State]:
        """The state of the last step until that time, and the one before it; the nearest remembered ones."""


class Nobody:
    """Nothing moves but the robot."""

    def __init__(self) -> None:
        self.robot, self.air = 0, Air()

    def recent(self, t_us: int) -> None:
        return None

    def bodies(self, together: ArenaState | None, but: int = -1) -> Sequence[Body]:
        return ()


class Sensed:
    """`ahead` gives the step just taken and those to come, `past` earlier states of the robot; `step_s` lies between
    them."""

    def __init__(
        self,
        scene: Scene,
        ahead: Callable[[], Iterator[Stretch]],
        past: Remembered,
        step_s: float,
        others: Others | None = None,
    ) -> None:
        self._scene = scene
        self._others = others or Nobody()
        self._accompanied = others is not None
        self._vicinity = Vicinity(scene.mat)
        self._ahead = ahead
        self._past = past
        self._step_s = step_s
        self._coming: list[Stretch] = []
        self._more: Iterator[Stretch] = iter(())
        self._floor = FloorColours(scene.mat)
        self._leaning = Leaning(scene.mat.ramps, scene.robot)
        self._areas: dict[tuple[tuple[float, float], ...], AreaAmongThings] = {}
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
        stretch = self._at(t_us)
        pose = pose_of(stretch[2])
        bodies = self._others.bodies(stretch[3])
        seen = any(may_see(pose, view, body.x_mm, body.y_mm, body.reach_mm) for body in bodies)
        around = self._vicinity.at(stretch[3], bodies if seen else ())
        return distance_mm((*self._scene.mat.walls, *around.sides), pose, view, around.discs)

    def send_burst(self, part: Part, sent_us: int) -> None:
        stretch = self._at(None)
        eye = eye_of(pose_of(stretch[2]), _view_of(part))
        self._others.air.send(self._others.robot, part.id, sent_us, stretch[0], eye, part.z_mm)

    @property
    def bursts_sent(self) -> int:
        return self._others.air.count

    def bursts(
        self, part: Part, cone_deg: float, steepest_deg: float, first: int, after_us: int
    ) -> tuple[int, Sequence[tuple[int, float]]]:
        air, robot = self._others.air, self._others.robot
        found = []
        for burst in air.since(first, after_us):
            if (burst.robot, burst.part) == (robot, part.id):
                continue
            stretch = self._at(burst.step_us)
            around = self._around(stretch, but=burst.robot)
            sides = (*self._scene.mat.walls, *around.sides)
            ear = Ear(eye_of(pose_of(stretch[2]), _view_of(part)), part.z_mm, cone_deg, steepest_deg)
            found += [(burst.sent_us, way) for way in ways_to(burst, ear, sides, around.discs)]
        return air.count, found

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
        view = View(x_mm, y_mm, z_mm, heading_deg, cone_deg, most_mm)
        stretch = self._at(t_us)
        mat = self._scene.mat
        return light_back(mat.walls, self._around(stretch), mat.lights, pose_of(stretch[2]), view)

    def _around(self, stretch: Stretch, but: int = -1) -> Around:
        return self._vicinity.at(stretch[3], self._others.bodies(stretch[3], but))

    def rgb(self, x_mm: float, y_mm: float, footprint_mm: float, t_us: int | None = None) -> Rgb:
        x, y, cosine, sine = self._at(t_us)[2][:4]
        spot_x = x * 1000 + cosine * x_mm - sine * y_mm
        spot_y = y * 1000 + sine * x_mm + cosine * y_mm
        return self._floor.under(spot_x, spot_y, footprint_mm)

    def turn_rate_deg_s(self, t_us: int | None = None) -> float:
        return self._motion(self._at(t_us)[2])[2] * DEG

    def acceleration_mm_s2(self, x_mm: float, y_mm: float, t_us: int | None = None) -> tuple[float, float]:
        _, before, state, _ = self._at(t_us)
        forward, sideways, omega = self._motion(state)
        forward_0, sideways_0, omega_0 = self._motion(before)
        alpha = (omega - omega_0) / self._step_s
        x, y = x_mm / 1000, y_mm / 1000
        along = (forward - forward_0) / self._step_s - omega * sideways - alpha * y - omega * omega * x
        across = (sideways - sideways_0) / self._step_s + omega * forward + alpha * x - omega * omega * y
        return along * 1000, across * 1000

    def tilt(self, t_us: int | None = None) -> tuple[float, float]:
        return self._leaning.at(self._at(t_us)[2]) if self._scene.mat.ramps else (0.0, 0.0)

    def tilt_rate_deg_s(self, t_us: int | None = None) -> tuple[float, float]:
        if not self._scene.mat.ramps:
            return 0.0, 0.0
        _, before, state, _ = self._at(t_us)
        (nose, left), (nose_0, left_0) = self._leaning.at(state), self._leaning.at(before)
        return (nose - nose_0) / self._step_s * DEG, (left - left_0) / self._step_s * DEG

    def battery_v(self) -> float:
        return self._at(None)[2][15]

    def battery_draw(self, from_us: int, until_us: int) -> tuple[float, float]:
        """From the charge that has been taken; within a step the current is even."""
        step_us = round(self._step_s * 1e6)
        span_us = max(1, until_us - from_us)
        until_us = min(until_us, self.now_us())
        from_us = max(0, until_us - span_us)
        taken, volts, count = self._charge(until_us, step_us) - self._charge(from_us, step_us), 0.0, 0
        for t_us in range(until_us, from_us - 1, -max(step_us, span_us // LOOKS)):
            volts += self._at(t_us)[2][15]
            count += 1
        return taken / (span_us * 1e-6), volts / count

    def _charge(self, t_us: int, step_us: int) -> float:
        """What has been taken from the battery until then, in A·s."""
        after_us = -(-t_us // step_us) * step_us
        _, before, state, _ = self._at(after_us)
        return state[16] + (t_us - after_us) / step_us * (state[16] - before[16])

    def touch_changes(
        self, area_mm: tuple[tuple[float, float], ...], after_us: int, until_us: int
    ) -> Iterator[tuple[int, bool]]:
        mat = self._scene.mat
        if not (mat.walls or mat.objects or self._accompanied):
            return
        if area_mm not in self._areas:
            self._areas[area_mm] = AreaAmongThings(area_mm, mat.walls)
        meets = self._areas[area_mm].meets
        known_us = min(after_us, self.now_us())
        touched = known_us >= 0 and self._meets(meets, self._at(known_us))
        for stretch in self._steps(known_us, until_us):
            if self._meets(meets, stretch) != touched:
                touched = not touched
                if stretch[0] > after_us:
                    yield stretch[0], touched

    def _meets(self, meets: Callable[[Pose, Around], bool], stretch: Stretch) -> bool:
        return meets(pose_of(stretch[2]), self._around(stretch))

    def _steps(self, after_us: int, until_us: int) -> Iterator[Stretch]:
        """Steps in after < t <= until: remembered ones, then those to come."""
        step_us = round(self._step_s * 1e6)
        now_us = self.now_us()
        for t_us in range(after_us - after_us % step_us + step_us, min(until_us, now_us) + 1, step_us):
            yield self._at(t_us)
        if until_us > now_us:
            for stretch in self._ahead():
                if stretch[0] > until_us:
                    return
                if stretch[0] > now_us:
                    yield stretch

    def _at(self, t_us: int | None) -> Stretch:
        if t_us is not None and t_us < self._past.next_us:
            state, before = self._past.states(t_us)
            return t_us, before, state, self._others.recent(t_us)
        return next(self._ahead()) if t_us is None else self._coming_at(t_us)

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


def _view_of(part: Part) -> View:
    """From that part's place."""
    return View(part.x_mm, part.y_mm, part.z_mm, part.heading_deg, 0.0, 0.0)
