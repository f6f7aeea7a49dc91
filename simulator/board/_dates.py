"""Dates as MicroPython 1.29 reckons them on a board of 32 bits (shared/timeutils, extmod/modtime.c).

A time is a whole number of seconds since 1970 below 2^32, and every fourth year is a leap year: the last second is in
2106, and what lies outside comes round again. The ESP32 counts from 2000 and the rp2 from 1970; both keep these limits.
"""

import _profile
from _machine_arguments import whole

_ON_RP2 = _profile.PLATFORM == "rp2"
_EPOCH_S = _profile.EPOCH_S
_WORD = 0xFFFFFFFF
_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)  # days of a common year
_FOUR_YEARS = 1461  # days


def given(seconds):
    """A program's seconds since the epoch, if the port takes them: the rp2 none before its epoch."""
    seconds = whole(seconds)
    if _ON_RP2 and not 0 <= seconds <= _WORD:
        raise OverflowError("overflow converting long int to machine word")
    return seconds


def word(part):
    """A part of a program's date, if it is a whole number of 32 bits."""
    part = whole(part)
    if not -(1 << 31) <= part < 1 << 31:
        raise OverflowError("overflow converting long int to machine word")
    return part


def parts_of(seconds):
    """(year, month, day, hour, minute, second, weekday, day of the year) of seconds since the port's epoch."""
    days, rest = divmod(seconds + _EPOCH_S & _WORD, 86400)
    weekday = (days + 3) % 7
    turns, days = divmod(days, _FOUR_YEARS)  # from 1970 on: 365, 365, 366 and 365 days
    year = 1970 + 4 * turns
    while days >= 365 + (year % 4 == 0):
        days -= 365 + (year % 4 == 0)
        year += 1
    month = 12
    while days < _before(year, month):
        month -= 1
    day = days - _before(year, month) + 1
    return (year, month, day, rest // 3600, rest // 60 % 60, rest % 60, weekday, days + 1)


def normal_seconds(parts):
    """Seconds since the port's epoch of (year, month, day, hour, minute, second), each of any size."""
    year, month, day, hour, minute, second = parts
    minute += second // 60
    hour += minute // 60
    day += hour // 24
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    year += 4 * ((day - 1) // _FOUR_YEARS)
    day = (day - 1) % _FOUR_YEARS + 1
    while day > _days_in(year, month):
        day -= _days_in(year, month)
        month += 1
        if month > 12:
            month = 1
            year += 1
    return seconds_of(year, month, day, hour % 24, minute % 60, second % 60)


def seconds_of(year, month, day, hour, minute, second):
    """Seconds since the port's epoch of a date; ValueError where the month is not 1 to 12 (boards read nonsense)."""
    if not 1 <= month <= 12:
        raise ValueError("month must be 1 to 12")
    days = (year - 1970) * 365 + (year - 1969 & _WORD) // 4 + _before(year, month) + day - 1
    return (((days * 24 + hour) * 60 + minute) * 60 + second & _WORD) - _EPOCH_S


def _before(year, month):
    """Days of that year before the month."""
    return _BEFORE_MONTH[month - 1] + (month > 2 and year % 4 == 0)


def _days_in(year, month):
    return _BEFORE_MONTH[month] - _BEFORE_MONTH[month - 1] + (month == 2 and year % 4 == 0)
