"""`machine.Pin`. Behaviour: library/machine.Pin, the ports' machine_pin.c."""

import _boot
import _clock
import _edges
import _profile
import _requests
from _frames import LEVELS as _LEVELS, inputs as _inputs
from _machine_arguments import KEEP, constants, only, whole
from _machine_pin_external import External

_PIN_US = _profile.PIN_US
_FULL = 65535
_ON_RP2 = _profile.PLATFORM == "rp2"
_MODES = _profile.PIN_CONSTANTS
_IN, _OUT, _OPEN_DRAIN = _MODES["IN"], _MODES["OUT"], _MODES["OPEN_DRAIN"]
_PULL_UP, _PULL_DOWN = _MODES["PULL_UP"], _MODES["PULL_DOWN"]
_RISING, _FALLING = _MODES["IRQ_RISING"], _MODES["IRQ_FALLING"]
_OPTIONS = ("alt",) if _ON_RP2 else ("drive", "hold")
_IRQ_OPTIONS = ("hard",) if _ON_RP2 else ("wake",)

frequencies = {}  # pin number: Hz of the PWM that has it
waking = {}  # pin number: the level that wakes the chip
_gpios = {}  # number: what the chip keeps of that pin
_pins = {}  # number: the one plain Pin over it


def _number(id):
    if isinstance(id, Pin):
        return id._hardware.number
    if isinstance(id, str):
        number = _profile.BOARD_PINS.get(id)
        if number is None and _profile.CPU_PINS is not None:
            number = _profile.CPU_PINS.get(id)
            if number is None:
                raise ValueError('unknown named pin "' + id + '"')
        if number in _profile.EXTERNAL_PINS:
            return number
        id = number
    if not isinstance(id, int) or id not in _profile.PINS:
        raise ValueError("invalid pin")
    return id


def pin_number(pin):
    """The number of a pin of the chip's own given as a Pin, a number or a name."""
    number = pin._hardware.number if isinstance(pin, Pin) else _number(pin)
    if number in _profile.EXTERNAL_PINS:
        raise ValueError("expecting a regular GPIO Pin")
    return number


def put(pin, duty, us):
    """Put a level or a duty on a pin; what listens to it hears it at once."""
    _clock.output(pin, duty, us)
    if pin in _boot.prompt:
        _clock.tell_at_once()


def let_go():
    """Switch every output off, as the chip does when it loses power."""
    for number in sorted(_gpios):
        if number in frequencies:
            _clock.output(64 + number, 0, 0)
        if _gpios[number].told or number in frequencies:
            put(number, 0, 0)
    frequencies.clear()


class _Names:
    """Pins by name, as attributes."""

    def __init__(self, table):
        self._table = table

    def __getattr__(self, name):
        if name not in self._table:
            raise AttributeError("no pin of that name: " + name)
        return Pin(name)


class _Gpio:
    """What the chip keeps of one pin; any number of Pins may be over it."""

    def __init__(self, number):
        self.number = number
        self.word = _LEVELS + number // 30
        self.shift = number % 30
        self.pulsed = number in _boot.pulsed
        self.prompt = number in _boot.prompt and not self.pulsed
        self.mode = _IN
        self.pull = 0
        self.latch = 0  # what it carries, or will carry as an output
        self.told = None  # the level the world was told
        self.level = None if number in _boot.driven else 0  # what a read gives; None: the host is asked
        self.asked = False  # the host sends its level
        self.irq = None
        self._take_back = None  # from what else has it

    def init(self, mode=None, pull=KEEP, *, value=None, **options):
        only(options, _OPTIONS)
        if self._take_back is not None and mode in (_IN, _OUT, _OPEN_DRAIN):
            self._take_back(self.number)
            self._take_back = None
            self.told = 0
        if _ON_RP2:
            self.pull = 0 if pull is KEEP or pull is None else whole(pull)
        elif pull is not KEEP and pull != -1:
            self.pull = 0 if pull is None else whole(pull)
        if mode is None or mode == -1:
            if value is not None:
                self.put(value)
        elif mode == _OUT or mode == _OPEN_DRAIN:
            self._drive(mode, value)
        elif mode == _IN:
            pull = 1 if self.pull & _PULL_UP else 0
            if self.told is not None and self.told != pull:
                self._tell(pull, 0)  # let go: only its pull is left
            self.mode = _IN
            self.told = None
            self._detach()
            _clock.spend(_PIN_US)
        elif _ON_RP2 and mode == _MODES["ALT"]:
            self.mode = mode
        elif _ON_RP2:
            raise ValueError("invalid pin af: %d" % whole(mode))
        self._settle()

    def _drive(self, mode, value):
        if self.number in _profile.INPUT_ONLY:
            raise ValueError("pin can only be input")
        had_pwm = self._detach()
        if _ON_RP2 and mode == _OPEN_DRAIN and self.mode != mode and value is None:
            value = 1  # the port lets a new open-drain pin go
        self.mode = mode
        if value is not None:
            self.put(value)
        elif had_pwm or self.latch or self.told or self.prompt or self.pulsed or mode == _OPEN_DRAIN:
            self.put(self.latch)

    def _detach(self):
        """Take the pin back from its PWM."""
        if not frequencies.pop(self.number, 0):
            return False
        _clock.output(64 + self.number, 0, 0)
        return True

    def _settle(self):
        """Work out what a read gives without asking."""
        if self.mode == _OUT or self.mode == _OPEN_DRAIN and not self.latch:
            self.level = self.latch
        elif self.number in _boot.driven:
            self.level = None
        else:
            self.level = 1 if self.pull & _PULL_UP else 0

    def put(self, level):
        self.latch = level = 1 if level else 0
        if self.mode == _OUT:
            self.level = self.told = level
            _clock.output(self.number, _FULL if level else 0, _PIN_US)
            if self.prompt:
                _clock.tell_at_once()
            elif self.pulsed and not level:
                _clock.tell_soon()
        elif self.mode == _OPEN_DRAIN:
            self._tell(level, _PIN_US)
            self._settle()
        else:
            _clock.spend(_PIN_US)  # an input keeps it for the time when it will be an output

    def _tell(self, level, us):
        self.told = level
        put(self.number, _FULL if level else 0, us)

    def __repr__(self):
        names = {_IN: "IN", _OUT: "OUT", _OPEN_DRAIN: "OPEN_DRAIN"}
        mode = names.get(self.mode, "ALT")
        pulls = [name for name, bit in (("PULL_UP", _PULL_UP), ("PULL_DOWN", _PULL_DOWN)) if self.pull & bit]
        if _ON_RP2:
            pull = ", pull=" + "|".join(pulls) if pulls else ""
            return "Pin(GPIO%d, mode=%s%s)" % (self.number, mode, pull)
        pull = ", pull=Pin." + pulls[0] if pulls else ""
        return "Pin(%d, mode=Pin.%s%s)" % (self.number, mode, pull)

    def hand_over(self, take_back):
        """Something else of the chip has it until it gets another mode; a program that reads it asks the host."""
        self.mode = _MODES["ALT"]
        self.level = None
        self._take_back = take_back


