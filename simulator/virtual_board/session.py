"""A child with a console, served in a world: between two of its frames the cable is looked at, and time keeps its pace.

Beside the frames of any child there are three (numbers in `simulator/clock/_frames.py`). PROMPT waits as STEP does; it
ends early when something comes over the cable. Its answer's result is how many bytes the program may read, its payload
what the console asks for: a letter (`F`ile to run, raw te`X`t, `P`asted text, `S`ingle statement, `C`ompletion, soft
`R`eset, `L`ine typed for input(), `E`nd of file), "\\x01" where a run begins with it or "\\0", and a text. READ asks
for so many bytes of what is typed. What TOLD says begins with a letter: raw `o`utput, the `k`ey that interrupts (its
argument, less 1), the `f`lash has changed, `n`ames, `i`nput() begins, a file begins to run as a `p`rogram, it is
`s`tuck, it is `d`one (argument 1: by SystemExit).
"""

from collections.abc import Callable
from errno import EACCES, EDQUOT, ENOSPC, EROFS
from typing import Any, Protocol

from ..clock.loop_heads import with_loop_heads
from ..console import Complete, Console, Execute, RunFile, SoftReset
from ..problems import Problem
from ..runners import frames
from ..runners.child import Child
from ..runners.outcome import BoardReset, Limits, RunEnd
from ..runners.passage import ROBOT
from ..runners.session import MAX_TRACEBACK, Session
from ..runners.tracebacks import Fault, read_fault
from ..scene.model import Press, Scene
from .asleep import WaitingPassage, WaitingWorld
from .attempt import Attempt, LiveTrace
from .flash_folder import FlashFolder
from .pacing import Pacing, Timed
from .pasted import with_values_printed
from .watching import Watcher

LONGEST_WAIT_US = 10_000_000  # of a board at its prompt, then it tidies up
LOOK_US = 20_000  # the world is moved at least so often, so that it can be watched
NEVER_US = 500_000_000  # what a child names that waits for nothing: `_clock.EPOCH_US`
ENDLESS_US = 1 << 50
PROGRAM = "main.py"
_MAX_READ = 4096


class Board(Protocol):
    """What a session needs of the board around it. `attend` looks at the cable for at most so long, and may raise what
    ends the session."""

    console: Console
    flash: FlashFolder
    pacing: Pacing
    watcher: Watcher

    def attend(self, timeout_s: float) -> None: ...
    def shown(self, t_us: int, values: tuple[int, ...]) -> None: ...
    def attempt_ended(self, session: "LiveSession", ended: str, t_us: int, fault: Fault | None) -> None: ...
    def noticed(self, what: str) -> None: ...


class Begin(Exception):
    """A run begins: the child has been told, and a fresh session is to serve it from its first frame on."""

    def __init__(self, request: Execute | RunFile) -> None:
        super().__init__("begin")
        self.request = request


