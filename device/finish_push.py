"""Finishes what `marshrut push` has begun: puts the files it has sent in their places.

They lie in /.next, all of them whole, and /.next/go is there from the moment on when they are to replace what was
there. It has a line for each step; a step that is done already is passed over, so that whoever is cut off in the middle
may begin again: boot.py does, and the next push.

    - /old.py            take that file away
    / /old               take that folder away if it is empty
    + 2 /data            the folder /.next/2 gets that name
    > 3 /data/map.txt    /.next/3 gets that name
"""

import sys

from micropython import kbd_intr

_path = sys.path[:]
sys.path[:] = []  # then it is MicroPython's own os, even if a file of that name lies on the flash
try:
    import os
finally:
    sys.path[:] = _path

_STAGE = "/.next"
_GO = "/.next/go"
_FOLDER = 0x4000
_FILE = 0x8000


def finish():
    """Carry out the list, then take it away. OSError when the flash does not take a step; the list stays then.

    Ctrl-C counts for nothing meanwhile: it would leave a prompt at a board that is neither the old one nor the new.
    """
    kbd_intr(-1)
    try:
        _carry_out()
    finally:
        kbd_intr(3)


def _carry_out():
    with open(_GO) as steps:
        for line in steps:
            _do(line[0], line[2:].rstrip("\n"))
    os.remove(_GO)
    for name in os.listdir(_STAGE):
        path = _STAGE + "/" + name
        (os.rmdir if _kind(path) == _FOLDER else os.remove)(path)
    os.rmdir(_STAGE)


def _do(what, path):
    if what in ">+":
        number, path = path.split(" ", 1)
        source = _STAGE + "/" + number
        kind = _kind(source)
        if kind == _FILE or (kind == _FOLDER and not _kind(path)):
            os.rename(source, path)
    elif what == "-":
        if _kind(path) == _FILE:
            os.remove(path)
    elif what == "/" and _kind(path) == _FOLDER and not os.listdir(path):
        os.rmdir(path)


def _kind(path):
    try:
        return os.stat(path)[0] & (_FOLDER | _FILE)
    except OSError:
        return 0
