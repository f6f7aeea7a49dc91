"""`machine.Timer`.

Behaviour: library/machine.Timer, esp32/quickref and rp2/quickref (Timers), the ports' machine_timer.c.
"""

import _clock
import _profile
from _machine_arguments import whole

_TIMER_US = _profile.TIMER_US
_ON_RP2 = _profile.PLATFORM == "rp2"
_NEVER_MS = 0xFFFFFFFF  # the port's period when none is given


class _TimerCall(_clock.Call):
    """One pending call of a timer; periods that pass while it waits are counted and dropped."""

    def __init__(self):
        super().__init__(_clock.TIMER_PRIORITY)
        self.timer = None
        self.period = 0  # µs; 0 is one shot
        self.wait = 0  # µs from one call to the next, of one shot too
        self.callback = None
        self.overruns = 0
        self.begun = 0

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


_calls = {}  # of the hardware timers, by number


class Timer:
    ONE_SHOT, PERIODIC = 0, 1

    def __init__(self, id=-1, **options):
        whole(id)
        if _ON_RP2:
            if id != -1:
                raise ValueError("Timer doesn't exist")
        elif id >= _profile.TIMERS:
            raise ValueError("Timer(%d) doesn't exist, there are only %d hardware timers" % (id, _profile.TIMERS))
        self._id = id
        # a number names one timer of the hardware: two objects of one number are that same timer
        self._call = _TimerCall() if id < 0 else _calls.setdefault(id, _TimerCall())
        self._call.timer = self
        if options:
            self.init(**options)

    def init(self, *, mode=1, callback=None, period=_NEVER_MS, tick_hz=1000, freq=None, hard=False):
        call = self._call
        if not _ON_RP2:
            call.cancel()
            if hard:
                raise ValueError("hard Timers are not implemented")
        if freq is not None and freq != -1:
            us = int(1_000_000 / freq)
        else:
            us = (whole(period) & _NEVER_MS) * 1_000_000 // whole(tick_hz)
        if us <= 0:
            if not _ON_RP2:
                raise ValueError("Timer period is too short for this timer")
            us = 1
        call.cancel()
        _clock.spend(_TIMER_US)
        call.wait = us
        call.period = us if mode else 0
        call.callback = callback
        call.overruns = 0
        call.priority = _clock.IRQ_PRIORITY if hard else _clock.TIMER_PRIORITY
        call.at(_clock.now + us)

    def deinit(self):
        self._call.cancel()
        _clock.spend(_TIMER_US)

    def __repr__(self):
        # the ESP32's port exchanges the names of the two modes here, and so do we
        periodic = bool(self._call.period)
        if _ON_RP2:
            mode = "PERIODIC" if periodic else "ONE_SHOT"
            return "Timer(mode=%s, tick_hz=1000000, period=%d)" % (mode, self._call.wait)
        mode = "ONE_SHOT" if periodic else "PERIODIC"
        return "Timer(%d, mode=%s, period=%d)" % (self._id, mode, self._call.wait // 1000)


if not _ON_RP2:

    def _value(timer):
        """ms since the timer began its period; 0 for one that is off."""
        _clock.spend(_TIMER_US)
        call = timer._call
        return 0 if call.due is None else (_clock.now - (call.due - call.wait)) // 1000

    Timer.value = _value
