"""`os` of a board while heap is measured: the interpreter's own, and what only boards have."""

from uos import *  # noqa: F403


def dupterm(stream, index=0):
    """Where the console goes besides."""


def dupterm_notify(stream):
    pass


def uname():
    return ("stand-in",) * 5


def sync():
    pass


def urandom(count):
    return bytes(count)