def gpio(number):
    """What the chip keeps of the pin of that number."""
    kept = _gpios.get(number)
    if kept is None:
        if number in _profile.EXTERNAL_PINS:
            kept = External(number)
        else:
            kept = _Gpio(number)
        _gpios[number] = kept
    return kept


class Pin:
    """A number has one plain Pin, and as many others as a program makes of its own classes over the same pin."""

    board = _Names(_profile.BOARD_PINS)

    def __new__(cls, id=None, *_, **__):
        if cls is not Pin or id is None:
            return object.__new__(cls)  # a class of a program's own may take other arguments
        number = _number(id)
        self = _pins.get(number)
        if self is None:
            self = _pins[number] = object.__new__(cls)
        return self

    def __init__(self, id, *arguments, **options):
        self._hardware = gpio(_number(id))
        if arguments or options:
            self._hardware.init(*arguments, **options)

    def init(self, *arguments, **options):
        self._hardware.init(*arguments, **options)

    def value(self, level=None):
        pin = self._hardware
        if level is None:
            now = _clock.now = _clock.now + _PIN_US
            if now >= _clock.alarm:
                _clock.service()
            if pin.level is not None:
                return pin.level
            if not pin.asked:  # a pin that is only counted or listened to needs no level in every answer
                pin.asked = True
                _requests.open_channel("level", pin.number)
            return _inputs[pin.word] >> pin.shift & 1
        if pin.mode == _OUT:
            pin.latch = pin.level = pin.told = level = 1 if level else 0
            _clock.output(pin.number, _FULL if level else 0, _PIN_US)
            if pin.prompt:
                _clock.tell_at_once()
            elif pin.pulsed and not level:
                _clock.tell_soon()
        else:
            pin.put(level)

    __call__ = value

    def on(self):
        self._hardware.put(1)

    def off(self):
        self._hardware.put(0)

    def toggle(self):
        self._hardware.put(not self._hardware.latch)

    def irq(self, handler=KEEP, trigger=_RISING | _FALLING, **options):
        only(options, _IRQ_OPTIONS)
        number = pin_number(self)
        irq = self._hardware.irq
        if irq is None:
            irq = self._hardware.irq = _PinIrq(Pin(number))  # a handler gets the plain one
        if handler is KEEP and not options:
            return irq
        wake = options.get("wake")
        if not _ON_RP2:
            wakes = trigger in (_MODES["WAKE_LOW"], _MODES["WAKE_HIGH"])
            if wakes and wake is not None:
                if not isinstance(wake, int) or not 2 <= wake <= 7:
                    raise ValueError("bad wake value")
                if waking and number not in waking:
                    raise ValueError("no resources")
                waking[number] = 0 if trigger == _MODES["WAKE_LOW"] else 1
                return irq
            waking.pop(number, None)
        if handler is KEEP:
            handler = None
        irq._set(handler, whole(trigger))
        return irq

    def __repr__(self):
        return repr(self._hardware)


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
        _edges.set_watch(pin, True)


def hush(pin, listener):
    """End `listen`."""
    listeners = _listeners.get(pin, [])
    if listener in listeners:
        listeners.remove(listener)
        if not listeners:
            _clock.edge_handlers.pop(pin, None)
            _edges.set_watch(pin, False)


class _PinIrq:
    """A pin's interrupt: a call waits for each edge it listens to."""

    def __repr__(self):
        return "<irq>"

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
        number = pin_number(self._pin)
        if handler is None:
            hush(number, self._edge)
            _boot.interrupts.discard(number)
        else:
            listen(number, self._edge)
            _boot.interrupts.add(number)

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
