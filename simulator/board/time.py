"""`time` under virtual time."""

import _calendar
import _clock
import _dates
import _profile

_CLOCK_US = _profile.CLOCK_US
_MASK = _clock.TICKS_MASK
_HALF = (_MASK >> 1) + 1


def sleep(seconds):
    if seconds > 0:
        _clock.sleep_us(int(seconds * 1_000_000))


def sleep_ms(ms):
    if not isinstance(ms, int):
        raise TypeError("can't convert " + type(ms).__name__ + " to int")
    _clock.sleep_us(ms * 1000 if ms > 0 else 0)


def sleep_us(us):
    if not isinstance(us, int):
        raise TypeError("can't convert " + type(us).__name__ + " to int")
    _clock.sleep_us(us + _CLOCK_US if us > 0 else _CLOCK_US)  # the call itself is no less than what is slept for


def ticks_ms():
    now = _clock.now = _clock.now + _CLOCK_US
    if now >= _clock.alarm:
        _clock.service()
    _clock.grain = _clock.grain or 1000  # a turn that reads both clocks goes by the finer one
    return _clock.ticks_ms()


def ticks_us():
    now = _clock.now = _clock.now + _CLOCK_US
    if now >= _clock.alarm:
        _clock.service()
    _clock.grain = 100
    return _clock.ticks_us()


ticks_cpu = ticks_us


def ticks_add(ticks, delta):
    if not -_HALF < delta < _HALF:
        raise OverflowError("ticks interval overflow")
    return (ticks + delta) & _MASK


def ticks_diff(end, start):
    return ((end - start + _HALF) & _MASK) - _HALF


def time():
    """Seconds since the port's epoch: 2000-01-01 on the ESP32, whose clock starts there; 1970-01-01 on the rp2."""
    return _total_ms() // 1000


def time_ns():
    return _total_ms() * 1_000_000


def _total_ms():
    _clock.spend(_CLOCK_US)
    return _calendar.now_ms()


def gmtime(seconds=None):
    """(year, month, day, hour, minute, second, weekday, day of the year) of seconds since the epoch."""
    return _dates.parts_of(time() if seconds is None else _dates.given(seconds))


localtime = gmtime


def mktime(moment):
    """The seconds since the epoch; parts that are too big or too small for their place carry over."""
    if not isinstance(moment, (tuple, list)):
        raise TypeError("object '" + type(moment).__name__ + "' isn't a tuple or list")
    if not 8 <= len(moment) <= 9:
        raise TypeError("mktime needs a tuple of length 8 or 9")
    return _dates.normal_seconds([_dates.word(part) for part in moment[:6]])
