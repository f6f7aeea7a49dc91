"""`time` under virtual time."""

import _calendar
import _clock
import _profile

_CLOCK_US = _profile.CLOCK_US
_MASK = _clock.TICKS_MASK
_HALF = (_MASK >> 1) + 1
_EPOCH, _FIRST_WEEKDAY = (1970, 3) if _profile.PLATFORM == "rp2" else (2000, 5)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


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
    _clock.sleep_us(us if us > 0 else 0)


def ticks_ms():
    now = _clock.now = _clock.now + _CLOCK_US
    if now >= _clock.alarm:
        _clock.service()
    _clock.grain = 1000
    _clock.clock_us += _CLOCK_US
    return _clock.ticks_ms()


def ticks_us():
    now = _clock.now = _clock.now + _CLOCK_US
    if now >= _clock.alarm:
        _clock.service()
    _clock.grain = 100
    _clock.clock_us += _CLOCK_US
    return _clock.ticks_us()


ticks_cpu = ticks_us


def ticks_add(ticks, delta):
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
    seconds = time() if seconds is None else int(seconds)
    days, rest = divmod(seconds, 86400)
    weekday = (days + _FIRST_WEEKDAY) % 7
    year = _EPOCH
    while days >= 365 + _leap(year):
        days -= 365 + _leap(year)
        year += 1
    yearday = days + 1
    month = 0
    while days >= _DAYS[month] + (month == 1 and _leap(year)):
        days -= _DAYS[month] + (month == 1 and _leap(year))
        month += 1
    return (year, month + 1, days + 1, rest // 3600, rest // 60 % 60, rest % 60, weekday, yearday)


localtime = gmtime


def mktime(moment):
    days = moment[2] - 1
    for year in range(_EPOCH, moment[0]):
        days += 365 + _leap(year)
    for month in range(moment[1] - 1):
        days += _DAYS[month] + (month == 1 and _leap(moment[0]))
    return ((days * 24 + moment[3]) * 60 + moment[4]) * 60 + moment[5]


def _leap(year):
    return 1 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 0
