"""`platform` of the board."""

import _profile


def platform(aliased=0, terse=0):
    return "MicroPython-1.29.0-" + _profile.PLATFORM


def python_compiler():
    return "GCC"


def libc_ver():
    return ("newlib", "4.3.0")
