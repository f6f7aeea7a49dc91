"""What a device on the robot can sense of its world (`devices.ports.Surroundings`), now or a few seconds ago."""

from collections.abc import Callable

from ..devices.ports import Rgb
from ..scene.model import Scene
from ..scene.trig import PI
from .drive import State
from .floor_colours import FloorColours
from .past import Past

DEG = 180 / PI


class Sensed:
    """`states` gives the last step's state and the one before, `past` earlier ones; `step_s` lies between them."""

    def __init__(self, scene: Scene, states: Callable[[], tuple[State, State]], past: Past, step_s: float) -> None:
        self._scene = scene
        self._states = states
        self._past = past
        self._step_s = step_s
        self._floor = FloorColours(scene.mat)
        self._left_m = scene.robot.left.wheel_y_mm / 1000
        self._right_m = scene.robot.right.wheel_y_mm / 1000

    def distance_mm(
        self, x_mm: float, y_mm: float, z_mm: float, heading_deg: float, cone_deg: float, most_mm: float
    ) -> float | None:
        return None

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
        return self._states()[0][15]

    def touches(self, x0_mm: float, y0_mm: float, x1_mm: float, y1_mm: float) -> bool:
        return False

    def _at(self, t_us: int | None) -> tuple[State, State]:
        return self._states() if t_us is None else self._past.states(t_us)

    def _motion(self, state: State) -> tuple[float, float, float]:
        """Speed forward and to the left in m/s, turn rate in rad/s, of the axle's middle."""
        left, right = self._left_m, self._right_m
        ul, ur = state[5], state[6]
        return (left * ur - right * ul) / (left - right), state[9], (ur - ul) / (left - right)
