"""The input pins of a motor's bridge: what a program's outputs make of the winding in a step."""

from collections.abc import Callable, Sequence

from ..devices.bridge import FULL, Phases
from ..scene.model import Motor
from .drive import DRIVERS, Winding


class Input:
    """One input pin. An output acts in the step that is taken next after it.

    A pin that changes more than once before that step (PWM by hand, say) acts with its mean over the step.
    """

    __slots__ = ("_area", "_since_us", "_stepped_us", "duty", "uneven")

    def __init__(self) -> None:
        self.duty = 0
        self.uneven = False  # it has changed more than once since the last step
        self._stepped_us = -1  # the last step before the last change
        self._since_us = 0  # the last change
        self._area = 0  # duty times µs, from the last step to the last change

    def set(self, duty: int, t_us: int, stepped_us: int) -> bool:
        """`stepped_us` is the time of the last step. Returns whether it has changed more than once since."""
        if self._stepped_us == stepped_us:
            self._area += self.duty * (t_us - self._since_us)
            self.uneven = True
        else:
            self._area = self.duty * (t_us - stepped_us)
            self._stepped_us = stepped_us
            self.uneven = False
        self._since_us = t_us
        self.duty = duty
        return self.uneven

    def acting(self, step_us: int, t_us: int) -> int:
        """The duty that acts in the step that ends at `t_us`, the next one."""
        if self.uneven and self._stepped_us == t_us - step_us:
            return (self._area + self.duty * (t_us - self._since_us)) // step_us
        return self.duty


class Bridge:
    """One half of a motor driver, with its motor's winding."""

    __slots__ = ("_duties", "_inputs", "_named", "_phases", "_uneven", "_windings", "changed", "pins", "winding")

    def __init__(self, motor: Motor, windings: Callable[[Phases], Winding]) -> None:
        named = motor.pin_in1, motor.pin_in2, motor.pin_pwm, motor.pin_standby
        self.pins = tuple(pin for pin in named if pin is not None)
        self.changed = False
        self._inputs = {pin: Input() for pin in self.pins}
        self._uneven = False  # an input has changed more than once since the last step
        in1, in2, pwm, standby = (self._inputs[pin] if pin is not None else TIED_HIGH for pin in named)
        self._named = in1, in2, pwm, standby
        self._phases: Callable[..., Phases] = DRIVERS[motor.driver].phases
        self._windings = windings
        self._duties = self._set()  # in force
        self.winding: Winding = windings(self._phases(*self._duties))

    def set(self, pin: int, duty: int, t_us: int, stepped_us: int) -> None:
        self.changed = True
        if self._inputs[pin].set(duty, t_us, stepped_us):
            self._uneven = True

    def take(self, step_us: int, t_us: int) -> None:
        """Put in force what has been set, for the step that ends at `t_us`."""
        duties = self._acting(step_us, t_us) if self._uneven else self._set()
        self.changed = self._uneven  # a mean holds for one step only
        self._uneven = False
        if duties != self._duties:
            self._duties = duties
            self.winding = self._windings(self._phases(*duties))

    def disconnect(self) -> None:
        """The motor's cable has come off: whatever is set, its winding is open."""
        self._phases = _open
        self._duties = ()
        self.changed = True

    def ahead(self, step_us: int, t_us: int) -> tuple[Winding, Winding]:
        """What will be in force in the step that ends at `t_us`, and in those after it, if nothing else is set."""
        if not self.changed:
            return self.winding, self.winding
        now, later = self._acting(step_us, t_us), self._set()
        return self._windings(self._phases(*now)), self._windings(self._phases(*later))

    def _set(self) -> tuple[int, ...]:
        in1, in2, pwm, standby = self._named
        return in1.duty, in2.duty, pwm.duty, standby.duty

    def _acting(self, step_us: int, t_us: int) -> tuple[int, ...]:
        return tuple([item.acting(step_us, t_us) for item in self._named])


def _open(*_: int) -> Phases:
    return Phases(0.0, 0.0, 1.0)


TIED_HIGH = Input()
TIED_HIGH.duty = FULL


class Together:
    """A pin that both bridges of a driver share: standby."""

    def __init__(self, pin: int, bridges: Sequence[Bridge]) -> None:
        self.pins = (pin,)
        self._bridges = bridges

    def set(self, pin: int, duty: int, t_us: int, stepped_us: int) -> None:
        for bridge in self._bridges:
            bridge.set(pin, duty, t_us, stepped_us)


def by_pin(bridges: Sequence[Bridge]) -> dict[int, Bridge | Together]:
    """What each pin of a driver leads to."""
    wired: dict[int, Bridge | Together] = {}
    for bridge in bridges:
        for pin in bridge.pins:
            wired[pin] = Together(pin, bridges) if pin in wired else bridge
    return wired
