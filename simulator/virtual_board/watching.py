"""Who looks at a board while it lives: told all that a trace could hold, whether or not one is kept."""

from typing import Protocol


class Watcher(Protocol):
    """Told in the board's own thread, so it must be quick. Times in µs since the world began; robots by number."""

    def begins(self, robot: int, values: tuple[int, ...]) -> None:
        """A new world: what was shown is gone, what was printed may stay. `values`: a state record's at its start."""

    def state(self, t_us: int, robot: int, values: tuple[int, ...]) -> None: ...
    def move(self, t_us: int, number: int, x_um: int, y_um: int, heading_mdeg: int, lying: int) -> None: ...
    def output(self, t_us: int, robot: int, pin: int, value: int) -> None: ...
    def display(self, t_us: int, robot: int, part: str, text: str) -> None: ...
    def event(self, t_us: int, robot: int, kind: str, line: int, cls: str) -> None: ...
    def text(self, t_us: int, robot: int, text: str) -> None: ...

    def starts_program(self) -> None:
        """A file begins to run as the robot's program, which is more than what tools have the board do for them."""

    def ends_program(self) -> None:
        """Whatever the board was at is done: what is printed from here on belongs to what comes next."""

    def drives(self) -> None:
        """The motors have a voltage for the first time: from here on what began is a run."""

    def ends(self) -> None:
        """The run that began is over; its world goes on."""


class Nobody:
    """A board that nobody looks at."""

    def begins(self, robot: int, values: tuple[int, ...]) -> None:
        pass

    def state(self, t_us: int, robot: int, values: tuple[int, ...]) -> None:
        pass

    def move(self, t_us: int, number: int, x_um: int, y_um: int, heading_mdeg: int, lying: int) -> None:
        pass

    def output(self, t_us: int, robot: int, pin: int, value: int) -> None:
        pass

    def display(self, t_us: int, robot: int, part: str, text: str) -> None:
        pass

    def event(self, t_us: int, robot: int, kind: str, line: int, cls: str) -> None:
        pass

    def text(self, t_us: int, robot: int, text: str) -> None:
        pass

    def starts_program(self) -> None:
        pass

    def ends_program(self) -> None:
        pass

    def drives(self) -> None:
        pass

    def ends(self) -> None:
        pass


NOBODY = Nobody()
