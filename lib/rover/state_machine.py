"""A state machine: what the robot does now, and what makes it do something else."""

from time import ticks_diff, ticks_ms

from micropython import const

from .check import function, whole
from .stop import stop_all

_MOST_MS = const(86_400_000)


class StateMachine:
    """The robot is in one state at a time and goes from one to another.

    The shortest way: each state is a function. It is called again and again, and returns the name of the next state, or
    nothing to stay. The first one given is where the machine begins; one that returns True ends it.

    The other way: states with names (`state`) and what leads from one to another (`transition`). A state that nothing
    leads away from is the end.

    Arguments:
        states (function): states of the first kind, as `StateMachine(search, follow)`.

    Example:
        from rover import StateMachine
        machine = StateMachine()
        machine.state("go", enter=lambda: rover.drive.drive(150))
        machine.state("stand", enter=rover.drive.brake)
        machine.transition("go", "stand", after=500)
        machine.run()
    """

    def __init__(self, *states):
        self._states = {}  # name: (enter, during, exit)
        self._order = []
        self._ways = []  # (source, target, when, after, label)
        self._seen = []  # (source, target) that a state's own function has gone
        self._now = None
        self._since = 0
        self._ended = False
        self._checked = False
        for step in states:
            function("state", step)
            self.state(step.__name__, during=step)

    def state(self, name, enter=None, during=None, exit=None):
        """Name a state. The first one named is where the machine begins.

        Arguments:
            name (str): its name.
            enter (function): called once when the machine comes to it.
            during (function): called at each step while it is there; it may return the next state's name.
            exit (function): called once when the machine leaves it.
        """
        for part, what in (("enter", enter), ("during", during), ("exit", exit)):
            if what is not None:
                function(part, what)
        if name not in self._states:
            self._order.append(name)
        self._states[name] = (enter, during, exit)
        self._checked = False

    def transition(self, source, target, when=None, after=None, label=None):
        """Say what leads from one state to another: a condition, a time, or both together.

        Arguments:
            source, target (str): names of states.
            when (function): called at each step; the machine goes when it returns True.
            after (int, ms): it goes no sooner than so long after it came to `source`; 0 to 86400000. Without `when`, a
                time-out.
            label (str): how the drawing calls it.
        """
        if when is not None:
            function("when", when)
        if after is not None:
            whole("after", after, 0, _MOST_MS, "ms")
        self._ways.append((source, target, when, after, label))
        self._checked = False

    def now(self):
        """The name of the state it is in, None before it has begun.

        Returns (str)
        """
        return self._now

    def time(self):
        """How long it has been in this state.

        Returns (int, ms)
        """
        return 0 if self._now is None else ticks_diff(ticks_ms(), self._since)

    def start(self, name=None):
        """Begin.

        Arguments:
            name (str): of the state to begin in; the first one when left out.
        """
        self._check()
        if not self._order:
            from .errors import RoverError

            raise RoverError("R68", "StateMachine")
        if name is None:
            name = self._order[0]
        self._known(name)
        self._ended = False
        self._enter(name)

    def step(self):
        """Do one step: what the state does, then go on if something leads away. For a behaviour loop.

        Returns (bool): True when the machine has come to its end.
        """
        if self._now is None:
            self.start()
        elif not self._ended:
            self._check()
            during = self._states[self._now][1]
            target = during() if during is not None else None
            if target is True:
                self._leave()
                self._ended = True
            elif target:
                self._known(target)
                way = (self._now, target)
                if way not in self._seen:
                    self._seen.append(way)
                self._go(target)
            else:
                self._try_ways()
        return self._ended

    def run(self, period=20, start=None):
        """Go through the states until the end. Motors are left as the last state left them; when Ctrl-C or an error
        ends the run, all that moves is switched off.

        Arguments:
            period (int, ms): from one step to the next; 1 to 60000.
            start (str): where to begin; the first state when left out.

        In an asyncio task `await` it.
        """
        from .behaviour import every

        try:
            self.start(start)
            return every(period, self.step, self._rest, "StateMachine.run()")
        except BaseException:
            self._rest()
            raise

    def draw(self):
        """The machine as text in Mermaid's language, which many editors and sites show as a drawing.

        Where a state's own function chooses the next one, the ways that it has gone so far are drawn.

        Returns (str)
        """
        names = self._order
        lines = ["stateDiagram-v2"]
        ways = list(self._ways)
        for source, target in self._seen:
            ways.append((source, target, None, None, ""))
        for i in range(len(names)):
            lines.append(f'    state "{names[i]}" as s{i}')
        if names:
            lines.append("    [*] --> s0")
        for source, target, when, after, label in ways:
            self._known(source)
            self._known(target)
            words = _label(when, after) if label is None else label
            end = " : " + words if words else ""
            lines.append(f"    s{names.index(source)} --> s{names.index(target)}{end}")
        for i in range(len(names)):
            if self._last(names[i]):
                lines.append(f"    s{i} --> [*]")
        return "\n".join(lines) + "\n"

    def _rest(self):
        if not self._ended:
            stop_all()

    def _try_ways(self):
        now = self._now
        for source, target, when, after, _ in self._ways:
            if source == now and (after is None or self.time() >= after) and (when is None or when()):
                self._go(target)
                return

    def _go(self, target):
        self._leave()
        self._enter(target)

    def _leave(self):
        leave = self._states[self._now][2]
        if leave is not None:
            leave()

    def _enter(self, name):
        self._now = name
        self._since = ticks_ms()
        enter = self._states[name][0]
        if enter is not None:
            enter()
        self._ended = self._last(name)

    def _last(self, name):
        """True for a state that nothing leads away from."""
        if self._states[name][1] is not None:
            return False
        for way in self._ways:
            if way[0] == name:
                return False
        return True

    def _check(self):
        if not self._checked:
            for way in self._ways:
                self._known(way[0])
                self._known(way[1])
            self._checked = True

    def _known(self, name):
        if name not in self._states:
            from .errors import RoverError

            raise RoverError("R62", "StateMachine", value=name, allowed=", ".join(self._order) or "none")


def _label(when, after):
    words = "" if when is None else getattr(when, "__name__", "when")
    if words[:1] == "<":  # a lambda has no name
        words = "when"
    if after is None:
        return words
    return f"{words} after {after} ms" if words else f"after {after} ms"
