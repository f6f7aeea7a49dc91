"""The virtual board: power, resets and runs, one child after the other, around one console and one flash."""

import queue
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from json import dumps
from typing import Any, Protocol

from ..console import Console, Execute, RunFile
from ..ends import RunEnds
from ..program import Program
from ..run import Conditions, Run, chance_seed, nominal_scene
from ..runners.affinity import one_core
from ..runners.child import POWER_ON, Boot, Child, ChildGone, Patience
from ..runners.factory import runner_for
from ..runners.outcome import BoardReset, RunEnd
from ..runners.passage import ROBOT
from ..runners.session import BOOT_US
from ..runners.tracebacks import Fault
from ..scene import vary, with_faults
from ..scene.chips import CHIPS, profile_of
from ..scene.model import Press
from ..world import World
from ..world.bodies import Bodies, alone
from .asleep import WaitingWorld
from .attempt import Attempt
from .field import Field, Place
from .flash_folder import FlashFolder
from .pacing import Pacing, Timed
from .session import PROGRAM, Begin, LiveSession
from .watching import NOBODY, Watcher

PATIENCE = Patience(silence_s=10.0, cpu_s=1 << 30)
_OUTPUT_CAP = 1 << 52
_MEMORY_CAP = 96 * 1024 * 1024  # a program that fills a board's memory meets its end within a second


class Cable(Protocol):
    """What carries the console's bytes. `serve` waits at most so long for any to come."""

    plugged: bool

    def serve(self, timeout_s: float) -> bool: ...
    def wake(self) -> None: ...
    def unplug(self) -> None: ...
    def plug_in(self) -> None: ...


class Events(Protocol):
    """Who is told what becomes of the board, in the board's own thread."""

    def run_ended(self, program: Program, run: Run) -> None: ...
    def noticed(self, what: str) -> None: ...
    def program_failed(self, program: Program, fault: Fault) -> None:
        """By an exception, in a file that ran, before its robot had moved: no run is told of."""


class _Command(Exception):
    """Somebody does something to the board with a hand."""


class PowerCut(_Command):
    pass


class Stopped(_Command):
    pass


@dataclass(frozen=True)
class Shown:
    """How the robot stands: time in µs and the values of a state record."""

    t_us: int
    values: tuple[int, ...]


