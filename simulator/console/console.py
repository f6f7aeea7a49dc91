"""The console of a virtual board, as MicroPython 1.29 on a Pico has it, without any I/O.

Theory of operation. A console stands between two sides that never meet. On the cable's side bytes come in (`receive`)
and go out (`take_output`). On the board's side there is one piece of work at a time: `next_request` says what it is,
and nothing more follows until the board has said how it ended.

    board starts      RunFile("boot.py"), then in friendly mode and if that went well RunFile("main.py")
    a shell           turns bytes into an Execute, a Complete or a SoftReset; there are two, and a key leads from each
                      to the other: the friendly one for people (`friendly_shell`), the raw one for tools (`raw_shell`)
    work ends         `executed` or `completed`; the shell goes on with the bytes that came in meanwhile
    leaving           a program that raises SystemExit, or Ctrl-D on an empty line, makes the board start again

Bytes are looked at when the board is idle. While a program runs they wait: they are its standard input (`available`,
`read`, `ask`), and what it leaves is typed at the prompt. Only the interrupt key is found at once, at any place; it
drops what waits before it. Before a program starts, a Ctrl-C that waits is a byte like others, as on the board.

Whatever comes over the cable, nothing here raises and nothing grows without bound: the waiting input (`incoming`), the
waiting output (`output`), a program text (`bounded_text`) and a line (`line_editor`) have their limits. A call that the
board's side may not make now raises RuntimeError: that fault is ours.
"""

from collections.abc import Sequence
from enum import Enum

from .friendly_shell import FriendlyShell
from .incoming import Incoming
from .input_line import InputLine
from .keys import CTRL_C
from .line_editor import LineEditor
from .output import Output
from .raw_shell import RawShell
from .requests import Answer, Complete, Execute, Request, RunFile, SoftReset
from .shell import Shell, Turn

NO_KEY = -1


class _Stage(Enum):
    OFF = "not switched on yet"
    BOOT = "boot.py comes next"
    MAIN = "main.py comes next"
    PROMPT = "the shell reads"
    RUNNING = "a program runs"
    COMPLETING = "the board looks names up"
    LEAVING = "a soft reset comes next"
    RESETTING = "the board resets"


class Console:
    """A board's console; `banner` is what it says of itself: "MicroPython v1.29.0 on …; Raspberry Pi Pico with …"."""

    interrupt_key: int  # which byte interrupts the program; -1: none does. The program may set it

    def __init__(self, banner: str, buffer_bytes: int = 512) -> None:
        self._out = Output()
        self._incoming = Incoming(buffer_bytes)
        self._editor = LineEditor(self._out)
        self._friendly = FriendlyShell(self._out, self._editor, banner)
        self._raw = RawShell(self._out)
        self._switch_off()

    def _switch_off(self) -> None:
        self._shell: Shell = self._friendly
        self._stage = _Stage.OFF
        self._work: Execute | RunFile | None = None
        self._stop_running()

    # The cable's side

    def receive(self, data: bytes) -> None:
        """Take bytes from the cable, `room()` of them at most; what is more is lost, the interrupt key in it is not."""
        if self._incoming.accept(data, self.interrupt_key):
            self._interrupted = True

    def room(self) -> int:
        """How many bytes the cable may hand over now."""
        return self._incoming.room(self.interrupt_key)

    def take_output(self) -> bytes:
        """What is to be sent over the cable; it is forgotten here."""
        return self._out.take()

    # The board's side: starting and working

    def power_on(self) -> None:
        """The board got power or was reset by hardware: nothing is left of what was before."""
        self._switch_off()
        self._incoming.clear()
        self._editor.power_on()
        self._stage = _Stage.BOOT

    def soft_reset(self) -> None:
        """The interpreter was reset: the shell and the waiting input are kept, the history is not."""
        self._stop_running()
        self._editor.soft_reset()
        self._out.write(b"MPY: soft reboot\r\n")
        self._stage = _Stage.BOOT

    def next_request(self) -> Request | None:
        """What the board is to do next; None: nothing yet, or it is at work."""
        if self._stage is _Stage.BOOT:
            return self._start(RunFile("boot.py"))
        if self._stage is _Stage.MAIN:
            return self._start(RunFile("main.py"))
        if self._stage is _Stage.LEAVING:
            self._stage = _Stage.RESETTING
            return SoftReset()
        while self._stage is _Stage.PROMPT and self._incoming:
            outcome = self._shell.step(self._incoming)
            if isinstance(outcome, Execute):
                return self._start(outcome)
            if isinstance(outcome, Complete):
                self._stage = _Stage.COMPLETING
                return outcome
            if isinstance(outcome, SoftReset):
                self._stage = _Stage.RESETTING
                return outcome
            if outcome is Turn.OTHER_SHELL:
                self._shell = self._raw if self._shell is self._friendly else self._friendly
                self._shell.greet()
        return None

    def printed(self, data: bytes, raw: bool = False) -> None:
        """The program wrote this; unless `raw`, a line feed becomes carriage return and line feed, always."""
        if raw:
            self._out.write(data)
        else:
            self._out.write_cooked(data)

    def executed(self, error: str, leaves: bool) -> None:
        """The last Execute or RunFile is over. `error`: its traceback as printed, or ""; `leaves`: by SystemExit."""
        work = self._work
        if work is None:
            raise RuntimeError("nothing was running")
        if self._interrupted and not error and not leaves:
            error = "KeyboardInterrupt: \n"  # it came too late for the program to notice
        self._stop_running()
        marked = isinstance(work, Execute) and work.shell in ("raw", "raw-paste")
        self._out.write_ending("" if leaves else error, marked)
        if leaves:
            self._stage = _Stage.LEAVING
        elif work == RunFile("boot.py") and self._shell is self._friendly and not error:
            self._stage = _Stage.MAIN
        else:
            self._stage = _Stage.PROMPT
            if isinstance(work, RunFile):
                self._shell.greet()
            else:
                self._shell.prompt()

    def completed(self, names: Sequence[str]) -> None:
        """The answer to Complete: the names that begin with what was asked."""
        if self._stage is not _Stage.COMPLETING:
            raise RuntimeError("nothing was to be completed")
        self._stage = _Stage.PROMPT
        self._friendly.completed(names)

    def _start(self, work: Execute | RunFile) -> Execute | RunFile:
        self._stage = _Stage.RUNNING
        self._work = work
        self.interrupt_key = CTRL_C
        return work

    def _stop_running(self) -> None:
        self._work = None
        self._input_line: InputLine | None = None
        self._interrupted = False
        self.interrupt_key = NO_KEY

    # The board's side: a running program's keyboard

    def take_interrupt(self) -> bool:
        """Whether the interrupt key came in; told once. It also ends an `ask`."""
        told = self._interrupted
        if told:
            self._interrupted = False
            self._input_line = None
        return told

    def available(self) -> int:
        """How many bytes of standard input wait."""
        return len(self._incoming)

    def read(self, count: int) -> bytes:
        """Up to `count` bytes of standard input, as they were sent."""
        return self._incoming.take(count)

    def ask(self, prompt: str) -> None:
        """`input()`: show the prompt and let a line be edited; `answer` gives it."""
        self._out.write_cooked(prompt.encode("utf-8", "replace"))
        self._input_line = InputLine(self._editor)

    def answer(self) -> Answer | None:
        """How the last `ask` ended, told once; None while the line is being typed."""
        if self._input_line is None:
            return None
        if self.take_interrupt():
            return Answer("interrupted")
        answer = self._input_line.step(self._incoming)
        if answer:
            self._input_line = None
        return answer
