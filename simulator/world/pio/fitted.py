"""A chip's PIO as it is fitted into a world: what its blocks see and drive there, and what the world asks of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...devices.bridge import FULL
from ..bridges import Bridge, Together
from ..buses import Transfer
from ..contacts import Change, Contacts
from ..encoders import Encoder, SilentEncoder
from ..parts import Parts
from ..surroundings import Stretch
from .ahead import FLAG_PIN, PioAhead
from .inputs import Outside
from .pins import PINS, PioPins
from .requests import PioRequests


@dataclass(frozen=True, slots=True)
class Fittings:
    """What of the world a PIO meets. `now_us` is the time of the last step, `level` what is on a pin from outside."""

    step_us: int
    now_us: Callable[[], int]
    level: Callable[[int, int], int]
    steps_ahead: Callable[[], Iterator[Stretch]]
    encoder_of: Mapping[int, Encoder | SilentEncoder]
    contacts: Contacts
    parts: Parts
    bridge_of: Mapping[int, Bridge | Together]
    led_pins: Sequence[int]


class FittedPio:
    """`sharp` are the world's pins that may change between two steps, with those that the PIO may move: `moving`."""

    def __init__(self, fittings: Fittings) -> None:
        self._fittings = fittings
        parts = fittings.parts
        outside = Outside(fittings.level, self._phases, self._others, fittings.steps_ahead, self._drive)
        self.pins = PioPins(outside, {*fittings.bridge_of, *parts.prompt}, fittings.led_pins, parts.wires)
        self.ahead = PioAhead(self.pins, outside, fittings.step_us)
        self._requests = PioRequests(self.pins, self.ahead)
        self.moving = 0
        self.sharp = parts.driven

    def transfer(self, payload: bytes, us: int, t_us: int) -> Transfer:
        """A program's request; ValueError for a payload that is none."""
        answer = self._requests.transfer(payload, us, t_us)
        self._see_moving()
        return answer

    def restart(self, t_us: int) -> None:
        """The board is reset."""
        self.pins.run(t_us)
        self.pins.power_on(t_us)
        self._see_moving()

    def level(self, pin: int, t_us: int) -> int | None:
        """The level that a block drives a pin to; None where none does, but what one drives has come to that time."""
        driven = self.pins.level(pin, t_us)
        if driven is None and self.moving and self._source(pin):
            self.pins.run(t_us)
        return driven

    def next_edge(self, pin: int, pins: Iterable[int], found: Change | None, span: tuple[int, int]) -> Change | None:
        """The first change of `pin`, which is one of `pins`, in a span; `found` is what others do to it."""
        after_us, until_us = span
        if pin >= FLAG_PIN or self.moving >> pin & 1:
            return self.ahead.next_change(pins, after_us, until_us)
        source = self._fittings.parts.wires.get(pin)
        if source is not None and self.moving >> source & 1:
            coming = self.ahead.next_change((source,), after_us, until_us)
            if coming is not None and (found is None or coming[0] < found[0]):
                return coming[0], pin, coming[2]
        return found

    def steady_until(self, pins: Iterable[int], after_us: int, until_us: int) -> int:
        """Until when at least the blocks leave these pins as they are, if nothing else is done."""
        mask = 0
        if self.moving:
            for pin in pins:
                mask |= self.moving & 1 << pin | self._source(pin)
        return self.ahead.steady_until(mask, after_us, until_us) if mask else until_us

    def _see_moving(self) -> None:
        if self.pins.moving != self.moving:
            self.moving = self.pins.moving
            self.sharp = self._fittings.parts.driven | {pin for pin in range(PINS) if self.moving >> pin & 1}

    def _source(self, pin: int) -> int:
        """The pins that the PIO may move and to which the chip listens that drives this one."""
        return self.moving & sum(1 << source for source in self._fittings.parts.sources.get(pin, ()))

    def _phases(self, stretch: Stretch) -> list[Change]:
        """All changes of the encoders' lines that are seen in the step after this one."""
        found: list[Change] = []
        t_us, before, state, _ = stretch
        for pin, item in self._fittings.encoder_of.items():
            if isinstance(item, Encoder) and pin == item.a:
                found += item.phases(t_us, before, state, self._fittings.step_us)
        return found

    def _others(self, after_us: int, until_us: int) -> list[Change]:
        """All changes of contacts and of lines that chips drive, in after < t <= until."""
        found: list[Change] = []
        contacts, parts = self._fittings.contacts, self._fittings.parts
        for next_change, pins in ((contacts.next_change, contacts.pins()), (parts.next_change, parts.driven)):
            for pin in pins:
                at_us = after_us
                while (change := next_change(pin, at_us, until_us)) is not None:
                    found.append(change)
                    at_us = change[0]
        return found

    def _drive(self, pin: int, changes: Sequence[tuple[int, int]]) -> None:
        """The blocks put levels on a pin, as (ns, level)."""
        bridge = self._fittings.bridge_of.get(pin)
        if bridge is not None:
            for t_ns, level in changes:
                bridge.set(pin, FULL if level else 0, t_ns // 1000, self._fittings.now_us())
        elif pin in self._fittings.parts.prompt:
            self._fittings.parts.put_levels(pin, changes)
