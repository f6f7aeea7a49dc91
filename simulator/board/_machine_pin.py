"""`machine.Pin` and `machine.Signal`.

Behaviour: library/machine.Pin, library/machine.Signal, the ports' machine_pin.c.
"""

import _boot
import _clock
import _profile
from _machine_arguments import KEEP, constants, only, whole

_PIN_US = _profile.PIN_US
_FULL = 65535
_ON_RP2 = _profile.PLATFORM == "rp2"
_MODES = _profile.PIN_CONSTANTS
_IN, _OUT, _OPEN_DRAIN = _MODES["IN"], _MODES["OUT"], _MODES["OPEN_DRAIN"]
_PULL_UP, _PULL_DOWN = _MODES["PULL_UP"], _MODES["PULL_DOWN"]
_RISING, _FALLING = _MODES["IRQ_RISING"], _MODES["IRQ_FALLING"]
_OPTIONS = ("alt",) if _ON_RP2 else ("drive", "hold")
_IRQ_OPTIONS = ("hard",) if _ON_RP2 else ("wake",)
_inputs = _clock.inputs
_LEVELS = _clock.LEVELS

frequencies = {}  # pin number: Hz of the PWM that has it
waking = {}  # pin number: the level that wakes the chip
_pins = {}  # number: the one Pin of that number


def _number(id):
    if isinstance(id, Pin):
        return id._id
    if isinstance(id, str):
        number = _profile.BOARD_PINS.get(id)
        if number is None and _profile.CPU_PINS is not None:
            number = _profile.CPU_PINS.get(id)
            if number is None:
                raise ValueError('unknown named pin "' + id + '"')
        id = number
    if not isinstance(id, int) or id not in _profile.PINS:
        raise ValueError("invalid pin")
    return id


def pin_number(pin):
    """The number of a pin given as a Pin, a number or a name."""
    return pin._id if isinstance(pin, Pin) else _number(pin)


def put(pin, duty, us):
    """Put a level or a duty on a pin; what listens to it hears it at once."""
    _clock.output(pin, duty, us)
    if pin in _boot.prompt:
        _clock.tell_at_once()


def let_go():
    """Switch every output off, as the chip does when it loses power."""
    for number in sorted(_pins):
        pin = _pins[number]
        if number in frequencies:
            _clock.output(64 + number, 0, 0)
        if pin._told or number in frequencies:
            put(number, 0, 0)
    frequencies.clear()


class _Names:
    """Pins by name, as attributes."""

    def __init__(self, table):
        self._table = table

    def __getattr__(self, name):
        number = self._table.get(name)
        if number is None:
            raise AttributeError("no pin of that name: " + name)
        return Pin(number)


class Pin:
    board = _Names(_profile.BOARD_PINS)

    def __new__(cls, id, *_, **__):
        number = _number(id)
        self = _pins.get(number)
        if self is None:
            self = _pins[number] = object.__new__(cls)
            self._id = number
            self._word = _LEVELS + number // 30
            self._shift = number % 30
            self._prompt = number in _boot.prompt
            self._mode = _IN
            self._pull = 0
            self._latch = 0  # what it carries, or will carry as an output
            self._told = None  # the level the world was told
            self._level = None if number in _boot.driven else 0  # what a read gives; None: the host is asked
            self._asked = False  # the host sends its level
            self._irq = None
        return self

    def __init__(self, id, *arguments, **options):
        if arguments or options:
            self.init(*arguments, **options)

    def init(self, mode=None, pull=KEEP, *, value=None, **options):
        only(options, _OPTIONS)
        if _ON_RP2:
            self._pull = 0 if pull is KEEP or pull is None else whole(pull)
        elif pull is not KEEP and pull != -1:
            self._pull = 0 if pull is None else whole(pull)
        if mode is None or mode == -1:
            if value is not None:
                self.value(value)
        elif mode == _OUT or mode == _OPEN_DRAIN:
            self._drive(mode, value)
        elif mode == _IN:
            pull = 1 if self._pull & _PULL_UP else 0
            if self._told is not None and self._told != pull:
                self._tell(pull, 0)  # let go: only its pull is left
            self._mode = _IN
            self._told = None
            self._detach()
            _clock.spend(_PIN_US)
        elif _ON_RP2 and mode == _MODES["ALT"]:
            self._mode = mode
        elif _ON_RP2:
            raise ValueError("invalid pin af: %d" % whole(mode))
        self._settle()

    def _drive(self, mode, value):
        if self._id in _profile.INPUT_ONLY:
            raise ValueError("pin can only be input")
        had_pwm = self._detach()
        if _ON_RP2 and mode == _OPEN_DRAIN and self._mode != mode and value is None:
            value = 1  # the port lets a new open-drain pin go
        self._mode = mode
        if value is not None:
            self.value(value)
        elif had_pwm or self._latch or self._told or self._prompt or mode == _OPEN_DRAIN:
            self.value(self._latch)

    def _detach(self):
        """Take the pin back from its PWM."""
        if not frequencies.pop(self._id, 0):
            return False
        _clock.output(64 + self._id, 0, 0)
        return True

    def _settle(self):
        """Work out what a read gives without asking."""
        if self._mode == _OUT or self._mode == _OPEN_DRAIN and not self._latch:
            self._level = self._latch
        elif self._id in _boot.driven:
            self._level = None
        else:
            self._level = 1 if self._pull & _PULL_UP else 0

    def value(self, level=None):
        if level is None:
            now = _clock.now = _clock.now + _PIN_US
            if now >= _clock.alarm:
                _clock.service()
            if self._level is not None:
                return self._level
            if not self._asked:  # a pin that is only counted or listened to needs no level in every answer
                self._asked = True
                _clock.open_channel("level", self._id)
            return _inputs[self._word] >> self._shift & 1
        level = 1 if level else 0
        self._latch = level
        if self._mode == _OUT:
            self._level = self._told = level
            _clock.output(self._id, _FULL if level else 0, _PIN_US)
            if self._prompt:
                _clock.tell_at_once()
        elif self._mode == _OPEN_DRAIN:
            self._tell(level, _PIN_US)
            self._settle()
        else:
            _clock.spend(_PIN_US)  # an input keeps it for the time when it will be an output

    __call__ = value

    def _tell(self, level, us):
        self._told = level
        put(self._id, _FULL if level else 0, us)

    def on(self):
        self.value(1)

    def off(self):
        self.value(0)

    def toggle(self):
        self.value(not self._latch)

    def irq(self, handler=KEEP, trigger=_RISING | _FALLING, **options):
        only(options, _IRQ_OPTIONS)
        if self._irq is None:
            self._irq = _PinIrq(self)
        irq = self._irq
        if handler is KEEP and not options:
            return irq
        wake = options.get("wake")
        if not _ON_RP2:
            wakes = trigger in (_MODES["WAKE_LOW"], _MODES["WAKE_HIGH"])
            if wakes and wake is not None:
                if not isinstance(wake, int) or not 2 <= wake <= 7:
                    raise ValueError("bad wake value")
                if waking and self._id not in waking:
                    raise ValueError("no resources")
                waking[self._id] = 0 if trigger == _MODES["WAKE_LOW"] else 1
                return irq
            waking.pop(self._id, None)
        if handler is KEEP:
            handler = None
        irq._set(handler, whole(trigger))
        return irq

    def __repr__(self):
        names = {_IN: "IN", _OUT: "OUT", _OPEN_DRAIN: "OPEN_DRAIN"}
        mode = names.get(self._mode, "ALT")
        pulls = [name for name, bit in (("PULL_UP", _PULL_UP), ("PULL_DOWN", _PULL_DOWN)) if self._pull & bit]
        if _ON_RP2:
            pull = ", pull=" + "|".join(pulls) if pulls else ""
            return "Pin(GPIO%d, mode=%s%s)" % (self._id, mode, pull)
        pull = ", pull=Pin." + pulls[0] if pulls else ""
        return "Pin(%d, mode=Pin.%s%s)" % (self._id, mode, pull)


