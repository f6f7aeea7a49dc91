"""`machine` for a robot program on the ESP32: Pin, ADC, PWM, Timer, Encoder, unique_id, reset.

Behaviour follows MicroPython's documentation of the ESP32 port. Reads take their value from the host's last answer.
"""

import _boot
import _clock
import _profile

_PIN_US = _profile.PIN_US
_ADC_US = _profile.ADC_US
_PWM_US = _profile.PWM_US
_ENCODER_US = _profile.ENCODER_US
_TIMER_US = _profile.TIMER_US
_FULL = 65535
_inputs = _clock.inputs
_LEVELS = _clock.LEVELS

PWRON_RESET, HARD_RESET, WDT_RESET, DEEPSLEEP_RESET, SOFT_RESET = 1, 2, 3, 4, 5


_KEEP = object()  # an argument that was not given


def _whole(value):
    """The value if it is a whole number, else the board's TypeError."""
    if not isinstance(value, int):
        raise TypeError("can't convert " + type(value).__name__ + " to int")
    return value


class Pin:
    IN, OUT, OPEN_DRAIN = 1, 3, 7
    PULL_DOWN, PULL_UP = 1, 2
    IRQ_RISING, IRQ_FALLING = 1, 2

    def __init__(self, id, mode=-1, pull=-1, *, value=None):
        if isinstance(id, Pin):
            id = id._id
        if not isinstance(id, int) or id not in _profile.PINS:
            raise ValueError("invalid pin")
        self._id = id
        self._word = _LEVELS + id // 30
        self._shift = id % 30
        self._level = None  # what an output carries
        self._asked = False  # the host sends its level
        self._irq = None
        self.init(mode, pull, value=value)

    def init(self, mode=-1, pull=-1, *, value=None):
        if mode in (Pin.OUT, Pin.OPEN_DRAIN):
            if self._id in _profile.INPUT_ONLY:
                raise ValueError("pin can only be input")
            self._level = 0
            if value is not None:
                self.value(value)
        elif mode == Pin.IN:
            self._level = None
            _clock.spend(_PIN_US)

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
        if self._level is not None:
            self._level = level
            _clock.output(self._id, _FULL if level else 0, _PIN_US)

    __call__ = value

    def on(self):
        self.value(1)

    def off(self):
        self.value(0)

    def toggle(self):
        self.value(not self._level)

    def irq(self, handler=_KEEP, trigger=3, *, wake=None, hard=False):
        if self._irq is None:
            self._irq = _PinIrq(self)
        irq = self._irq
        if handler is _KEEP:
            return irq
        irq._handler = handler
        irq._trigger = trigger
        if handler is None:
            _clock.edge_handlers.pop(self._id, None)
        else:
            _clock.edge_handlers[self._id] = irq._edge
        _clock.set_watch(self._id, handler is not None)
        return irq

    def __repr__(self):
        return "Pin(%d)" % self._id


class _PinIrq:
    """A pin's interrupt: a call waits for each edge it listens to."""

    def __init__(self, pin):
        self._pin = pin
        self._handler = None
        self._trigger = 0
        self._flags = 0

    def _edge(self, level, t_us):
        edge = Pin.IRQ_RISING if level else Pin.IRQ_FALLING
        if self._trigger & edge:
            self._flags = edge
            _clock.Once(_clock.IRQ_PRIORITY, self._handler, self._pin).at(t_us)

    def flags(self):
        return self._flags

    def trigger(self, trigger=None):
        before = self._trigger
        if trigger is not None:
            self._trigger = trigger
        return before


def _pin_id(pin):
    return pin._id if isinstance(pin, Pin) else Pin(pin)._id


class ADC:
    ATTN_0DB, ATTN_2_5DB, ATTN_6DB, ATTN_11DB = 0, 1, 2, 3
    WIDTH_9BIT, WIDTH_10BIT, WIDTH_11BIT, WIDTH_12BIT = 9, 10, 11, 12

    def __init__(self, pin, *, atten=3):
        id = _pin_id(pin)
        if id not in _profile.ADC_PINS:
            raise ValueError("invalid pin")
        self._slot = _clock.open_channel("adc", id)

    def read_u16(self):
        now = _clock.now = _clock.now + _ADC_US
        if now >= _clock.alarm:
            _clock.service()
            now = _clock.now
        # a physics step holds four noisy samples; the µs chooses, so that averaging helps
        return _inputs[self._slot + (now >> 5 & 3)]

    def read(self):
        return self.read_u16() >> 4

    def read_uv(self):
        return self.read_u16() * 3_300_000 // _FULL

    def atten(self, value):
        _clock.spend(_PIN_US)

    def width(self, value):
        _clock.spend(_PIN_US)


