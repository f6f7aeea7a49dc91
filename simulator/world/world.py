"""The world of one robot: takes its pins' outputs, moves it in fixed steps, and answers what its pins read.

Times are whole µs, analogue values 0 to 65535. What an input reads is a function of the scene, the seed, the outputs so
far and the time, never of how often it is read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..devices.bridge import FULL
from ..devices.hc_sr04 import BURST_US
from ..scene.faults import ENCODERS, MOTORS
from ..scene.model import Press, Scene
from .arena.arena import Setting
from .arena.gripping import WIDE_OPEN_M, gap_m
from .arena.meeting import Meetings, Obstacle
from .arena.standing import moves
from .bodies import Bodies, alone
from .breakdowns import Breakdowns
from .bridges import Bridge, by_pin
from .buses import PIO, Buses, Transfer
from .company import Company
from .contacts import Change, Contacts
from .drive import State, at_rest, drive_step, windings_of
from .encoders import Encoder, SilentEncoder
from .line_sensors import LineSensors, Samples
from .lockstep import NEVER_US, Lockstep, Move
from .parts import Parts
from .past import Past
from .pio.fitted import FittedPio, Fittings
from .pio.pins import PioPins
from .record import motion_record
from .surroundings import Sensed, Stretch
from .wiring import loose_from_the_start, roles

STEP_US = 5000
JAM_MNM = 5000.0  # no motor of these robots turns a wheel against that
NO_SAMPLES = (0, 0, 0, 0)


class World:
    """A physical scene in motion; `seed` is that of the noise and of bouncing contacts.

    What is put on a pin in `prompt_pins` must be told at once, on one in `pulsed_pins` soon after it goes low; a pin in
    `driven_pins` has a level of its own, and one in `sharp_pins` may change between two steps.
    """

    def __init__(
        self,
        scene: Scene,
        seed: int,
        step_us: int = STEP_US,
        bodies: Bodies = alone,
        lockstep: Lockstep | None = None,
    ) -> None:
        robot = self._robot = scene.robot
        mat = scene.mat
        self.step_us, self.t_us = step_us, 0
        self._step = drive_step(robot, step_us / 1e6)
        self._state = at_rest(robot, scene.start.x_mm, scene.start.y_mm, scene.start.heading_deg)
        if lockstep is None and (mat.walls or mat.objects or mat.ramps or bodies is not alone):
            lockstep = Lockstep(mat, (robot,), step_us, bodies)
        self._lockstep = lockstep
        number = self._number = lockstep.join(self, self._state) if lockstep is not None else 0
        others = Company(lockstep, number, bodies) if lockstep is not None else None
        self._meetings = Meetings(robot)
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
        past = Past(self._state, step_us) if lockstep is None else lockstep.past_of(number)
        sensed = Sensed(scene, self._steps_ahead, past, step_us / 1e6, others)
        self._parts = Parts(scene, sensed, seed, step_us)
        self._keep = past.keep if isinstance(past, Past) and robot.parts else None
        self._buses = Buses(scene, self._parts.devices, self._play)
        self._pio: FittedPio | None = None  # from a program's first request on
        self._led_pins = tuple(led.pin for led in robot.leds)
        self._pins = roles(scene)
        self._gripper = robot.gripper
        self._brown_out_v = robot.battery.brown_out_v
        self._breakdowns = Breakdowns(scene.faults, step_us)
        self.advance(0)  # what is broken from the beginning
        self.prompt_pins, self.pulsed_pins = self._parts.prompt, self._parts.pulsed
        self.sharp_pins = self._parts.driven
        inputs = {pin for pin, role in self._pins.items() if role in ("encoder", "in")}
        self.driven_pins = (self.sharp_pins | inputs) - loose_from_the_start(scene)

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
        """The board is reset: what its hardware drives without a program lets go, and it waits for nothing."""
        if self._lockstep is not None:
            self._lockstep.fall_silent(self._number, t_us)
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
        return self._meetings.take()

    def newly_moved(self) -> list[Move]:
        """Each object of the mat that has moved since the last call, whichever robot's world was asked; first all."""
        return self._lockstep.newly_moved() if self._lockstep is not None else []

    def advance(self, t_us: int) -> None:
        """Take all steps up to that time."""
        while t_us >= self._breakdowns.next_us:
            self._break_down()
        step_us = self.step_us
        steps = (t_us - self.t_us) // step_us
        if steps <= 0:
            return
        if self._lockstep is not None:
            self._lockstep.advance(self._number, t_us)
            if self._pio is not None:
                self._pio.pins.inputs.gather(self.t_us)
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
        step_us = self.step_us
        for _ in range(steps):
            t_us = self.t_us + step_us
            left, right, _ = self.settings_for(t_us)
            self.moved_to(t_us, self._step(self._state, left, right))
        pio.inputs.gather(self.t_us)

    def settings_for(self, t_us: int) -> Setting:
        """What the bridges and the gripper are set to in the step that ends then."""
        left, right = self._bridges
        if self._pio is not None and self._pio.pins.drives:
            self._pio.pins.run(t_us)  # what it puts on a bridge acts in this step
        if left.changed or right.changed:
            left.take(self.step_us, t_us)
            right.take(self.step_us, t_us)
        return left.winding, right.winding, WIDE_OPEN_M if self._gripper is None else self._fingers_m(t_us)

    def settings(self) -> Setting:
        """What they were set to in the last step."""
        return self._bridges[0].winding, self._bridges[1].winding, self._fingers_m(self.t_us)

    def _fingers_m(self, t_us: int) -> float:
        """How far the gripper's fingers are apart."""
        gripper = self._gripper
        return WIDE_OPEN_M if gripper is None else gap_m(gripper, self._parts.servo_mdeg(gripper.servo, t_us))

    def moved_to(self, t_us: int, state: State, touched: Sequence[Obstacle] = ()) -> None:
        """A step has been taken, and the body has touched these in it."""
        self.t_us = t_us
        self._before, self._state = self._state, state
        if touched or self._meetings.near:
            self._meetings.see(t_us, state, touched)
        if self._keep:
            self._keep(state)
        if self._pio is not None:
            self._pio.pins.inputs.keep((t_us, self._before, state, None))

    def _open_pio(self) -> FittedPio:
        fittings = Fittings(
            self.step_us, lambda: self.t_us, self._level_outside, self._steps_ahead, self._encoder_of, self._contacts,
            self._parts, self._bridge_of, self._led_pins,
        )  # fmt: skip
        return FittedPio(fittings)

    def adc(self, pins: Iterable[int]) -> list[int]:
        """Four samples of each of these pins, as the ADC takes them during the present step; zeros where nothing is
        connected."""
        lined_up = self._sensors.samples(self._state, self.t_us // self.step_us)
        found: list[int] = []
        for pin in pins:
            found += lined_up.get(pin) or self._other_samples(pin)
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

    def counts(self, encoders: Iterable[tuple[int, int]]) -> list[int]:
        """For each pair of pins, phases A and B, the quadrature count since t = 0, all four edges; phases swapped count
        down, pins of no encoder read 0."""
        encoder_of, state = self._encoder_of, self._state
        found = []
        for pin_a, pin_b in encoders:
            item = encoder_of.get(pin_a)
            if item is None or encoder_of.get(pin_b) is not item or pin_a == pin_b:
                found.append(0)
            else:
                found.append(item.count(state) if pin_a == item.a else -item.count(state))
        return found

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

    def foresight(self, now_us: int, until_us: int) -> int:
        """How far ahead of that time it can be told what comes if no output of this robot changes, up to `until_us`:
        what others do acts on it at steps, but for sound, which takes its time. It may lie before `now_us`, when the
        world has not come as far."""
        lockstep = self._lockstep
        if lockstep is None or not lockstep.shared:
            return until_us
        hears = self._parts.hears_others(self.t_us)
        return lockstep.foresight(self._number, now_us, until_us, BURST_US if hears else NEVER_US)

    def listen(self, pins: Sequence[int], after_us: int, until_us: int) -> None:
        """The program does nothing until then or a change on one of these pins; it knows of none until `after_us`."""
        lockstep = self._lockstep
        if lockstep is None or lockstep.is_silent(self._number, after_us):
            return
        if self._parts.sounding.issuperset(pins):
            change = self.next_edge(pins, after_us, until_us)
            lockstep.fall_silent(self._number, until_us if change is None else change[0])

    def steady_until(self, pins: Sequence[int], after_us: int, until_us: int) -> int:
        """Until when at least these sharp pins keep their levels in after < t <= until, if no output changes."""
        for pin in pins:
            found = self._parts.next_change(pin, after_us, until_us)
            if found is not None:
                until_us = found[0]
        return self._pio.steady_until(pins, after_us, until_us) if self._pio is not None else until_us

    def state(self) -> tuple[int, ...]:
        """One integer for each of the trace's state fields."""
        left, right = self._encoders
        counts = left.count(self._state), right.count(self._state)
        motion = motion_record(self._state, self._bridges, counts, self._wheel_y)
        return *motion, *self._sensors.noise_free(self._state, self.t_us // self.step_us)

    def supply_low(self) -> bool:
        """Whether the battery's voltage is too low for the board, as of the last step."""
        return self._state[15] < self._brown_out_v

    def _break_down(self) -> None:
        """Go to the time of the next breakdown and let it happen."""
        at_us, fault = self._breakdowns.take()
        self.advance(at_us)
        if fault.kind == "jammed":
            self._jam(fault.device)
        elif fault.device in MOTORS:
            self._bridges[MOTORS.index(fault.device)].disconnect()
        elif fault.device in ENCODERS:
            self._silence(self._encoders[MOTORS.index(ENCODERS[fault.device])])
        else:
            self._sensors.break_down(fault.device, fault.kind == "cable-off", self.step_us)

    def _jam(self, side: str) -> None:
        """Something holds that wheel from now on."""
        robot = self._robot
        motor = robot.left if side == "left" else robot.right
        held = replace(motor, friction_mnm=JAM_MNM, static_friction_mnm=JAM_MNM)
        self._robot = replace(robot, left=held) if side == "left" else replace(robot, right=held)
        self._step = drive_step(self._robot, self.step_us / 1e6)
        if self._lockstep is not None:
            self._lockstep.arena.change(self._number, self._robot)

    def _silence(self, item: Encoder) -> None:
        levels = self.level(item.a), self.level(item.b)
        self._encoder_of[item.a] = self._encoder_of[item.b] = SilentEncoder(item, item.count(self._state), levels)

    def _next_phase(self, item: Encoder | SilentEncoder, pin: int, after_us: int, until_us: int) -> Change | None:
        """An encoder's next change: from the step just taken, else from those to come, tried without leaving a mark."""
        if isinstance(item, SilentEncoder):
            return None
        for t_us, before, state, _ in self._steps_ahead():
            if t_us >= until_us:  # its edges come later
                break
            for at, level in item.changes(pin, before, state, self.step_us):
                if after_us < t_us + at <= until_us:
                    return t_us + at, pin, level
        return None

    def _steps_ahead(self) -> Iterator[Stretch]:
        """The step just taken and those to come if no output changes, until nothing moves any more."""
        t_us, before, state = self.t_us, self._before, self._state
        together = self._lockstep.state if self._lockstep is not None else None
        yield t_us, before, state, together
        step_us = self.step_us
        (left, left_later), (right, right_later) = (bridge.ahead(step_us, t_us + step_us) for bridge in self._bridges)
        while not (_rested(before, state) and left is left_later and right is right_later) or (
            together is not None and any(map(moves, together.objects))
        ):
            if self._lockstep is None or together is None:
                before, state = state, self._step(state, left, right)
            else:
                setting = left, right, self._fingers_m(t_us + step_us)
                together = self._lockstep.foreseen(together, self._number, setting)
                before, state = state, together.robots[self._number]
            left, right = left_later, right_later
            t_us += step_us
            yield t_us, before, state, together


def _rested(before: State, state: State) -> bool:
    """Whether nothing moved in that step and no current flowed: with the same outputs it stays so. What has not taken a
    step yet may stand on a ramp."""
    return before is not state and not any(any(one[5:10]) or any(one[11:13]) for one in (before, state))