class VirtualBoard:
    """`run` serves it until `stop`; the other methods may be called from another thread."""

    def __init__(
        self,
        conditions: Conditions,
        flash: FlashFolder,
        console: Console,
        cable: Cable,
        pacing: Pacing,
        events: Events,
        watcher: Watcher = NOBODY,
        place: Place | None = None,
    ) -> None:
        self.console = console
        self.flash = flash
        self.pacing = pacing
        self.conditions = conditions
        scene = nominal_scene(conditions)
        self._place = place or Place(Field(), 0, scene.start)
        self._others: Bodies = self._place.others if place is not None else alone
        self.scene = replace(scene, start=self._place.start)
        self._judged = self.scene == scene  # who starts elsewhere than the task says drives beside the race
        self.now = Shown(0, ())
        self.cable = cable
        self.watcher = watcher
        self._events = events
        self._commands: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._session: LiveSession | None = None
        self._runner = runner_for("micropython", trusted=True)
        self._profile = profile_of(self.scene.robot.board)
        pins = World(with_faults(self.scene), conditions.seed)
        self._prompt_pins = tuple(sorted(pins.prompt_pins))
        self._pulsed_pins = tuple(sorted(pins.pulsed_pins))
        self._driven_pins = tuple(sorted(pins.driven_pins))
        self._cable_in = True
        self._presses: tuple[Press, ...] = ()  # of the run that starts with the board

    # What people do to it

    def stop(self) -> None:
        self._do(_raiser(Stopped))

    def power_cycle(self, presses: tuple[Press, ...] = ()) -> None:
        """Off and on again, the robot on its start; these buttons are pressed after that."""

        def cut() -> None:
            self._presses = presses
            raise PowerCut

        self._do(cut)

    def press(self, button: str, for_ms: int = 200) -> None:
        def press() -> None:
            if self._session is not None:
                self._session.press(button, for_ms)

        self._do(press)

    def child_memory_bytes(self) -> int:
        """What the process holds that plays the board; 0 where the system does not say."""
        return self._session.child.memory_bytes() if self._session is not None else 0

    def wake(self) -> None:
        """Have it look around at once."""
        self.cable.wake()

    def unplug(self) -> None:
        self._do(lambda: self._pull(False))

    def plug_in(self) -> None:
        self._do(lambda: self._pull(True))

    def _pull(self, cable_in: bool) -> None:
        self._cable_in = cable_in
        if cable_in and not self.cable.plugged:
            self.cable.plug_in()
        elif not cable_in:
            self.cable.unplug()

    def _do(self, what: Callable[[], None]) -> None:
        self._commands.put(what)
        self.cable.wake()

    # What a session needs

    def attend(self, timeout_s: float) -> None:
        self.cable.serve(timeout_s)
        while not self._commands.empty():
            self._commands.get()()

    def shown(self, t_us: int, values: tuple[int, ...]) -> None:
        self.now = Shown(t_us, values)
        self._place.stand(self.scene.robot, values)

    def noticed(self, what: str) -> None:
        self._events.noticed(what)

    def attempt_ended(self, session: LiveSession, ended: str, t_us: int, fault: Fault | None) -> None:
        attempt = session.attempt
        assert attempt is not None
        if fault is not None and session.programs and fault.file != PROGRAM:
            # What a tool sent to have the file run is no program of its author's.
            fault = replace(fault, frames=tuple(frame for frame in fault.frames if frame[0] != PROGRAM))
        if not (attempt.drove and self._judged):
            if session.programs:  # else it was a tool that asked for something, and met an error
                fault = fault or attempt.last_error()
            attempt.drop()
            if attempt.drove:
                self.noticed("elsewhere")
            if fault is not None and session.programs and fault.cls != "KeyboardInterrupt":
                self._events.program_failed(self._program_of(session), fault)
            return
        program = self._program_of(session)
        line = fault.line if fault else session.line
        self._events.run_ended(program, attempt.end(program, ended, t_us, line, fault))

    # Its life

    def run(self) -> None:
        """Serve it until `stop`."""
        try:
            with one_core():
                self.console.power_on()
                boot: dict[str, Any] = {"reset_cause": POWER_ON, "flash": {}}
                while True:
                    boot = self._live(boot)
        except Stopped:
            pass

    def _live(self, boot: dict[str, Any]) -> dict[str, Any]:
        """From one start of the board to its next; returns what that begins with."""
        child = self._start(boot)
        session = self._session = LiveSession(self._shown_world(()), self.scene, child, self._start, self, None)
        try:
            while True:
                try:
                    session.serve()
                except Begin as begin:
                    session = self._session = self._begin(session, begin.request)
        except BoardReset as reset:
            session.end_attempt("program_end", session.now_us)
            if reset.soft:
                self.console.soft_reset()
            else:
                self._restart_hard()
            return reset.boot
        except PowerCut:
            self._restart_hard()
        except ChildGone as gone:
            session.end_attempt("hung" if gone.why == "silent" else "crashed", session.now_us)
            self.noticed("hung" if gone.why == "silent" else "crashed")
            self._restart_hard()
        except (RunEnd, RunEnds) as end:
            session.end_attempt(end.ended, session.now_us)
            self.noticed(end.ended)
            self._restart_hard()
        finally:
            session.child.close()
        return {"reset_cause": POWER_ON, "flash": {}}

    def _begin(self, session: LiveSession, request: Execute | RunFile) -> LiveSession:
        """A run begins: from here on its time counts, and it is judged."""
        presses, self._presses = self._presses if isinstance(request, RunFile) else self.scene.presses, ()
        scene = replace(self.scene, presses=presses)
        # It is judged by the task's scene, whoever pressed the button.
        attempt = Attempt(self.conditions, self.scene, self.watcher)
        world = self._shown_world(presses)
        fresh = LiveSession(world, scene, session.child, self._start, self, attempt)
        fresh.begins(request)
        fresh.sources.update(session.sources)
        return fresh

    def _shown_world(self, presses: tuple[Press, ...]) -> WaitingWorld:
        world = self._world(presses)
        self.watcher.begins(ROBOT, world.state())
        return world

    def _world(self, presses: tuple[Press, ...]) -> WaitingWorld:
        varied = vary(replace(self.scene, presses=presses), self.conditions.seed, self.conditions.profile)
        world = WaitingWorld(with_faults(varied), self.conditions.seed, bodies=self._others)
        self.shown(0, world.state())
        return world

    def _restart_hard(self) -> None:
        """A chip that is its own USB port takes the port away for as long as it starts."""
        while self._profile.PLATFORM == "rp2":
            self.cable.unplug()
            try:
                self._wait(BOOT_US)
                break
            except PowerCut:  # off again while it starts
                pass
        if self._cable_in and not self.cable.plugged:
            self.cable.plug_in()
        self.console.power_on()

    def _wait(self, us: int) -> None:
        pacing = Timed() if self.pacing.stands else self.pacing
        pacing.begin(0)
        while (delay_s := pacing.delay_s(us)) > 0:
            self.attend(delay_s)

    def _start(self, boot: dict[str, Any]) -> Child:
        files, folders, changed = self.flash.boot()
        flash = {**files, **{path + "/": "" for path in folders}, **boot["flash"]}
        times = {path: at_s - self._profile.EPOCH_S for path, at_s in changed.items()}
        flash.setdefault("kept:changed", b64encode(dumps(times).encode()).decode())
        return self._runner.start(
            Boot(
                board=CHIPS[self.scene.robot.board],
                seed=chance_seed(self.conditions.seed),
                program="",
                flash=flash,
                output_cap=_OUTPUT_CAP,
                prompt=self._prompt_pins,
                pulsed=self._pulsed_pins,
                driven=self._driven_pins,
                reset_cause=boot["reset_cause"],
                memory_cap=_MEMORY_CAP,
                console=True,
            ),
            PATIENCE,
        )

    def _program_of(self, session: LiveSession) -> Program:
        """What ran: the text that came over the cable, or the file that it ran; with the modules on the flash."""
        files = {
            path[1:]: content.decode("utf-8", "replace")
            for path, content in self.flash.files().items()
            if path.endswith(".py") and not path.startswith("/lib/")
        }
        main = session.sources.get(PROGRAM) or files.get(PROGRAM, "")
        if session.programs:
            main = files.get(session.programs[0].lstrip("/"), main)
        return Program(session.programs[0] if session.programs else PROGRAM, {**files, PROGRAM: main})


def _raiser(error: type[Exception]) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act