class PWM:
    def __init__(self, pin, freq=None, duty=None, *, duty_u16=None, duty_ns=None):
        self._id = _pin_id(pin)
        if self._id in _profile.INPUT_ONLY:
            raise ValueError("pin can only be input")
        self._freq = 5000
        self._duty = 32768
        self.init(freq, duty, duty_u16=duty_u16, duty_ns=duty_ns)

    def init(self, freq=None, duty=None, *, duty_u16=None, duty_ns=None):
        if freq is not None:
            self._set_freq(freq)
        if duty_u16 is not None:
            self.duty_u16(duty_u16)
        elif duty is not None:
            self.duty(duty)
        elif duty_ns is not None:
            self.duty_ns(duty_ns)
        else:
            self.duty_u16(self._duty)

    def deinit(self):
        _clock.output(self._id, 0, _PWM_US)

    def _set_freq(self, freq):
        if not 1 <= _whole(freq) <= 40_000_000:
            raise ValueError("frequency must be from 1Hz to 40MHz")
        self._freq = freq

    def freq(self, freq=None):
        if freq is None:
            return self._freq
        self._set_freq(freq)
        _clock.spend(_PWM_US)

    def duty_u16(self, duty=None):
        if duty is None:
            return self._duty
        if not isinstance(duty, int):
            _whole(duty)
        if not 0 <= duty <= _FULL:
            raise ValueError("duty_u16 must be from 0 to 65535")
        self._duty = duty
        _clock.output(self._id, duty, _PWM_US)

    def duty(self, duty=None):
        if duty is None:
            return self._duty >> 6
        if not 0 <= duty <= 1023:
            raise ValueError("duty must be from 0 to 1023")
        self.duty_u16(_FULL if duty == 1023 else duty << 6)

    def duty_ns(self, duty=None):
        period = 1_000_000_000 // self._freq
        if duty is None:
            return self._duty * period // _FULL
        if not 0 <= duty <= period:
            raise ValueError("duty_ns must be from 0 to the period")
        self.duty_u16(duty * _FULL // period)


class _TimerCall(_clock.Call):
    """One pending call of a timer; periods that pass while it waits are counted and dropped."""

    def __init__(self):
        super().__init__(_clock.TIMER_PRIORITY)
        self.timer = None
        self.period = 0  # µs; 0 is one shot
        self.callback = None
        self.overruns = 0

    def fire(self):
        if self.period:
            due = self.due + self.period
            while due <= _clock.now:
                due += self.period
                self.overruns += 1
            self.due = due
        else:
            self.cancel()
        self.callback(self.timer)


_timer_calls = {}  # by the timer's number


class Timer:
    ONE_SHOT, PERIODIC = 0, 1

    def __init__(self, id, *, mode=1, period=-1, freq=-1, callback=None):
        if not isinstance(id, int) or not -1 <= id < _profile.TIMERS:
            raise ValueError("Timer does not exist")
        self._id = id
        # a number names one timer of the hardware: two objects of one number are that same timer
        self._call = _TimerCall() if id < 0 else _timer_calls.setdefault(id, _TimerCall())
        self._call.timer = self
        if callback is not None:
            self.init(mode=mode, period=period, freq=freq, callback=callback)

    def init(self, *, mode=1, period=-1, freq=-1, callback=None):
        us = int(1_000_000 // freq) if freq != -1 else _whole(period) * 1000
        if us <= 0:
            raise ValueError("period must be positive")
        _clock.spend(_TIMER_US)
        call = self._call
        call.cancel()
        call.period = us if mode == Timer.PERIODIC else 0
        call.callback = callback
        call.overruns = 0
        if callback is not None:
            call.at(_clock.now + us)

    def deinit(self):
        self._call.cancel()
        _clock.spend(_TIMER_US)


class Encoder:
    """Quadrature decoding in hardware; on the ESP32 a unit of the pulse counter."""

    def __init__(self, id, phase_a=None, phase_b=None, *, filter_ns=0, phases=1, min=0, max=0):
        if not isinstance(id, int) or not 0 <= id < _profile.ENCODERS:
            raise ValueError("invalid id")
        self._slot = -1
        if phase_a is not None:
            self.init(phase_a, phase_b, filter_ns=filter_ns, phases=phases, min=min, max=max)

    def init(self, phase_a, phase_b, *, filter_ns=0, phases=1, min=0, max=0):
        if phases not in (1, 2, 4):
            raise ValueError("phases")
        a, b = _pin_id(phase_a), _pin_id(phase_b)
        # both phases name the channel: exchanged phases count backward, another pair counts nothing
        self._slot = _clock.open_channel("encoder", a + 64 * b)
        self._divider = 4 // phases
        self._zero = 0
        self._zero = self.value()

    def value(self, value=None):
        now = _clock.now = _clock.now + _ENCODER_US
        if now >= _clock.alarm:
            _clock.service()
        count = _inputs[self._slot] // self._divider - self._zero
        if value is not None:
            self._zero += count - value
        return count

    def deinit(self):
        self._slot = -1


def unique_id():
    return _profile.UNIQUE_ID


def freq(hz=None):
    return _profile.FREQ_HZ


def reset():
    _boot.reset(HARD_RESET)


def soft_reset():
    _boot.reset(SOFT_RESET)


def reset_cause():
    return _boot.reset_cause


def idle():
    _clock.sleep_us(1000)


def disable_irq():
    return 0


def enable_irq(state=None):
    pass
