"""Dates of any size, answered or refused at once (docs.micropython.org/en/latest/library/time.html, machine.RTC.html).

The seconds of `mktime` are what the official interpreter answers, whose epoch is the Pico's; the ESP32 counts from 2000.
"""

import sys
import time

from machine import PWM, RTC, Pin

RP2 = sys.platform == "rp2"
EPOCH = 0 if RP2 else 946684800
show = PWM(Pin(25 if RP2 else 2), freq=1000, duty_u16=0)
for date, seconds in (
    ((2024, 14, 1, 0, 0, 0), 1738368000),
    ((2024, 0, 1, 0, 0, 0), 1701388800),
    ((2024, -30, 1, 0, 0, 0), 1622505600),
    ((2025, 2, 29, 0, 0, 0), 1740787200),
    ((2024, 2, 29, 0, 0, 0), 1709164800),
    ((1999, 12, 31, 23, 59, 59), 946684799),
    ((1970, 3, 1, 0, 0, 0), 5097600),
    ((2100, 3, 1, 0, 0, 0), 4107628800),  # 2100 is a leap year there
    ((2024, 1, 0, 0, 0, 0), 1703980800),
    ((2024, 1, -400, 0, 0, 0), 1669420800),
    ((2024, 1, 20000, 0, 0, 0), 3431980800),
    ((2024, 1, 1, -1, -1, -1), 1704063539),
    ((2024, 1, 1, 100000, 5000000, 70000000), 2434067200),
    ((2024, 12, 31, 23, 59, 60), 1735689600),
    # what lies outside of 1970 to 2106 comes round again
    ((1969, 12, 31, 23, 59, 59), 4294967295),
    ((1950, 5, 5, 1, 2, 3), 3674532619),
    ((0, 1, 1, 0, 0, 0), 2255994240),
    ((3000, 1, 1, 0, 0, 0), 2439513728),
    ((10**9, 1, 1, 0, 0, 0), 3631119744),
    ((2024, 10**9, 1, 0, 0, 0), 1815982592),
):
    assert time.mktime(date + (0, 0)) == seconds - EPOCH == time.mktime(date + (0, 0, 0)), date
    show.duty_u16(seconds & 0xFFFF)
for seconds, date in (
    (0, (1970, 1, 1, 0, 0, 0, 3, 1)),
    (951782399, (2000, 2, 28, 23, 59, 59, 0, 59)),
    (951782400, (2000, 2, 29, 0, 0, 0, 1, 60)),
    (951868800, (2000, 3, 1, 0, 0, 0, 2, 61)),
    (1777777758, (2026, 5, 3, 3, 9, 18, 6, 123)),
    (3753086378, (2088, 12, 5, 11, 59, 38, 6, 340)),
    (4107542400, (2100, 2, 29, 0, 0, 0, 0, 60)),
    (4294967295, (2106, 2, 6, 6, 28, 15, 6, 37)),
):
    assert time.gmtime(seconds - EPOCH) == date, date
    assert time.mktime(time.localtime(seconds - EPOCH)) == seconds - EPOCH
for far in (-1, -(10**15), time.time_ns(), 10**15, 2**32, 2**70):
    try:
        show.duty_u16(time.gmtime(far)[0])
        assert not RP2 or far == 0
    except OverflowError:
        show.duty_u16(1)
        assert RP2
if not RP2:
    assert time.gmtime(-1) == (1999, 12, 31, 23, 59, 59, 4, 365)
for wrong in (None, 5, (1, 2), (2024.0, 1, 1, 0, 0, 0, 0, 0), ("a",) * 8, (2**31, 1, 1, 0, 0, 0, 0, 0)):
    try:
        time.mktime(wrong)
        raise AssertionError
    except (TypeError, OverflowError) as error:
        show.duty_u16(len(type(error).__name__))
for wrong in (1.5, "a", (1,)):
    try:
        time.localtime(wrong)
        raise AssertionError
    except TypeError:
        show.duty_u16(2)
clock = RTC()
assert repr(clock) == "<RTC>"
for date in ((10**9, 1, 1, 0, 0, 0, 0, 0), (2025, 6, 7, 0, 8, 9, 10, 0), (1980, 1, 1, 0, 0, 0, 0, 0)):
    clock.datetime(date)
    show.duty_u16(clock.datetime()[0])
    show.duty_u16(time.localtime()[2])
clock.datetime((2025, 6, 7, 0, 8, 9, 10, 0))
assert clock.datetime()[:7] == (2025, 6, 7, 5, 8, 9, 10)
for wrong in ((2025, 13, 1, 0, 0, 0, 0, 0), (2025, 0, 1, 0, 0, 0, 0, 0)):
    try:
        clock.datetime(wrong)
        raise AssertionError
    except ValueError:
        show.duty_u16(3)
for delta in (1 << 29, -(1 << 29)):
    try:
        time.ticks_add(0, delta)
        raise AssertionError
    except OverflowError:
        show.duty_u16(4)
assert time.ticks_diff(time.ticks_add(0, (1 << 29) - 1), 0) == (1 << 29) - 1
