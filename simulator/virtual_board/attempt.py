"""One run that is judged: from a program's first line in a fresh world to the end that task or program makes."""

import re

from ..judge import watcher_of
from ..program import Program
from ..run import Conditions, Run, trace_header
from ..runners.outcome import Outcome
from ..runners.tracebacks import Fault
from ..scene import Scene
from ..scoring import judge_run
from ..trace import Trace, TraceWriter
from ..trace.writer import Listener
from .watching import NOBODY, Watcher

# As the launcher says how a program ended: `device/launcher.py`
_ERROR = re.compile(r"/?([^\s:,]+), line (\d{1,9}): (?:(\w*(?:Error|Exception|Iteration))(?:: (.*))?|(.* \[R\d\d\]))")
VOLTAGES = slice(7, 9)  # of the motors, in a state's values


class LiveTrace(TraceWriter):
    """Keeps what happens while it is `open`; the watcher is told always."""

    open = False

    def __init__(self, watcher: Watcher = NOBODY, listener: Listener | None = None) -> None:
        super().__init__({}, listener)
        self._watcher = watcher

    def close(self) -> None:
        self.open = False
        self._watcher.ends()

    def state(self, t_us: int, robot: int, values: tuple[int, ...]) -> None:
        self._watcher.state(t_us, robot, values)
        if self.open:
            super().state(t_us, robot, values)

    def move(self, t_us: int, number: int, x_um: int, y_um: int, heading_mdeg: int, lying: int) -> None:
        self._watcher.move(t_us, number, x_um, y_um, heading_mdeg, lying)
        if self.open:
            super().move(t_us, number, x_um, y_um, heading_mdeg, lying)

    def output(self, t_us: int, robot: int, pin: int, value: int) -> None:
        self._watcher.output(t_us, robot, pin, value)
        if self.open:
            super().output(t_us, robot, pin, value)

    def frequency(self, t_us: int, robot: int, pin: int, hz: int) -> None:
        if self.open:
            super().frequency(t_us, robot, pin, hz)

    def display(self, t_us: int, robot: int, part: str, text: str) -> None:
        self._watcher.display(t_us, robot, part, text)
        if self.open:
            super().display(t_us, robot, part, text)

    def event(self, t_us: int, robot: int, kind: str, line: int = 0, cls: str = "") -> None:
        self._watcher.event(t_us, robot, kind, line, cls)
        if self.open:
            super().event(t_us, robot, kind, line, cls)

    def text(self, t_us: int, robot: int, text: str) -> None:
        self._watcher.text(t_us, robot, text)
        if self.open:
            super().text(t_us, robot, text)


class Attempt:
    """`going` from its beginning to its end. It counts as a run when the robot's motors have had a voltage."""

    def __init__(self, conditions: Conditions, scene: Scene, watcher: Watcher = NOBODY) -> None:
        self._conditions = conditions
        self._scene = scene
        self._live = watcher
        self._watcher = watcher_of(conditions.task, [scene])
        self.trace = LiveTrace(watcher, self._watcher)
        self.trace.open = True
        self.drove = False

    @property
    def going(self) -> bool:
        return self.trace.open

    def see(self, t_us: int, values: tuple[int, ...]) -> str:
        """Why the run must end, by the task's rules; "" while it goes on."""
        if not self.drove and any(values[VOLTAGES]):
            self.drove = True
            self._live.drives()
        return self._watcher.see(t_us, values)

    def last_error(self) -> Fault | None:
        """That of a program which the launcher ran: it has caught the error, and said so in the last line."""
        lines = "".join(text for _, _, text in Trace.of(self.trace).texts).splitlines()
        found = _ERROR.fullmatch(lines[-1]) if lines else None
        if found is None:
            return None
        file, line = found[1], int(found[2])
        return Fault(found[3] or "RoverError", found[4] or found[5] or "", file, line, ((file, line),))

    def drop(self) -> None:
        """It was no run."""
        self.trace.close()

    def end(self, program: Program, ended: str, t_us: int, line: int, fault: Fault | None) -> Run:
        """The finished run; what `passage.finish` had to write is written."""
        self.trace.event(t_us, 0, ended, line, fault.cls if fault else "")
        self.trace.close()
        self.trace.header = trace_header(program, self._conditions, self._scene)
        finished = Trace.of(self.trace)
        return Run(
            finished,
            judge_run(self._conditions.task, finished),
            Outcome(ended, t_us, line, fault, ended == "output_cap"),
        )
