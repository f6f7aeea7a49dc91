"""The two input pins of a motor's bridge: what a program's outputs make of the winding in a step."""

from collections.abc import Callable

from ..devices.drv8833 import Phases, phases
from ..scene.model import Motor
from .drive import Winding


class Input:
    """One input pin. An output acts in the step that is taken next after it.

    A pin that changes more than once before that step (PWM by hand, say) acts with its mean over the step.
    """

    __slots__ = ("_area", "_since_us", "changes", "duty")

    def __init__(self) -> None:
        self.duty = 0
        self.changes = 0  # since the last step
        self._area = 0  # duty times µs, from the last step to the last change
        self._since_us = 0  # the last change

    def set(self, duty: int, t_us: int, stepped_us: int) -> None:
        """`stepped_us` is the time of the last step."""
        if self.changes:
            self._area += self.duty * (t_us - self._since_us)
        else:
            self._area = self.duty * (t_us - stepped_us)
        self._since_us = t_us
        self.changes += 1
        self.duty = duty

    def acting(self, step_us: int, t_us: int) -> int:
        """The duty that acts in the step that ends at `t_us`, the next one."""
        if self.changes > 1:
            return (self._area + self.duty * (t_us - self._since_us)) // step_us
        return self.duty


class Bridge:
    """One half of a motor driver, with its motor's winding."""

    __slots__ = ("_duties", "_in1", "_in2", "_windings", "changed", "pins", "winding")

    def __init__(self, motor: Motor, windings: Callable[[Phases], Winding]) -> None:
        self.pins = motor.pin_in1, motor.pin_in2
        self.changed = False
        self._in1, self._in2 = Input(), Input()
        self._windings = windings
        self._duties = 0, 0  # in force
        self.winding: Winding = windings(phases(0, 0))

    def set(self, pin: int, duty: int, t_us: int, stepped_us: int) -> None:
        (self._in1 if pin == self.pins[0] else self._in2).set(duty, t_us, stepped_us)
        self.changed = True

    def take(self, step_us: int, t_us: int) -> None:
        """Put in force what has been set, for the step that ends at `t_us`."""
        in1, in2 = self._in1, self._in2
        # A mean holds for one step only.
        self.changed = in1.changes > 1 or in2.changes > 1
        duties = in1.acting(step_us, t_us), in2.acting(step_us, t_us)
        in1.changes = in2.changes = 0
        if duties != self._duties:
            self._duties = duties
            self.winding = self._windings(phases(*duties))

    def ahead(self, step_us: int, t_us: int) -> tuple[Winding, Winding]:
        """What will be in force in the step that ends at `t_us`, and in those after it, if nothing else is set."""
        if not self.changed:
            return self.winding, self.winding
        duties = self._in1.acting(step_us, t_us), self._in2.acting(step_us, t_us)
        return self._windings(phases(*duties)), self._windings(phases(self._in1.duty, self._in2.duty))
