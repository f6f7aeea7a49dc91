"""`os` over the board's own flash."""

from collections import namedtuple as _namedtuple

import _boot
import _clock
import _flash
import _profile
import _terminal

remove = unlink = _flash.remove
rename = _flash.rename
mkdir = _flash.mkdir
rmdir = _flash.rmdir
chdir = _flash.chdir
getcwd = _flash.getcwd
stat = _flash.stat
sep = "/"


def listdir(path="."):
    return [name for name, _ in _flash.listdir(path)]


def ilistdir(path="."):
    found = []
    path = _flash.absolute(path)
    for name, is_folder in _flash.listdir(path):
        size = 0 if is_folder else len(_flash.files[_flash.absolute(path + "/" + name)])
        found.append((name, 0x4000 if is_folder else 0x8000, 0, size))
    return iter(found)


def statvfs(path="/"):
    stat(path)  # its error if it is not there
    blocks = _profile.FLASH_BYTES // _flash.BLOCK
    free = blocks - _flash.used_blocks()
    return (_flash.BLOCK, _flash.BLOCK, blocks, free, free, 0, 0, 0, 0, 255)


def sync():
    _clock.spend(_profile.FILE_US)


_uname = _namedtuple("uname", ("sysname", "nodename", "release", "version", "machine"))(
    _profile.PLATFORM, _profile.PLATFORM, "1.29.0", "v1.29.0", _profile.MACHINE
)


def uname():
    return _uname


_noise = _boot.seed * 0x9E3779B1 + 0x51ED270B & 0xFFFFFFFF or 1


def urandom(count):
    """Bytes by chance: of the run's seed, and of no other draw."""
    global _noise
    drawn = bytearray(count)
    for i in range(count):
        # xorshift32 (Marsaglia 2003)
        _noise ^= _noise << 13 & 0xFFFFFFFF
        _noise ^= _noise >> 17
        _noise ^= _noise << 5 & 0xFFFFFFFF
        drawn[i] = _noise >> 24
    return bytes(drawn)


def dupterm(stream, index=0):
    """Let `stream` see what is printed, too, or none; returns the one before. Nobody types there."""
    if index != 0:
        raise ValueError("invalid dupterm index")
    if stream is not None and not all([hasattr(stream, name) for name in ("readinto", "write", "ioctl")]):
        raise OSError("stream operation not supported")
    return _terminal.set_second(stream)


def dupterm_notify(_):
    """Have the second terminal read."""
    _terminal.read_second()