constants(Pin, _profile.PIN_CONSTANTS)
if _profile.CPU_PINS is not None:
    Pin.cpu = _Names(_profile.CPU_PINS)
if _ON_RP2:
    Pin.high, Pin.low = Pin.on, Pin.off


_listeners = {}  # pin number: functions(level, t_us) that hear its edges


def _hear(level, t_us, pin):
    for listener in _listeners[pin]:
        listener(level, t_us)


def listen(pin, listener):
    """Have `listener(level, t_us)` called for each change of a pin."""
    listeners = _listeners.setdefault(pin, [])
    if listener in listeners:
        return
    listeners.append(listener)
    if len(listeners) == 1:
        _clock.edge_handlers[pin] = lambda level, t_us: _hear(level, t_us, pin)
        _clock.set_watch(pin, True)


def hush(pin, listener):
    """End `listen`."""
    listeners = _listeners.get(pin, [])
    if listener in listeners:
        listeners.remove(listener)
        if not listeners:
            _clock.edge_handlers.pop(pin, None)
            _clock.set_watch(pin, False)


class _PinIrq:
    """A pin's interrupt: a call waits for each edge it listens to."""

    def __init__(self, pin):
        self._pin = pin
        self._handler = None
        self._trigger = 0
        self._flags = 0
        self._edge = self._on_edge  # one bound method, so that it is found again

    def _set(self, handler, trigger):
        self._handler = handler
        self._trigger = trigger
        self._flags = 0
        if handler is None:
            hush(self._pin._id, self._edge)
        else:
            listen(self._pin._id, self._edge)

    def _on_edge(self, level, t_us):
        edge = _RISING if level else _FALLING
        if self._trigger & edge:
            self._flags = edge
            _clock.Once(_clock.IRQ_PRIORITY, self._handler, self._pin).at(t_us)

    def trigger(self, trigger=None):
        before = self._trigger
        if trigger is not None:
            self._trigger = whole(trigger)
        return before

    def __call__(self):
        if self._handler is not None:
            _clock.schedule(self._handler, self._pin)


if _ON_RP2:  # the ESP32's interrupts do not say which edge it was

    def _flags(irq):
        return irq._flags

    _PinIrq.flags = _flags


class Signal:
    """A pin seen by what it means: with `invert`, on is low."""

    def __init__(self, pin, *arguments, invert=False, **options):
        if not hasattr(pin, "value"):
            if invert and "value" in options:
                options["value"] = not options["value"]
            pin = Pin(pin, *arguments, **options)
        elif arguments or options:
            raise TypeError("function takes 1 positional arguments but more were given")
        self._pin = pin
        self._invert = 1 if invert else 0

    def value(self, level=None):
        if level is None:
            return self._pin.value() ^ self._invert
        self._pin.value((1 if level else 0) ^ self._invert)

    __call__ = value

    def on(self):
        self.value(1)

    def off(self):
        self.value(0)
