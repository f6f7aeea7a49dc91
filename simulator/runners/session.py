"""One program in one world: answers a child's frames, moves the world, writes the trace."""

from collections.abc import Callable
from typing import Any, Protocol

from marshrut.simulator.ends import RunEnds
from marshrut.simulator.scene.model import Press, RobotFault
from marshrut.simulator.trace import TraceWriter

from . import frames
from .channels import Channels, Inputs
from .child import POWER_ON, Child, ChildGone, boot_after_reset
from .edges import Changing, Edge, Edges
from .outcome import BoardReset, Limits, Outcome, RunEnd
from .passage import ROBOT, Moving, Passage, TimeIsUp
from .sources import Sources
from .tracebacks import read_fault

# How a child may say that its run has ended; every other end is for the host to call.
ENDS = frozenset(("program_end", "program_error", "memory", "stuck", "forbidden"))
BOOT_US = 300_000  # from a reset to the program's first line
MAX_RESETS = 20
_LONG = 1 << 30
MAX_RECORDS = 500_000  # in a trace: some 300 MB while it is judged and drawn
MAX_TRACEBACK = 4000  # characters, as a child sends them
MAX_PAYLOADS = 64 << 20  # bytes in all, but for bus transfers: modules, errors, flashes
MEMORY_FULL = 200 * 1024 * 1024  # bytes; a child that holds more and falls silent is looking for memory
MAX_FRAMES = 2_000_000  # a loop that never sleeps makes a quarter of a million in three minutes
MAX_IDLE_FRAMES = 1000
MAX_REQUESTS = 100_000  # frames that do not let time pass: opened channels, modules, printed texts


class World(Moving, Inputs, Changing, Protocol):
    """What a session needs of a world; times in µs, duties 0 to 65535."""

    def set_pin(self, pin: int, duty: int, t_us: int) -> None: ...
    def set_frequency(self, pin: int, hz: int, t_us: int) -> None: ...
    def restart_board(self, t_us: int) -> None: ...
    def transfer(self, payload: bytes, us: int, t_us: int) -> "Transfer": ...


class Transfer(Protocol):
    """What a bus transfer brought, and how long it took."""

    @property
    def result(self) -> int: ...
    @property
    def data(self) -> bytes: ...
    @property
    def us(self) -> int: ...


