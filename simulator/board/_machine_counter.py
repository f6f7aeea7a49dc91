"""`machine.Encoder` and `machine.Counter`, units of the ESP32's pulse counter.

Behaviour: library/machine.Encoder, library/machine.Counter, the port's modules/machine.py.
"""

import _clock
import _profile
import _requests
from _frames import inputs as _inputs
from _machine_arguments import whole
from _machine_pin import hush, listen, pin_number

_ENCODER_US = _profile.ENCODER_US
_units = {}  # number: the one Encoder or Counter that has it


def _unit(cls, id):
    if not 0 <= whole(id) < _profile.ENCODERS:
        raise ValueError("invalid id")
    self = _units.get(id)
    if self is None:
        self = _units[id] = object.__new__(cls)
        self._on = False
    elif not isinstance(self, cls):
        raise ValueError("PCNT in use")
    return self


def _not_initialised():
    raise RuntimeError("not initialised")


class Encoder:
    """Quadrature decoding in hardware."""

    def __new__(cls, id, *_, **__):
        return _unit(cls, id)

    def __init__(self, id, *arguments, **options):
        # an object that counts already is handed out as it is when nothing else is said
        if arguments or options or not self._on:
            self.init(*arguments, **options)

    def init(self, phase_a, phase_b, *, phases=1, filter_ns=0):
        if phases not in (1, 2, 4):
            raise ValueError("phases")
        whole(filter_ns)
        a, b = pin_number(phase_a), pin_number(phase_b)
        # both phases name the channel: exchanged phases count backward, another pair counts nothing
        self._slot = _requests.open_channel("encoder", a + 64 * b)
        self._phases = phases
        self._divider = 4 // phases
        self._on = True
        self._zero = 0
        self._zero = self.value()

    def value(self, value=None):
        now = _clock.now = _clock.now + _ENCODER_US
        if now >= _clock.alarm:
            _clock.service()
        if self._slot is None:
            _not_initialised()
        count = _inputs[self._slot] // self._divider - self._zero
        if value is not None:
            self._zero += count - value
        return count

    def phases(self):
        return self._phases

    def deinit(self):
        self._on = False
        self._slot = None


class Counter:
    """Edges of one pin, counted in hardware; here each of them is an event."""

    RISING, FALLING = 1, 2
    UP, DOWN = 1, 2

    def __new__(cls, id, *_, **__):
        self = _unit(cls, id)
        if not self._on:
            self._pin = None
        return self

    def __init__(self, id, *arguments, **options):
        if arguments or options or not self._on:
            self.init(*arguments, **options)

    def init(self, src, edge=1, direction=1, *, filter_ns=0):
        whole(filter_ns)
        pin = pin_number(src)
        self.deinit()
        self._edge = whole(edge)
        self._step = -1 if direction == Counter.DOWN else 1
        self._count = 0
        self._on = True
        self._pin = pin
        if not hasattr(self, "_listener"):
            self._listener = self._see
        listen(pin, self._listener)

    def _see(self, level, t_us):
        if self._edge & (Counter.RISING if level else Counter.FALLING):
            self._count += self._step

    def value(self, value=None):
        now = _clock.now = _clock.now + _ENCODER_US
        if now >= _clock.alarm:
            _clock.service()
        if not self._on:
            _not_initialised()
        count = self._count
        if value is not None:
            self._count = value
        return count

    def deinit(self):
        self._on = False
        if self._pin is not None:
            hush(self._pin, self._listener)
            self._pin = None
