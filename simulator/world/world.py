"""The world of one robot: takes its pins' outputs, moves it in fixed steps, and answers what its pins read.

Times are whole µs, analogue values 0 to 65535. What an input reads is a function of the scene, the seed, the outputs so
far and the time, never of how often it is read.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from ..devices import button, encoder
from ..devices.drv8833 import phases
from ..scene.model import Motor, Scene
from ..scene.trig import PI
from .drive import Side, Winding, at_rest, drive_step, sides, windings
from .line_sensors import LineSensors, Samples

STEP_US = 5000
NO_SAMPLES = (0, 0, 0, 0)
MDEG = 180_000 / PI  # thousandths of a degree in a radian


class World:
    """A physical scene in motion; `seed` is that of the noise and of bouncing contacts."""

    def __init__(self, scene: Scene, seed: int, step_us: int = STEP_US) -> None:
        robot = scene.robot
        self.step_us = step_us
        self.t_us = 0
        self._step = drive_step(robot, step_us / 1e6)
        self._state = at_rest(robot, scene.start.x_mm, scene.start.y_mm, scene.start.heading_deg)
        self._bridges = tuple(
            _Bridge(motor, side, step_us / 1e6)
            for motor, side in zip((robot.left, robot.right), sides(robot), strict=True)
        )
        self._bridge_by_pin = {pin: bridge for bridge in self._bridges for pin in (bridge.in1, bridge.in2)}
        self._encoders = (_Encoder(robot.left, 13), _Encoder(robot.right, 14))
        self._encoder_by_pin = {pin: item for item in self._encoders for pin in (item.a, item.b)}
        self._edges = {item.pin: button.edges(item, scene.presses, seed) for item in robot.buttons}
        self._edge_times = {pin: [at for at, _ in edges] for pin, edges in self._edges.items()}
        self._idle = {item.pin: int(item.active_low) for item in robot.buttons}
        self._sensors = LineSensors(scene, seed)
        self._pins = _roles(scene)

    def pins(self) -> Mapping[int, str]:
        """What each pin in use is for: "adc", "in", "motor", "encoder" or "out"."""
        return self._pins

    def input_pins(self) -> tuple[int, ...]:
        """The pins that have a digital level to read, ascending."""
        return tuple(sorted(pin for pin, role in self._pins.items() if role in ("in", "encoder")))

    def set_pin(self, pin: int, duty: int, t_us: int) -> None:
        """A program's output, 0 to 65535 (digital: one of the two); it acts from the next step on."""
        bridge = self._bridge_by_pin.get(pin)
        if bridge is not None:
            bridge.set(pin, duty)

    def release_pin(self, pin: int) -> None:
        """The pin drives nothing any more; a bridge pulls its input down."""
        self.set_pin(pin, 0, self.t_us)

    def advance(self, t_us: int) -> None:
        """Take all steps up to that time."""
        steps = (t_us - self.t_us) // self.step_us
        if steps > 0:
            left, right = self._bridges
            to_left, to_right = left.winding(), right.winding()
            step, state = self._step, self._state
            for _ in range(steps):
                state = step(state, to_left, to_right)
            self._state = state
            self.t_us += steps * self.step_us

    def adc(self, pin: int) -> Samples:
        """The four samples that the ADC takes of this pin during the present step; zeros where nothing is connected."""
        return self._sensors.samples(self._state, self.t_us // self.step_us).get(pin, NO_SAMPLES)

    def level(self, pin: int, t_us: int | None = None) -> int:
        """The level of a digital input: of a contact at `t_us` (else at the last step), of an unconnected pin 0."""
        edges = self._edges.get(pin)
        if edges is not None:
            passed = bisect_right(self._edge_times[pin], self.t_us if t_us is None else t_us)
            return edges[passed - 1][1] if passed else self._idle[pin]
        item = self._encoder_by_pin.get(pin)
        return item.level(pin, self._state) if item is not None else 0

    def count(self, pin_a: int, pin_b: int) -> int:
        """Quadrature count, all four edges, since t = 0; phases swapped count down, pins of no encoder read 0."""
        item = self._encoder_by_pin.get(pin_a)
        if item is None or self._encoder_by_pin.get(pin_b) is not item or pin_a == pin_b:
            return 0
        return item.count(self._state) if pin_a == item.a else -item.count(self._state)

    def next_edge(self, pins: Sequence[int], after_us: int, until_us: int) -> tuple[int, int, int] | None:
        """The first change of level on any of these pins in after < t <= until, as (t, pin, level).

        Only of contacts, whose times are known ahead. An encoder's levels are known at each step, not between.
        """
        first: tuple[int, int, int] | None = None
        for pin in pins:
            times = self._edge_times.get(pin)
            if times:
                index = bisect_right(times, after_us)
                if index < len(times) and times[index] <= until_us and (first is None or times[index] < first[0]):
                    first = times[index], pin, self._edges[pin][index][1]
        return first

    def state(self) -> tuple[int, ...]:
        """One integer for each of the trace's state fields."""
        x, y, _, _, heading, ul, ur, _, _, _, slipping, il, ir, _, _, battery, _ = self._state
        left, right = self._bridges
        left_y, right_y = left.side.y, right.side.y
        v = (left_y * ur - right_y * ul) / (left_y - right_y)
        omega = (ur - ul) / (left_y - right_y)
        return (
            round(x * 1e6),
            round(y * 1e6),
            round(heading * MDEG),
            round(v * 1e6),
            round(omega * MDEG),
            self._encoders[0].count(self._state),
            self._encoders[1].count(self._state),
            round(left.winding()[0] * battery * 1e3),
            round(right.winding()[0] * battery * 1e3),
            round(il * 1e3),
            round(ir * 1e3),
            round(battery * 1e3),
            slipping,
            *self._sensors.noise_free(self._state, self.t_us // self.step_us),
        )


class _Bridge:
    """One half of a motor driver: two input pins, and what they make of the winding."""

    __slots__ = ("_duty1", "_duty2", "_new", "_winding", "_windings", "in1", "in2", "side")

    def __init__(self, motor: Motor, side: Side, step_s: float) -> None:
        self.in1, self.in2 = motor.pin_in1, motor.pin_in2
        self.side = side
        self._windings = windings(side, step_s)
        self._duty1 = self._duty2 = 0
        self._new = True
        self._winding = self.winding()

    def set(self, pin: int, duty: int) -> None:
        if pin == self.in1:
            self._duty1 = duty
        else:
            self._duty2 = duty
        self._new = True

    def winding(self) -> Winding:
        """Both pins of a bridge mostly change together, so this waits until a step asks."""
        if self._new:
            self._winding = self._windings(phases(self._duty1, self._duty2))
            self._new = False
        return self._winding


class _Encoder:
    """One encoder; `way` is the place of its wheel's way in the drive's state."""

    __slots__ = ("_per_metre", "_way", "a", "b")

    def __init__(self, motor: Motor, way: int) -> None:
        self.a, self.b = motor.encoder_a, motor.encoder_b
        self._per_metre = encoder.counts_per_metre(motor)
        self._way = way

    def count(self, state: tuple[float, ...]) -> int:
        return encoder.count(state[self._way], self._per_metre)

    def level(self, pin: int, state: tuple[float, ...]) -> int:
        levels = encoder.LEVELS_A if pin == self.a else encoder.LEVELS_B
        return levels[self.count(state) & 3]


def _roles(scene: Scene) -> dict[int, str]:
    robot = scene.robot
    roles: dict[int, str] = {}
    for motor in (robot.left, robot.right):
        roles |= {motor.pin_in1: "motor", motor.pin_in2: "motor"}
        roles |= {motor.encoder_a: "encoder", motor.encoder_b: "encoder"}
    roles |= {sensor.pin: "adc" for sensor in robot.reflectance}
    roles |= {item.pin: "in" for item in robot.buttons}
    roles |= {led.pin: "out" for led in robot.leds}
    return roles