class LiveSession(Session):
    """Serves a child until its board starts again (BoardReset), a run begins in a world that nothing has touched
    (Begin), or `board.attend` ends it. `attempt` is what is judged meanwhile, if anything is."""

    _passing = WaitingPassage

    def __init__(
        self,
        world: WaitingWorld,
        scene: Scene,
        child: Child,
        restart: Callable[[dict[str, Any]], Child],
        board: Board,
        attempt: Attempt | None,
    ) -> None:
        self.attempt = attempt
        trace = attempt.trace if attempt is not None else LiveTrace(board.watcher)
        self._board = board
        self._console = board.console
        super().__init__(world, child, restart, trace, Limits(ENDLESS_US), self._see, {}, scene.presses, scene.faults)
        assert isinstance(self._passage, WaitingPassage)
        self._waiting: WaitingPassage = self._passage
        self._physical = world
        world.wake = self._waiting.wake
        self._max_frames = float("inf")
        self._idle_at = Timed()  # at the prompt time is a person's, however fast a program runs
        self._running: Execute | RunFile | None = None
        self.programs: list[str] = []  # files that have begun to run as programs of their own
        self._begin_pace()

    @property
    def untouched(self) -> bool:
        return self._waiting.asleep

    @property
    def going(self) -> bool:
        return self.attempt is not None and self.attempt.going

    @property
    def child(self) -> Child:
        return self._child

    @property
    def line(self) -> int:
        """Of the program's last loop head."""
        return self._line

    @property
    def now_us(self) -> int:
        """The latest time of which the child has said something."""
        return max(self._t, self._heard)

    @property
    def sources(self) -> dict[str, str]:
        return self._sources.texts

    def begins(self, request: Execute | RunFile) -> None:
        """The program whose first frame comes next."""
        self._running = request

    def serve(self) -> None:
        """Until something ends it, by an exception."""
        while True:
            try:
                self._serve()
            except BoardReset as reset:
                if not self.going or self._running is None or reset.soft:
                    raise
                self._resets = 0
                self._reset(reset)  # in the middle of a run the world goes on
                self._running = None
                self._console.power_on()
                self._begin_pace()

    def press(self, button: str, for_ms: int) -> None:
        """Somebody presses a button of the robot, now."""
        self._waiting.wake()
        at_ms = self.now_us // 1000 + 2 * LOOK_US // 1000
        self._physical.press(Press(button, at_ms, for_ms))
        self._trace.event(at_ms * 1000, ROBOT, "press", 0, button)

    # Time

    def _begin_pace(self) -> None:
        self._pace: Pacing = self._board.pacing
        self._pace_since = self._t
        self._pace.begin(self._t)

    def _change_pace(self, pacing: Pacing, now: int) -> None:
        """One pace counts at a time: it does not make up for what has passed by the other."""
        if pacing is not self._pace:
            if pacing is self._idle_at or now - self._pace_since > LOOK_US:
                pacing.begin(now)
            self._pace, self._pace_since = pacing, now

    def _step(self, now: int, wait: int, pulse: bool = False) -> None:
        # Nothing is seen of a world that nobody has touched: tools need not wait until a hand lets its time pass.
        stands = self.untouched and self._board.pacing.stands
        pacing = self._idle_at if stands else self._board.pacing
        self._t = self._pass(now, self._limited(now, wait), pacing)
        if pulse and self._edges.count == 1 and not self._interruptions.supply_failed:
            self._t = self._pass(self._t, self._limited(self._t, wait), pacing, edges=2)
        self._answer_wait(now, 0, b"")

    def _limited(self, now: int, wait: int) -> int:
        return min(now + wait, max(now, self._interruptions.next_us))

    def _pass(
        self, now: int, target: int, pacing: Pacing, heard: Callable[[], bool] | None = None, edges: int = 1
    ) -> int:
        """Let time pass at that pace. Returns when: earlier for so many edges that the program listens to, a failing
        supply, Ctrl-C, or when something is `heard`. What `attend` raises ends more."""
        console, interruptions = self._console, self._interruptions
        self._change_pace(pacing, now)
        while True:
            chunk = target if self.untouched else min(target, now + LOOK_US)
            while True:
                delay_s = pacing.delay_s(chunk)
                self._board.attend(delay_s)
                if console.take_interrupt():
                    interruptions.press_key()
                cut = (heard is not None and heard()) or interruptions.key_waits
                if delay_s <= 0 or cut:
                    break
            if cut:
                chunk = max(now, pacing.reached_us(chunk))
            seen = self._edges.wait(now, chunk, self._pass_to, edges)
            now = self._passage.to(seen, stops=True)
            if now < chunk or now >= target or cut:
                return now

    def _answer_wait(self, now: int, result: int, wish: bytes) -> None:
        interruptions, reached = self._interruptions, self._t
        if reached >= interruptions.next_us:
            interruptions.pass_to(reached)
        self._losing_power = interruptions.supply_failed
        events = [(reached, frames.SUPPLY, 0)] if self._losing_power else self._edges.told()
        if len(events) < frames.MAX_EVENTS and interruptions.take_key():
            events.append((reached, frames.CTRL_C, 1))
        self._send_answer(reached - now, events, result, len(wish))

    # What a board with a console asks and tells

    def _request(self, kind: int, now: int, argument: int, payload: bytes) -> None:
        if kind == frames.PROMPT:
            self._prompt(now, argument)
        elif kind == frames.READ:
            self._read(now, argument)
        elif kind == frames.TOLD:
            try:
                self._told(now, payload[:1], payload[1:], argument)
            except (KeyError, RuntimeError, TypeError, ValueError):  # what only a program says that forges a message
                raise RunEnd("broken_protocol", self._line) from None
        else:
            if kind == frames.TEXT:
                self._console.printed(payload)
            elif kind == frames.CALLBACK_ERROR:
                self._console.printed(payload.partition(b"\n")[2])
            super()._request(kind, now, argument, payload)

    def _open(self, text: str) -> int:
        # Whoever opens a channel holds it: a run that began in an untouched world after that would know of none.
        self._waiting.wake()
        return super()._open(text)

    def _prompt(self, now: int, wait: int) -> None:
        rests = wait >= NEVER_US and self._edges.masks == (0, 0)
        if self._running is None and rests and self.going and not self.untouched:
            self.end_attempt("program_end", now)
        wish = b""

        def heard() -> bool:
            nonlocal wish
            wish = self._wish(rests)
            return bool(wish) or (self._running is not None and self._console.available() > 0)

        self._t = now
        if not heard():
            # Who waits for a person waits as long as a person does; a run that goes on by its callbacks does not wait.
            pacing = self._board.pacing if self._drives_on and not rests else self._idle_at
            self._t = self._pass(now, min(now + wait, now + LONGEST_WAIT_US), pacing, heard)
        if wish:
            self._board.attend(0.0)  # what the console has said is on its way before the board is at work
        self._answer_wait(now, self._console.available(), wish)
        if wish:
            self._child.write(wish)
            if wish[1]:
                assert isinstance(self._running, Execute | RunFile)
                raise Begin(self._running)

    @property
    def _drives_on(self) -> bool:
        """A run goes on by its callbacks, though its last line is done."""
        return self.attempt is not None and self.going and self.attempt.drove and self._running is None

    def _wish(self, rests: bool) -> bytes:
        """What the console asks of the child; empty for nothing."""
        answer = self._console.answer()
        if answer is not None and answer.kind == "interrupted":
            self._interruptions.press_key()
        elif answer is not None:
            return (b"L\0" if answer.kind == "line" else b"E\0") + answer.line.encode()
        if self._running is not None:
            return b""
        while (request := self._console.next_request()) is not None:
            if isinstance(request, SoftReset):
                return b"R\0"
            if isinstance(request, Complete):
                return b"C\0" + request.line.encode()
            if isinstance(request, RunFile):
                if self._board.flash.read("/" + request.name) is None:
                    self._console.executed("", False)
                    continue
                self._running = request
                letter, text = b"F", request.name
            else:
                self._running = request
                letter = b"S" if request.how == "single" else b"P" if request.shell in ("friendly", "paste") else b"X"
                text = request.text.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
                self._sources.texts[PROGRAM] = text
                if request.shell == "paste":
                    text = with_values_printed(text)
                text = with_loop_heads(text, request.how == "single")
            begins = self.untouched and rests and _is_program(request)
            return letter + (b"\1" if begins else b"\0") + text.encode()
        return b""

    def _read(self, now: int, count: int) -> None:
        self._passage.to(now)
        self._t = now
        data = self._console.read(min(count, _MAX_READ))
        self._send_answer(0, [], len(data), len(data))
        if data:
            self._child.write(data)

    def _told(self, now: int, what: bytes, message: bytes, argument: int) -> None:
        if what == b"o":
            self._console.printed(message, raw=True)
        elif what == b"k":
            self._console.interrupt_key = argument - 1
        elif what == b"f":
            self._keep(*message.split(b"\n", 2))
        elif what == b"n":
            self._console.completed(message.decode().split("\n") if message else [])
        elif what == b"i":
            self._console.ask(message.decode())
        elif what == b"p":
            self.programs.append(message.decode())
            self._board.watcher.starts_program()
        elif what == b"s":
            self._board.noticed("stuck")
        elif what == b"d":
            self._done(now, message.decode("utf-8", "replace"), bool(argument))
        else:
            raise RunEnd("broken_protocol")

    def _keep(self, what: bytes, path: bytes, content: bytes) -> None:
        """Do to the folder what has been done to the flash; somebody else may have been there."""
        flash, name = self._board.flash, path.decode()
        try:
            if what == b"put":
                flash.put(name, content)
            elif what == b"rename":
                flash.rename(name, content.decode())
            else:
                {b"remove": flash.remove, b"mkdir": flash.mkdir, b"rmdir": flash.rmdir}[what](name)
        except OSError as error:
            if error.errno in (ENOSPC, EDQUOT, EACCES, EROFS):
                raise Problem("flash-unwritable", folder=str(flash.folder)) from None
            self._board.noticed("folder-changed")

    def _done(self, now: int, message: str, leaves: bool) -> None:
        head, _, error = message.partition("\n")
        line, _, kind = head.partition(" ")
        ran, self._running = self._running, None
        if ran is not None and _is_program(ran):
            if error:
                told = error.replace('"<stdin>"', f'"{PROGRAM}"')
                fault = self._sources.located(read_fault(told[:MAX_TRACEBACK]), int(line))
                self._print(now, fault.text())
                self.end_attempt("memory" if kind == "m" else "program_error", now, fault)
            elif leaves:
                self.end_attempt("program_end", now)
        self._tell_end_of_program()
        self._console.executed(error, leaves)

    def _tell_end_of_program(self) -> None:
        if self._running is None and not self._drives_on:
            self._board.watcher.ends_program()

    def end_attempt(self, ended: str, now: int, fault: Fault | None = None) -> None:
        """What is judged, if anything is, is over; the board goes on."""
        if self.going:
            self._passage.to(now)
        if self.going:  # the task's own rules may have ended it on the way
            self._finish_attempt(ended, now, fault)

    def _finish_attempt(self, ended: str, t_us: int, fault: Fault | None = None) -> None:
        self._passage.finish(t_us)
        self._board.attempt_ended(self, ended, t_us, fault)
        self._tell_end_of_program()

    def _see(self, t_us: int, values: tuple[int, ...]) -> str:
        self._board.shown(t_us, values)
        if self.attempt is not None and self.attempt.going:
            ended = self.attempt.see(t_us, values)
            if ended:
                self._finish_attempt(ended, t_us)
        return ""

    def _overflow(self) -> None:
        if self.going:
            self.end_attempt("output_cap", self._heard)

    def _count_request(self, payload: bytes) -> None:
        self._sources.begin_anew()

    def _count_idle(self, target: int) -> None:
        pass


def _is_program(request: Execute | RunFile) -> bool:
    """What is judged when it drives: a whole program, no line at the prompt and no boot.py."""
    return request.name == PROGRAM if isinstance(request, RunFile) else request.how == "file"
