"""What a living board shows now and showed lately, for pictures and pages: the board writes, any thread may read."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from threading import Lock

Values = tuple[int, ...]
Place = tuple[int, int, int, int]  # of an object: x and y in µm, heading in mdeg, 1 where it lies
# Its kind first: begins, state, move, output, display, event, text, printed, run.
Record = tuple[str | int | Values, ...]

KEPT_STATES = 9_000  # three minutes of driving; a robot that stands takes no more of them
KEPT_TEXT = 60_000  # characters
RULE = "\n" + "─" * 24 + "\n"  # under what the last program printed in an earlier world


@dataclass
class Seen:
    """How a board is. Times in µs since its world began. Two outlive it: `printed`, what the last program did that
    drove or that a file of the board was, with a rule under it; and the last `result`.

    `worlds` counts them; `run`, in this one: none, going (from the motors' first voltage) or over. `values` are a state
    record's; `path` are the last ones with their times. `places` of the objects that have moved in this world, by their
    numbers; `looks` by part, duties (0 to 65535) by output pin, when a button was pressed last by its id.
    """

    worlds: int = 0
    run: str = "none"
    t_us: int = 0
    values: Values = ()
    path: list[tuple[int, Values]] = field(default_factory=list)
    places: dict[int, Place] = field(default_factory=dict)
    looks: dict[str, str] = field(default_factory=dict)
    duties: dict[int, int] = field(default_factory=dict)
    pressed: dict[str, int] = field(default_factory=dict)
    texts: list[tuple[int, str]] = field(default_factory=list)
    printed: str = ""
    result: str = ""


class Present:
    """A watcher that remembers. One for each board."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._now = Seen()
        self._path: deque[tuple[int, Values]] = deque(maxlen=KEPT_STATES)
        self._texts: deque[tuple[int, str]] = deque()
        self._text_length = 0
        self._is_program = False  # what prints now
        self._said = ""  # by what the board is at
        self._listeners: list[Callable[[Record], None]] = []

    # What the board tells

    def begins(self, robot: int, values: Values) -> None:
        with self._lock:
            self._keep_printed()
            last = self._now
            self._now = Seen(last.worlds + 1, "none", 0, values, printed=last.printed, result=last.result)
            self._path.clear()
            self._path.append((0, values))
            self._texts.clear()
            self._text_length = 0
            self._tell(("begins", self._now.worlds, values))

    def state(self, t_us: int, robot: int, values: Values) -> None:
        with self._lock:
            path, now = self._path, self._now
            if len(path) > 1 and path[-1][1] == values == path[-2][1]:
                path.pop()  # it stands
            path.append((t_us, values))
            now.t_us, now.values = t_us, values
            self._tell(("state", t_us, values))

    def move(self, t_us: int, number: int, x_um: int, y_um: int, heading_mdeg: int, lying: int) -> None:
        with self._lock:
            place = self._now.places[number] = (x_um, y_um, heading_mdeg, lying)
            self._tell(("move", t_us, number, *place))

    def output(self, t_us: int, robot: int, pin: int, value: int) -> None:
        with self._lock:
            self._now.duties[pin] = value
            self._tell(("output", t_us, pin, value))

    def display(self, t_us: int, robot: int, part: str, text: str) -> None:
        with self._lock:
            self._now.looks[part] = text
            self._tell(("display", t_us, part, text))

    def event(self, t_us: int, robot: int, kind: str, line: int, cls: str) -> None:
        with self._lock:
            if kind == "press":
                self._now.pressed[cls] = t_us
            self._tell(("event", t_us, kind, line, cls))

    def text(self, t_us: int, robot: int, text: str) -> None:
        with self._lock:
            self._texts.append((t_us, text))
            self._text_length += len(text)
            while self._text_length > KEPT_TEXT and len(self._texts) > 1:
                self._text_length -= len(self._texts.popleft()[1])
            self._said = (self._said + text)[-KEPT_TEXT:]
            self._tell(("text", t_us, text))

    def starts_program(self) -> None:
        with self._lock:
            self._is_program = True

    def ends_program(self) -> None:
        with self._lock:
            self._keep_printed()

    def drives(self) -> None:
        with self._lock:
            self._is_program = True
            self._set_run("going")

    def ends(self) -> None:
        with self._lock:
            if self._now.run == "going":
                self._set_run("over")

    def judged(self, result: str) -> None:
        """The last run's result, in words; it stays until the next one's."""
        with self._lock:
            self._now.result = result

    def _keep_printed(self) -> None:
        if self._is_program:
            self._now.printed = self._said + RULE if self._said else ""
            self._tell(("printed", self._now.printed))
        self._is_program = False
        self._said = ""

    def _set_run(self, run: str) -> None:
        self._now.run = run
        self._tell(("run", run))

    def _tell(self, record: Record) -> None:
        for listener in self._listeners:
            listener(record)

    # What others ask

    def seen(self, states: int = KEPT_STATES, listener: Callable[[Record], None] | None = None) -> Seen:
        """How things are, a copy, with so many of the last states. From here on the listener is told every record, in
        the board's thread; until `leave`."""
        with self._lock:
            if listener is not None:
                self._listeners.append(listener)
            now = self._now
            path = list(islice(reversed(self._path), states))[::-1]
            return replace(
                now,
                path=path,
                places=dict(now.places),
                looks=dict(now.looks),
                duties=dict(now.duties),
                pressed=dict(now.pressed),
                texts=list(self._texts) if listener is not None else [],
            )

    def leave(self, listener: Callable[[Record], None]) -> None:
        with self._lock:
            self._listeners.remove(listener)
