"""The world of one robot: takes its pins' outputs, moves it in fixed steps, and answers what its pins read.

Times are whole µs, analogue values 0 to 65535. What an input reads is a function of the scene, the seed, the outputs so
far and the time, never of how often it is read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..devices.bridge import FULL
from ..scene.faults import ENCODERS, MOTORS, begins_us
from ..scene.model import Press, Scene
from ..scene.trig import PI
from .bodies import Bodies, alone
from .bridges import Bridge, by_pin
from .buses import PIO, Buses, Transfer
from .contacts import Change, Contacts
from .drive import State, Step, at_rest, drive_step, windings_of
from .encoders import Encoder, SilentEncoder
from .line_sensors import LineSensors, Samples
from .parts import Parts
from .past import Past
from .pio.fitted import FittedPio, Fittings
from .pio.pins import PioPins
from .surroundings import Sensed, Stretch
from .walls import Meetings, Obstacle, held_by_walls

STEP_US = 5000
NEVER_US = 1 << 62
BREAKDOWNS = ("cable-off", "dead", "jammed")
JAM_MNM = 5000.0  # no motor of these robots turns a wheel against that
NO_SAMPLES = (0, 0, 0, 0)
MDEG = 180_000 / PI  # thousandths of a degree in a radian


class World:
    """A physical scene in motion; `seed` is that of the noise and of bouncing contacts.

    What is put on a pin in `prompt_pins` must be told at once; a pin in `driven_pins` has a level of its own, and one
    in `sharp_pins` may change between two steps.
    """

    def __init__(self, scene: Scene, seed: int, step_us: int = STEP_US, bodies: Bodies = alone) -> None:
        robot = self._robot = scene.robot
        self.step_us, self.t_us = step_us, 0
        self._walls, self._bodies = scene.mat.walls, bodies
        self._meetings = Meetings(robot, step_us) if self._walls or bodies is not alone else None
        self._step = self._stepper()
        self._state = at_rest(robot, scene.start.x_mm, scene.start.y_mm, scene.start.heading_deg)
        self._before = self._state  # the last step was from here
        to_left, to_right = windings_of(robot, step_us / 1e6)
        self._bridges = Bridge(robot.left, to_left), Bridge(robot.right, to_right)
        self._wheel_y = robot.left.wheel_y_mm / 1000, robot.right.wheel_y_mm / 1000
        self._bridge_of = by_pin(self._bridges)
        self._encoders = Encoder(robot.left, 13, 1), Encoder(robot.right, 14, 3)
        self._encoder_of: dict[int, Encoder | SilentEncoder] = {
            pin: item for item in self._encoders for pin in (item.a, item.b)
        }
        self._contacts = Contacts(scene, seed, step_us)
        self._sensors = LineSensors(scene, seed)
        self._samples: Mapping[int, Samples] = {}
        self._sampled_us = -1
        self._past = Past(self._state, step_us)
        sensed = Sensed(scene, self._steps_ahead, self._past, step_us / 1e6, bodies)
        self._parts = Parts(scene, sensed, seed, step_us)
        self._keep = _told_of_steps(self._past if robot.parts else None, self._meetings)
        self._buses = Buses(scene, self._parts.devices, self._play)
        self._pio: FittedPio | None = None  # from a program's first request on
        self._led_pins = tuple(led.pin for led in robot.leds)
        self._pins = _roles(scene)
        self._brown_out_v = robot.battery.brown_out_v
        self._breakdowns = sorted(
            ((begins_us(fault, step_us), fault) for fault in scene.faults if fault.kind in BREAKDOWNS),
            key=lambda item: item[0],
        )
        self._breaks_us = self._next_breakdown_us()
        self.advance(0)  # what is broken from the beginning
        self.prompt_pins = self._parts.prompt
        self.sharp_pins = self._parts.driven
        inputs = {pin for pin, role in self._pins.items() if role in ("encoder", "in")}
        self.driven_pins = (self.sharp_pins | inputs) - _loose_from_the_start(scene)

    def pins(self) -> Mapping[int, str]:
        """What each pin in use is for: "adc", "in", "motor", "encoder", "out" or "part"."""
        return self._pins

    def set_pin(self, pin: int, duty: int, t_us: int) -> None:
        """A program's output, 0 to 65535 (digital: one of the two), not before the last step; the next one obeys it."""
        if self._pio is not None:
            self._pio.pins.put(pin, int(duty > FULL // 2), t_us)
        bridge = self._bridge_of.get(pin)
        if bridge is not None:
            bridge.set(pin, duty, t_us, self.t_us)
        elif pin in self.prompt_pins:
            self._parts.set_pin(pin, duty, t_us)

    def press(self, press: Press) -> None:
        """Somebody presses a button, which nothing has foretold; it lies ahead."""
        self._contacts.press(press)

    def set_frequency(self, pin: int, hz: int, t_us: int) -> None:
        """The frequency of a pin's PWM; 0 for a plain level."""
        self._parts.set_frequency(pin, hz, t_us)

    def transfer(self, payload: bytes, us: int, t_us: int) -> Transfer:
        """A transfer over one of the board's buses (see `buses`); ValueError for a payload that is none."""
        if payload[:1] == PIO:
            if self._pio is None:
                self._pio = self._open_pio()
            answer = self._pio.transfer(payload, us, t_us)
            self.sharp_pins = self._pio.sharp
            return answer
        return self._buses.transfer(payload, us, t_us)

    def _play(self, pin: int, changes: Sequence[tuple[int, int]], now_us: int) -> None:
        """A UART is to put these levels on a pin."""
        self._parts.play(pin, changes, now_us)
        if self._pio is not None:
            self._pio.pins.touch()

    def restart_board(self, t_us: int) -> None:
        """The board is reset: what its hardware drives without a program lets go."""
        if self._pio is not None:
            self._pio.restart(t_us)
            self.sharp_pins = self._pio.sharp

    def newly_shown(self) -> list[tuple[str, str]]:
        """(part, what a person sees or hears of it), for each whose look has changed since the last call."""
        return self._parts.newly_shown(self.t_us)

    def newly_lit(self) -> list[Change]:
        """(µs, pin, duty) of each LED that the PIO has made brighter or darker since the last call."""
        return self._pio.pins.newly_shown(self.t_us) if self._pio is not None else []

    def newly_met(self) -> list[tuple[int, Obstacle]]:
        """(µs, what), for each wall or robot that the body has run into since the last call."""
        return self._meetings.take() if self._meetings is not None else []

    def advance(self, t_us: int) -> None:
        """Take all steps up to that time."""
        while t_us >= self._breaks_us:
            self._break_down()
        step_us = self.step_us
        steps = (t_us - self.t_us) // step_us
        if steps <= 0:
            return
        if self._pio is not None:
            self._advance_with_pio(self._pio.pins, steps)
            return
        left, right = self._bridges
        step, keep, before, state = self._step, self._keep, self._before, self._state
        while left.changed or right.changed:
            self.t_us += step_us
            left.take(step_us, self.t_us)
            right.take(step_us, self.t_us)
            before, state = state, step(state, left.winding, right.winding)
            if keep:
                keep(state)
            steps -= 1
            if not steps:
                break
        to_left, to_right = left.winding, right.winding
        for _ in range(steps):
            before = state
            state = step(state, to_left, to_right)
            if keep:
                keep(state)
        self.t_us += steps * step_us
        self._before, self._state = before, state

    def _advance_with_pio(self, pio: PioPins, steps: int) -> None:
        left, right = self._bridges
        step_us = self.step_us
        for _ in range(steps):
            if pio.drives:
                pio.run(self.t_us + step_us)  # what it puts on a bridge acts in this step
            self.t_us += step_us
            if left.changed or right.changed:
                left.take(step_us, self.t_us)
                right.take(step_us, self.t_us)
            self._before, self._state = self._state, self._step(self._state, left.winding, right.winding)
            if self._keep:
                self._keep(self._state)
            pio.inputs.keep((self.t_us, self._before, self._state))
        pio.inputs.gather(self.t_us)

    def _open_pio(self) -> FittedPio:
        fittings = Fittings(
            self.step_us, lambda: self.t_us, self._level_outside, self._steps_ahead, self._encoder_of, self._contacts,
            self._parts, self._bridge_of, self._led_pins,
        )  # fmt: skip
        return FittedPio(fittings)

    def adc(self, pins: Iterable[int]) -> list[int]:
        """Four samples of each of these pins, as the ADC takes them during the present step; zeros where nothing is
        connected."""
        if self._sampled_us != self.t_us:
            self._samples = self._sensors.samples(self._state, self.t_us // self.step_us)
            self._sampled_us = self.t_us
        found: list[int] = []
        lined_up = self._samples
        for pin in pins:
            found += lined_up[pin] if pin in lined_up else self._other_samples(pin)
        return found

    def _other_samples(self, pin: int) -> Samples:
        if pin in self._parts.analogue:
            return self._parts.samples(pin, self.t_us, self.t_us // self.step_us)
        return NO_SAMPLES

    def level(self, pin: int, t_us: int | None = None) -> int:
        """The level of a digital input at `t_us` (else at the last step), which lies before the next step.

        An encoder's phases are seen one step late; a pin where nothing is connected reads 0.
        """
        t_us = self.t_us if t_us is None else t_us
        if self._pio is not None:
            driven = self._pio.level(pin, t_us)
            if driven is not None:
                return driven
        return self._level_outside(pin, t_us)

    def _level_outside(self, pin: int, t_us: int) -> int:
        contact = self._contacts.level(pin, t_us)
        if contact is not None:
            return contact
        item = self._encoder_of.get(pin)
        if item is None:
            return self._parts.level(pin, t_us)
        return item.level(pin, self._before, self._state, t_us - self.t_us, self.step_us)

    def count(self, pin_a: int, pin_b: int) -> int:
        """Quadrature count, all four edges, since t = 0; phases swapped count down, pins of no encoder read 0."""
        item = self._encoder_of.get(pin_a)
        if item is None or self._encoder_of.get(pin_b) is not item or pin_a == pin_b:
            return 0
        return item.count(self._state) if pin_a == item.a else -item.count(self._state)

    def next_edge(self, pins: Sequence[int], after_us: int, until_us: int) -> Change | None:
        """The first change of level on any of these pins in after < t <= until, as (t, pin, level).

        It is what comes if no output changes before it.
        """
        first: Change | None = None
        for pin in pins:
            found = self._contacts.next_change(pin, after_us, until_us)
            if found is None and pin in self._encoder_of:
                found = self._next_phase(self._encoder_of[pin], pin, after_us, until_us)
            if found is None and pin in self.sharp_pins:
                found = self._parts.next_change(pin, after_us, until_us)
            if self._pio is not None:
                found = self._pio.next_edge(pin, pins, found, (after_us, until_us))
            if found is not None and (first is None or found[0] < first[0]):
                first = found
                until_us = found[0]
        return first

    def steady_until(self, pins: Sequence[int], after_us: int, until_us: int) -> int:
        """Until when at least these sharp pins keep their levels in after < t <= until, if no output changes."""
        for pin in pins:
            found = self._parts.next_change(pin, after_us, until_us)
            if found is not None:
                until_us = found[0]
        return self._pio.steady_until(pins, after_us, until_us) if self._pio is not None else until_us

    def state(self) -> tuple[int, ...]:
        """One integer for each of the trace's state fields."""
        x, y, _, _, heading, ul, ur, _, _, _, slipping, il, ir, _, _, battery, _ = self._state
        left, right = self._bridges
        left_y, right_y = self._wheel_y
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
            round(left.winding[0] * battery * 1e3),
            round(right.winding[0] * battery * 1e3),
            round(il * 1e3),
            round(ir * 1e3),
            round(battery * 1e3),
            slipping,
            *self._sensors.noise_free(self._state, self.t_us // self.step_us),
        )

    def supply_low(self) -> bool:
        """Whether the battery's voltage is too low for the board, as of the last step."""
        return self._state[15] < self._brown_out_v

    def _next_breakdown_us(self) -> int:
        return self._breakdowns[0][0] if self._breakdowns else NEVER_US

    def _break_down(self) -> None:
        """Go to the time of the next breakdown and let it happen."""
        at_us, fault = self._breakdowns.pop(0)
        self._breaks_us = NEVER_US
        self.advance(at_us)
        if fault.kind == "jammed":
            self._jam(fault.device)
        elif fault.device in MOTORS:
            self._bridges[MOTORS.index(fault.device)].disconnect()
        elif fault.device in ENCODERS:
            self._silence(self._encoders[MOTORS.index(ENCODERS[fault.device])])
        else:
            self._sensors.break_down(fault.device, fault.kind == "cable-off", self.step_us)
            self._sampled_us = -1
        self._breaks_us = self._next_breakdown_us()

    def _jam(self, side: str) -> None:
        """Something holds that wheel from now on."""
        robot = self._robot
        motor = robot.left if side == "left" else robot.right
        held = replace(motor, friction_mnm=JAM_MNM, static_friction_mnm=JAM_MNM)
        self._robot = replace(robot, left=held) if side == "left" else replace(robot, right=held)
        self._step = self._stepper()

    def _stepper(self) -> Step:
        step = drive_step(self._robot, self.step_us / 1e6)
        if self._meetings is None:
            return step
        return held_by_walls(step, self._robot, self._walls, self.step_us / 1e6, self._meetings, self._bodies)

    def _silence(self, item: Encoder) -> None:
        levels = self.level(item.a), self.level(item.b)
        self._encoder_of[item.a] = self._encoder_of[item.b] = SilentEncoder(item, item.count(self._state), levels)

    def _next_phase(self, item: Encoder | SilentEncoder, pin: int, after_us: int, until_us: int) -> Change | None:
        """An encoder's next change: from the step just taken, else from those to come, tried without leaving a mark."""
        if isinstance(item, SilentEncoder):
            return None
        for t_us, before, state in self._steps_ahead():
            if t_us > until_us:
                break
            for at, level in item.changes(pin, before, state, self.step_us):
                if after_us < t_us + at <= until_us:
                    return t_us + at, pin, level
        return None

    def _steps_ahead(self) -> Iterator[Stretch]:
        """The step just taken and those to come if no output changes, until nothing moves any more."""
        t_us, before, state = self.t_us, self._before, self._state
        yield t_us, before, state
        step_us = self.step_us
        (left, left_later), (right, right_later) = (bridge.ahead(step_us, t_us + step_us) for bridge in self._bridges)
        while not (_rests(before) and _rests(state) and left is left_later and right is right_later):
            before, state = state, self._step(state, left, right)
            left, right = left_later, right_later
            t_us += step_us
            yield t_us, before, state


def _told_of_steps(past: Past | None, meetings: Meetings | None) -> Callable[[State], None] | None:
    """What is to be told of every step that is taken."""
    if past is None or meetings is None:
        return past.keep if past is not None else meetings.keep if meetings is not None else None
    keep, see = past.keep, meetings.keep

    def both(state: State) -> None:
        keep(state)
        see(state)

    return both


def _rests(state: State) -> bool:
    """Nothing moves and no current flows: with the same outputs it stays so."""
    return state[7] == state[8] == state[11] == state[12] == 0.0


def _loose_from_the_start(scene: Scene) -> set[int]:
    """Pins whose plug is out when the board is switched on: they read their own pull."""
    robot = scene.robot
    pins: dict[str, tuple[int, ...]] = {
        name: (motor.encoder_a, motor.encoder_b)
        for name, motor in zip(ENCODERS, (robot.left, robot.right), strict=True)
    }
    pins |= {button.id: (button.pin,) for button in robot.buttons}
    pins |= {part.id: tuple(pin for _, pin in part.pins) for part in robot.parts}
    loose = [fault.device for fault in scene.faults if fault.kind == "cable-off" and fault.at_ms == 0]
    # A bus goes on to the other parts on it.
    kept = {pin for part in robot.parts if part.id not in loose for _, pin in part.pins}
    return {pin for device in loose for pin in pins.get(device, ())} - kept


def _roles(scene: Scene) -> dict[int, str]:
    robot = scene.robot
    roles: dict[int, str] = {}
    for motor in (robot.left, robot.right):
        inputs = motor.pin_in1, motor.pin_in2, motor.pin_pwm, motor.pin_standby
        roles |= {pin: "motor" for pin in inputs if pin is not None}
        roles |= {motor.encoder_a: "encoder", motor.encoder_b: "encoder"}
    roles |= {sensor.pin: "adc" for sensor in robot.reflectance}
    roles |= {item.pin: "in" for item in robot.buttons}
    roles |= {led.pin: "out" for led in robot.leds}
    roles |= {pin: "part" for part in robot.parts for _, pin in part.pins}
    return roles
