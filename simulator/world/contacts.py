"""Buttons on digital pins: all changes of a run are known from the beginning, but for those of a hand at the board.

No two pins change in the same µs, so that "the next change after t" leaves none out.
"""

from bisect import bisect_right
from collections.abc import Iterable

from ..devices.button import Edge, edges
from ..scene.faults import begins_us
from ..scene.model import Button, Press, RobotFault, Scene

Change = tuple[int, int, int]  # µs, pin, level


class Contacts:
    """Levels and changes by pin."""

    __slots__ = ("_changes", "_idle", "_presses", "_scene", "_seed", "_step_us", "_times")

    def __init__(self, scene: Scene, seed: int, step_us: int) -> None:
        self._scene, self._seed, self._step_us = scene, seed, step_us
        self._presses = scene.presses
        self._idle = {button.pin: int(button.active_low) for button in scene.robot.buttons}
        self._plan()

    def press(self, press: Press) -> None:
        """One more, which lies ahead."""
        self._presses = (*self._presses, press)
        self._plan()

    def _plan(self) -> None:
        scene, seed, step_us = self._scene, self._seed, self._step_us
        self._changes = {
            button.pin: _broken(
                tuple((at + 2 * number, level) for at, level in edges(button, self._presses, seed)),
                button,
                [(begins_us(fault, step_us), fault) for fault in scene.faults if fault.device == button.id],
            )
            for number, button in enumerate(scene.robot.buttons)
        }
        self._times = {pin: [at for at, _ in changes] for pin, changes in self._changes.items()}

    def pins(self) -> Iterable[int]:
        return self._changes

    def level(self, pin: int, t_us: int) -> int | None:
        """None where there is no contact on the pin."""
        times = self._times.get(pin)
        if times is None:
            return None
        passed = bisect_right(times, t_us)
        return self._changes[pin][passed - 1][1] if passed else self._idle[pin]

    def next_change(self, pin: int, after_us: int, until_us: int) -> Change | None:
        """The first change in after < t <= until."""
        times = self._times.get(pin, ())
        index = bisect_right(times, after_us)
        if index < len(times) and times[index] <= until_us:
            at, level = self._changes[pin][index]
            return at, pin, level
        return None


def _broken(changes: tuple[Edge, ...], button: Button, faults: list[tuple[int, RobotFault]]) -> tuple[Edge, ...]:
    """The changes when the button breaks: from then on its contact stays closed, or open, which is seen by its pull."""
    for at_us, fault in sorted(faults, key=lambda item: item[0]):
        closed = fault.kind == "stuck" and fault.value == 1.0
        level = int(button.active_low) ^ int(closed)
        before = tuple(change for change in changes if change[0] < at_us)
        last = before[-1][1] if before else int(button.active_low)
        changes = before if last == level else (*before, (at_us, level))
    return changes
