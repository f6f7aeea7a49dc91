"""What the cables need of a console, and of a port."""

from selectors import BaseSelector
from typing import Protocol


class ConsoleEnd(Protocol):
    """The board's side: a console core without I/O."""

    def receive(self, data: bytes) -> None:
        """Typed by a client; never longer than `room()` said."""

    def room(self) -> int:
        """How many bytes the console takes now. The rest waits in the cable."""

    def take_output(self) -> bytes:
        """What the board printed since the last call."""


class Port(Protocol):
    """One way in. Times are `time.monotonic()`, in seconds. Whatever a client does, only `plug_in` may raise."""

    look_at: float
    """When it must be looked at though the selector reports nothing; infinity while reports suffice."""
    held: bool
    """Whether a client's bytes may be waiting for room in the console."""

    def plug_in(self, selector: BaseSelector) -> None:
        """Appear to clients, and have what is to be waited for watched by this selector."""

    def unplug(self) -> None:
        """Vanish for clients. Nothing happens if it has."""

    def close(self) -> None:
        """Vanish for good and leave nothing behind."""

    def send(self, data: bytes, now: float) -> None:
        """Output of the board: to the client at once if it takes it, kept a while if not, dropped if there is none."""

    def exchange(self, room: int, now: float) -> bytes:
        """Move what moves without waiting; return up to `room` bytes that were typed."""

    def backlog(self) -> int:
        """How many bytes wait to go out."""

    def worth_waiting_until(self) -> float:
        """Until when the board waits for the client to take its output; 0 when nothing waits."""