class Session:
    """Serves one child until the run ends.

    `restart` starts another child after a reset of the board, and is told the flash and the cause that it begins with.
    `referee` sees every state record (t_us, values) and names the reason to end, or "". `progress` is told the time
    now and then. `faults` that begin during the run cut a wait short; the world knows what they do. `sources` are the
    program's files by the name a traceback gives them.
    """

    _passing = Passage

    def __init__(
        self,
        world: World,
        child: Child,
        restart: Callable[[dict[str, Any]], Child],
        trace: TraceWriter,
        limits: Limits,
        referee: Callable[[int, tuple[int, ...]], str],
        sources: dict[str, str],
        presses: tuple[Press, ...] = (),
        faults: tuple[RobotFault, ...] = (),
        progress: Callable[[int], None] | None = None,
        robot: int = ROBOT,
    ) -> None:
        self._robot = robot
        self._world = world
        self._restart = restart
        self._child = child
        self._resets = 0
        self._trace = trace
        self._limits = limits
        self._sources = Sources(sources)
        self._passage = self._passing(world, trace, limits.time_us, referee, presses, faults, progress, robot)
        self._interruptions = self._passage.interruptions
        self._losing_power = False  # the child has been told, and has only to hand over its flash
        self._t = 0  # time of the last answer
        self._line = 0
        self._pins: dict[int, int] = {}
        self._frequencies: dict[int, int] = {}
        self._edges = Edges(world)
        self._channels = Channels(world)
        self._answer = bytearray(frames.FRAME_BYTES)
        self._samples_in_use = False  # the program reads the ADC's pins, so that the next answer brings them
        self._samples_told = False  # since that answer
        self._text_bytes = 0
        self._requests = 0
        self._payload_bytes = 0
        self._heard = 0  # the latest time that the child has named
        self._acted = 0  # when its last output was
        self._max_frames: float = MAX_FRAMES
        self._idle_frames = 0  # in a row, in which no time passed

    def run(self) -> Outcome:
        """Serve until the end of the run; the end is the last event of the trace."""
        left = ""
        try:
            while True:
                try:
                    self._serve()
                except BoardReset as reset:
                    self._reset(reset)
        except RunEnd as reason:
            end = reason
        except TimeIsUp as reason:
            self._t = reason.t_us
            end = RunEnd(reason.ended, self._line)
        except RunEnds as reason:
            self._t = max(self._t, self._passage.last_record_us())
            end = RunEnd(reason.ended, self._line)
        except ChildGone as gone:
            if gone.why == "broken" and not self._child.frames:
                raise  # it never came as far as the program
            ended = {"silent": "hung", "cpu": "cpu_limit", "broken": "crashed"}[gone.why]
            # MicroPython's search for room in a nearly full heap takes ever longer: that is no endless operation
            end = RunEnd("memory" if gone.memory_bytes > MEMORY_FULL else ended, self._line)
            left = gone.stderr if gone.why == "broken" else ""
        finally:
            self._child.close()
        self._passage.finish(self._t)
        self._trace.event(self._t, self._robot, end.ended, end.line, end.fault.cls if end.fault else "")
        cut = self._text_bytes >= self._limits.output_cap
        return Outcome(end.ended, self._t, end.line, end.fault, cut, left)

    def stand(self, judged: bool) -> None:
        """After its end, among robots that go on: the robot is moved until the run's time is up."""
        self._passage.stand(judged)

    def close(self) -> None:
        """End the child, if it still lives."""
        self._child.close()

    def _serve(self) -> None:
        read = self._child.read
        header = frames.HEADER.unpack_from
        each_output = frames.OUTPUT.iter_unpack
        write_output = self._trace.output
        set_pin = self._world.set_pin
        pins = self._pins
        edges = self._edges
        passage = self._passage
        records = self._trace.lines
        # names that are looked up with every frame
        frame_bytes, first_output, most_outputs = frames.FRAME_BYTES, frames.FIRST_OUTPUT, frames.MAX_OUTPUTS
        output_bytes, all_pins, robot = frames.OUTPUT.size, frames.PINS, self._robot
        step, in_use = frames.STEP, frames.IN_USE
        while True:
            frame = read(frame_bytes)
            kind, elapsed, argument, line, outputs, payload, watch_low, watch_high, samples = header(frame)
            t = self._t
            now = t + elapsed
            if not (
                self._heard <= now
                and 0 <= elapsed < _LONG
                and 0 <= argument < _LONG
                and 0 <= line < _LONG
                and 0 <= outputs <= most_outputs
            ):
                raise RunEnd("broken_protocol", self._line)
            self._line = line
            self._heard = now
            earliest = self._acted - t  # no output comes before an earlier one, or after the frame
            for pin, duty, after in each_output(frame[first_output : first_output + output_bytes * outputs]):
                if not (earliest <= after and 0 <= after <= elapsed):
                    raise RunEnd("broken_protocol", line)
                earliest = after
                if not (0 <= pin < all_pins and 0 <= duty <= 65535):
                    self._set_frequency(pin - all_pins, duty, after)
                elif pins.get(pin) != duty:
                    pins[pin] = duty
                    at = t + after
                    if at >= passage.next_step_us:
                        passage.to(at)
                    set_pin(pin, duty, at)
                    write_output(at, robot, pin, duty)
            if outputs:
                self._acted = t + earliest
            if (watch_low, watch_high) != edges.masks:
                edges.watch(watch_low, watch_high, now)
            if self._losing_power and kind not in (frames.TEXT, frames.RESET):
                raise RunEnd("broken_protocol", line)
            self._samples_in_use = samples == in_use
            if kind == step:
                self._step(now, argument)
            elif kind == frames.PULSE:
                self._step(now, argument, pulse=True)
            elif kind == frames.SAMPLE and not outputs and not payload:
                self._tell_samples()
            else:
                self._request(kind, now, argument, self._child.read(self._checked(payload)) if payload else b"")
            if len(records) > MAX_RECORDS or self._child.frames > self._max_frames:
                self._overflow()

    def _tell_samples(self) -> None:
        """What the ADC's pins read since the last answer, which came without: no child has to ask again."""
        if self._samples_told:
            raise RunEnd("broken_protocol", self._line)
        self._samples_told = True
        self._max_frames += 1  # how often a program looks, and when, is nobody's concern
        self._channels.sample(self._answer)
        self._child.write(self._answer)

    def _overflow(self) -> None:
        """The run has said more than anybody wants to keep."""
        raise RunEnd("output_cap", self._line)

    def _set_frequency(self, pin: int, hz: int, after: int) -> None:
        if not (0 <= pin < frames.PINS and 0 <= hz <= frames.MAX_FREQUENCY_HZ):
            raise RunEnd("broken_protocol", self._line)
        if self._frequencies.get(pin, 0) != hz:
            self._frequencies[pin] = hz
            self._world.set_frequency(pin, hz, self._t + after)
            self._trace.frequency(self._t + after, self._robot, pin, hz)

    def _step(self, now: int, wait: int, pulse: bool = False) -> None:
        """Let time pass up to an edge; of a pulse, up to the second one."""
        interruptions = self._interruptions
        target = self._wait(now, wait, 1)
        if pulse and self._edges.count == 1 and not interruptions.supply_failed:
            target = self._wait(target, wait, 2)
        self._t = target
        if target >= interruptions.next_us:
            interruptions.pass_to(target)
        self._losing_power = interruptions.supply_failed
        events = [(target, frames.SUPPLY, 0)] if self._losing_power else self._edges.told()
        if interruptions.key_waits and len(events) < frames.MAX_EVENTS:
            interruptions.take_key()
            events.append((target, frames.CTRL_C, 1))
        self._send_answer(target - now, events, 0, 0)

    def _wait(self, now: int, wait: int, edges: int) -> int:
        """Let time pass until there are so many edges to tell, or something interrupts; returns when."""
        target = now + wait
        if target > self._interruptions.next_us:
            target = max(now, self._interruptions.next_us)
        target = self._edges.wait(now, target, self._pass_to, edges)
        self._count_idle(target)
        return self._passage.to(target, stops=True)

    def _pass_to(self, target: int) -> int:
        """Go on to that time, or to where the supply fails before."""
        return self._passage.to(target, stops=True)

    def _count_idle(self, target: int) -> None:
        """A child that asks and asks while no time passes has broken the protocol: each call on a board takes some."""
        if target != self._t:
            self._idle_frames = 0
            return
        self._idle_frames += 1
        if self._idle_frames > MAX_IDLE_FRAMES:
            raise RunEnd("broken_protocol", self._line)

    def _transfer(self, now: int, us: int, payload: bytes) -> None:
        """A bus is busy: time passes whatever else happens, and edges on watched pins are told after it."""
        self._passage.to(now)
        try:
            transfer = self._world.transfer(payload, us, now)
        except ValueError:
            raise RunEnd("broken_protocol", self._line) from None
        target = now + transfer.us
        self._count_idle(target)
        self._edges.pass_by(target, self._passage.to)
        self._passage.to(target)
        self._t = target
        self._send_answer(transfer.us, self._edges.told(), transfer.result, len(transfer.data))
        if transfer.data:
            self._child.write(transfer.data)

    def _send_answer(self, advanced: int, events: list[Edge], result: int, payload: int) -> None:
        answer = self._answer
        t = self._t
        sure = self._world.foresight(t, self._passage.next_step_us)
        until = self._channels.steady_until(t, self._edges.next_us(t, sure))
        frames.ANSWER.pack_into(answer, 0, advanced, until - t, len(events), result, payload)
        if events:
            for i, (at, pin, level) in enumerate(events):
                frames.EVENT.pack_into(answer, frames.FIRST_EVENT + 8 * i, pin * 2 + level, t - at)
        self._channels.fill(answer, t)
        self._samples_told = self._samples_in_use
        if self._samples_in_use:
            self._channels.sample(answer)
        self._child.write(answer)

    def _request(self, kind: int, now: int, argument: int, payload: bytes) -> None:
        if kind == frames.BUS:
            self._transfer(now, argument, payload)
            return
        self._count_request(payload)
        text = payload.decode("utf-8", "replace")
        if kind == frames.TEXT:
            self._print(now, text)
        elif kind == frames.OPEN:
            self._passage.to(now)
            self._t = now
            self._send_answer(0, [], self._open(text), 0)
        elif kind == frames.SOURCE:
            self._passage.to(now)
            self._t = now
            name, _, source = text.partition("\n")
            data = self._sources.with_heads(name.lstrip("/"), source, len(payload)).encode()
            self._send_answer(0, [], 0, len(data))
            self._child.write(data)
        elif kind == frames.CALLBACK_ERROR:
            fault = self._sources.located(read_fault(text.partition("\n")[2][:MAX_TRACEBACK]), argument)
            self._trace.event(now, self._robot, "callback_error", fault.line, fault.cls)
            self._print(now, fault.text())
        elif kind == frames.RESET:
            try:
                boot, soft = boot_after_reset(text)
            except ValueError:
                raise RunEnd("broken_protocol", self._line) from None
            raise BoardReset(now, boot, soft)
        elif kind == frames.END:
            ended, _, traceback = text.partition("\n")
            if ended not in ENDS:
                raise RunEnd("broken_protocol", self._line)
            self._passage.to(now)
            self._t = now
            if not traceback:
                raise RunEnd(ended, self._line)
            fault = self._sources.located(read_fault(traceback[:MAX_TRACEBACK]), argument)
            self._print(now, fault.text())
            raise RunEnd(ended, fault.line, fault)
        else:
            raise RunEnd("broken_protocol", self._line)

    def _count_request(self, payload: bytes) -> None:
        self._requests += 1
        self._payload_bytes += len(payload)
        if self._requests > MAX_REQUESTS or self._payload_bytes > MAX_PAYLOADS:
            raise RunEnd("output_cap", self._line)

    def _print(self, now: int, text: str) -> None:
        """Keep what the program or its interpreter says, as far as the cap allows."""
        if self._text_bytes < self._limits.output_cap:
            self._text_bytes += len(text.encode())
            self._trace.text(now, self._robot, text)

    def _reset(self, reset: BoardReset) -> None:
        """The board starts again: its pins let go, its flash stays, the world goes on."""
        self._passage.to(reset.t_us)
        boot = reset.boot
        if self._interruptions.supply_failed:
            # As MicroPython tells it on the ESP32 (ports/esp32/modmachine.c) and on the rp2: like any power-on.
            boot = boot | {"reset_cause": POWER_ON}
        self._trace.event(
            reset.t_us, self._robot, "brown_out" if self._interruptions.supply_failed else "reset", self._line
        )
        self._child.close()
        self._resets += 1
        if self._resets > MAX_RESETS:
            self._t = reset.t_us
            raise RunEnd("reset_loop", self._line)
        self._world.restart_board(reset.t_us)
        for pin, duty in self._pins.items():
            if duty:
                self._world.set_pin(pin, 0, reset.t_us)
                self._trace.output(reset.t_us, self._robot, pin, 0)
        self._pins.clear()
        for pin in [pin for pin, hz in self._frequencies.items() if hz]:
            self._world.set_frequency(pin, 0, reset.t_us)
            self._trace.frequency(reset.t_us, self._robot, pin, 0)
        self._frequencies.clear()
        self._channels.clear()
        self._edges.clear(reset.t_us)
        self._passage.to(reset.t_us + BOOT_US)
        self._t = reset.t_us + BOOT_US
        self._interruptions.supply_returns(self._t)
        self._losing_power = False
        self._child = self._restart(boot)

    def _open(self, text: str) -> int:
        try:
            return self._channels.open(text)
        except ValueError:
            raise RunEnd("broken_protocol", self._line) from None

    def _checked(self, payload: int) -> int:
        if not 0 <= payload <= frames.MAX_PAYLOAD:
            raise RunEnd("broken_protocol", self._line)
        return payload
