"""`machine.PWM` of the rp2: slices of two channels, both with the slice's frequency.

Behaviour: library/machine.PWM, rp2/quickref (PWM), the port's machine_pwm.c; RP2040 data sheet 4.5. A channel gives
nothing out before its slice has a frequency and it has a duty.
"""

import _clock
import _profile
from _machine_arguments import only, whole
from _machine_pin import frequencies, pin_number, put

_PWM_US = _profile.PWM_US
_FULL = 65535
_CLOCK_HZ = _profile.PWM_CLOCK_HZ
_TOP_MAX = 65534
_SLICES = 8
_LOW_PINS = 32  # that share those

_slices = {}  # number: its _Slice


class _Slice:
    def __init__(self):
        self.divider16 = 16  # sixteenths
        self.top = _FULL
        self.hz = 0  # 0: not set yet
        self.channels = [_Channel(self), _Channel(self)]

    def set(self, hz):
        if hz <= 0:
            raise ValueError("freq too small")
        if (_CLOCK_HZ + hz // 2) // hz < _TOP_MAX:
            divider16 = 16
            top = (_CLOCK_HZ + hz // 2) // hz - 1
        else:
            divider16 = -(-16 * _CLOCK_HZ // (_TOP_MAX * hz))
            top = (16 * _CLOCK_HZ + divider16 * hz // 2) // (divider16 * hz) - 1
        if top < 0:
            raise ValueError("freq too large")
        if divider16 >= 256 * 16:
            raise ValueError("freq too small")
        self.divider16 = divider16
        self.top = top
        steps16 = divider16 * (top + 1)
        self.hz = (16 * _CLOCK_HZ + steps16 // 2) // steps16


class _Channel:
    """What the hardware keeps of a channel, whoever asks."""

    def __init__(self, slice):
        self.slice = slice
        self.duty = None  # as it was given, 0 to 65535
        self.ns = None  # or in ns
        self.count = 0  # steps of the period in which it is high
        self.flip = 0
        self.pins = []  # that have it as their function

    def work_out(self):
        slice = self.slice
        steps = slice.top + 1
        if self.ns is not None:
            slice_hz = (16 * _CLOCK_HZ + slice.divider16 // 2) // slice.divider16
            self.count = (self.ns * slice_hz + 500_000_000) // 1_000_000_000
            if self.count > steps:
                self.count = steps
        elif self.duty is not None:
            self.count = (self.duty * steps + 32767) // _FULL

    def give(self, us):
        slice = self.slice
        if not slice.hz or self.duty is None and self.ns is None:
            _clock.spend(us)
            return
        duty = (self.count * _FULL + slice.top // 2) // (slice.top + 1)
        for pin in self.pins:
            if frequencies.get(pin) != slice.hz:
                frequencies[pin] = slice.hz
                _clock.output(64 + pin, slice.hz, 0)
            put(pin, duty ^ self.flip, us)
            us = 0


class PWM:
    def __init__(self, pin, *arguments, **options):
        id = pin_number(pin)
        number = (id >> 1) % _SLICES if id < _LOW_PINS else _SLICES + (id >> 1) % _profile.PWM_HIGH_SLICES
        if number not in _slices:
            _slices[number] = _Slice()
        self._number = number
        self._slice = _slices[number]
        self._letter = id & 1
        self._channel = channel = self._slice.channels[self._letter]
        channel.duty = channel.ns = None
        channel.flip = 0
        if id not in channel.pins:
            channel.pins.append(id)
        self.init(*arguments, **options)

    def init(self, freq=None, **options):
        only(options, ("duty_u16", "duty_ns", "invert"))
        channel = self._channel
        if freq is not None and freq != -1:
            self._slice.set(whole(freq))
            self._slice.channels[1 - self._letter].work_out()
        if options.get("duty_u16") is not None:
            self._take(options["duty_u16"], None)
        if options.get("duty_ns") is not None:
            self._take(None, options["duty_ns"])
        if options.get("invert") is not None:
            channel.flip = _FULL if options["invert"] else 0
        channel.work_out()
        channel.give(_PWM_US)
        if freq is not None:
            self._slice.channels[1 - self._letter].give(0)

    def deinit(self):
        """Stop the slice, and with it the other channel."""
        for channel in self._slice.channels:
            for pin in channel.pins:
                if frequencies.pop(pin, 0):
                    _clock.output(64 + pin, 0, 0)
                    put(pin, channel.flip, 0)
        _clock.spend(_PWM_US)

    def _take(self, duty, ns):
        channel = self._channel
        if duty is not None:
            duty = whole(duty)
            duty = _FULL if duty > _FULL else 0 if duty < 0 else duty
        elif whole(ns) < 0:
            ns = 0
        channel.duty, channel.ns = duty, ns

    def freq(self, freq=None):
        if freq is None:
            return self._slice.hz
        self._slice.set(whole(freq))
        us = _PWM_US
        for channel in self._slice.channels:
            channel.work_out()
            channel.give(us)
            us = 0

    def duty_u16(self, duty=None):
        channel = self._channel
        if duty is None:
            if not self._slice.hz or channel.duty is None and channel.ns is None:
                return 0
            steps = self._slice.top + 1
            return (channel.count * _FULL + steps // 2) // steps
        self._take(duty, None)
        channel.work_out()
        channel.give(_PWM_US)

    def duty_ns(self, ns=None):
        channel = self._channel
        if ns is None:
            if not self._slice.hz or channel.duty is None and channel.ns is None:
                return 0
            slice_hz = (16 * _CLOCK_HZ + self._slice.divider16 // 2) // self._slice.divider16
            return (channel.count * 1_000_000_000 + slice_hz // 2) // slice_hz
        self._take(None, ns)
        channel.work_out()
        channel.give(_PWM_US)

    def __repr__(self):
        return "<PWM slice=%d channel=%d invert=%d>" % (self._number, self._letter, 1 if self._channel.flip else 0)
