"""`machine.PWM` of the ESP32: 16 channels in two groups, 4 timers a group, a frequency for each timer.

Behaviour: library/machine.PWM, esp32/quickref and esp32/tutorial/pwm, the port's machine_pwm.c. The world gets a duty
of 16 bits; only what a program reads back shows the timer's resolution.
"""

import _boot
import _clock
import _profile
from _machine_arguments import whole
from _machine_pin import frequencies, pin_number, put

_PWM_US = _profile.PWM_US
_FULL = 65535
_CLOCK_HZ = _profile.PWM_CLOCK_HZ
_SLOW_CLOCK_HZ = 1_000_000  # of timers below 10 Hz
_MAX_HZ = 40_000_000
_DEFAULT_HZ = 5000
_GROUPS, _CHANNELS, _TIMERS = 2, 8, 4

_timers = [0] * (_GROUPS * _TIMERS)  # Hz of each timer as it was asked for, 0 for one that is free
_channels = {}  # pin number: its timer


def _clock_of(hz):
    return _SLOW_CLOCK_HZ if hz < 10 else _CLOCK_HZ


def _bits(hz):
    """The resolution of a timer at that frequency: all that the clock allows, up to 16."""
    steps = _clock_of(hz) // hz
    bits = 0
    while steps > 1 and bits < 16:
        steps >>= 1
        bits += 1
    return bits


def _true_hz(hz):
    """What the timer makes of it: its divider has 8 binary places."""
    steps = hz << _bits(hz)
    clock = _clock_of(hz) << 8
    divider = (clock + steps // 2) // steps
    whole_steps = divider << _bits(hz)
    return (clock + whole_steps // 2) // whole_steps


def _in_group(group):
    count = 0
    for timer in _channels.values():
        if timer // _TIMERS == group:
            count += 1
    return count


def _users(timer):
    count = 0
    for other in _channels.values():
        if other == timer:
            count += 1
    return count


def _choose_timer(pin, hz):
    """The timer for that pin at that frequency: one that runs so, the pin's own when nobody shares it, a free one."""
    own = _channels.get(pin)
    for wanted in (hz, 0):
        for group in range(_GROUPS):
            if _in_group(group) < _CHANNELS or own is not None and own // _TIMERS == group:
                for timer in range(group * _TIMERS, (group + 1) * _TIMERS):
                    if _timers[timer] == wanted:
                        return timer
        if wanted and own is not None and _users(own) == 1:
            return own
    raise RuntimeError("out of PWM timers:%d" % (_GROUPS * _TIMERS))


def _release(pin):
    timer = _channels.pop(pin, None)
    if timer is not None and not _users(timer):
        _timers[timer] = 0


class PWM:
    def __init__(self, pin, freq=None, **options):
        self._id = pin_number(pin)
        if self._id in _profile.INPUT_ONLY:
            raise ValueError("pin can only be input")
        self._prompt = self._id in _boot.prompt
        self._freq = _DEFAULT_HZ
        self._top = _FULL  # the largest duty; -1 while it is off
        self._flip = 0  # 65535 when the output is inverted
        self._duty = 32768
        self._ns = None  # the duty when it was given in ns
        self.init(freq, **options)

    def init(self, freq=None, *, duty=None, duty_u16=None, duty_ns=None, invert=None, lightsleep=False):
        if freq is not None:
            self._check(freq)
        elif self._id in _channels:
            freq = _timers[_channels[self._id]]
        else:
            freq = _DEFAULT_HZ
        if self._id not in _channels and len(_channels) == _GROUPS * _CHANNELS:
            raise RuntimeError("out of PWM channels:%d" % (_GROUPS * _CHANNELS))
        self._top = _FULL
        if invert is not None:
            self._flip = _FULL if invert else 0
        self._set_freq(freq)
        if duty_u16 is not None:
            self.duty_u16(duty_u16)
        elif duty_ns is not None:
            self.duty_ns(duty_ns)
        elif duty is not None:
            self.duty(duty)
        else:
            self.duty_u16(self._duty)

    def deinit(self):
        _release(self._id)
        self._top = -1
        if frequencies.pop(self._id, 0):
            _clock.output(64 + self._id, 0, 0)
        put(self._id, self._flip, _PWM_US)
        self._flip = 0
        self._duty = 32768
        self._ns = None

    def _check(self, freq):
        if not 1 <= whole(freq) <= _MAX_HZ:
            raise ValueError("frequency must be from 1Hz to 40MHz")

    def _need_active(self):
        if self._top < 0:
            raise RuntimeError("PWM is inactive")

    def _set_freq(self, freq):
        timer = _choose_timer(self._id, freq)
        own = _channels.get(self._id)
        if own is not None and own != timer:
            _release(self._id)
        _channels[self._id] = timer
        _timers[timer] = freq
        self._freq = freq
        hz = _true_hz(freq)
        if frequencies.get(self._id) != hz:
            frequencies[self._id] = hz
            _clock.output(64 + self._id, hz, 0)

    def freq(self, freq=None):
        self._need_active()
        if freq is None:
            return _true_hz(self._freq)
        self._check(freq)
        if freq == self._freq:
            return
        self._set_freq(freq)
        if self._ns is None:
            self.duty_u16(self._duty)
        else:
            self.duty_ns(self._ns)

    def duty_u16(self, duty=None):
        if duty is None:
            return self._read_back()
        if not isinstance(duty, int):
            whole(duty)
        if not 0 <= duty <= self._top:
            self._need_active()
            raise ValueError("duty_u16 must be from 0 to 65535")
        self._duty = duty
        self._ns = None
        _clock.output(self._id, duty ^ self._flip, _PWM_US)
        if self._prompt:
            _clock.tell_at_once()

    def _read_back(self):
        self._need_active()
        if self._duty == _FULL:
            return _FULL
        lost = 16 - _bits(self._freq)
        return self._duty >> lost << lost

    def duty(self, duty=None):
        if duty is None:
            return self._read_back() >> 6
        if not 0 <= whole(duty) <= 1023:
            raise ValueError("duty must be from 0 to 1023")
        self.duty_u16(_FULL if duty == 1023 else duty << 6)

    def duty_ns(self, ns=None):
        self._need_active()
        if ns is None:
            duty = self._read_back()
            whole_period = self._freq << 16
            return (duty * 1_000_000_000 + whole_period // 2) // whole_period
        most = (1_000_000_000 + self._freq // 2) // self._freq
        if not 0 <= whole(ns) <= most:
            raise ValueError("duty_ns must be from 0 to %d ns" % most)
        duty = ((ns * self._freq << 16) + 500_000_000) // 1_000_000_000
        if ns > 0 and duty == 0:
            duty = 1
        self.duty_u16(duty if duty < _FULL else _FULL)
        self._ns = ns

    def __repr__(self):
        if self._top < 0:
            return "PWM(Pin(%d))" % self._id
        return "PWM(Pin(%d), freq=%d, duty_u16=%d)" % (self._id, self.freq(), self._read_back())
