"""`os`: files and folders of what is mounted, and what the board says of itself."""

import _boot
import _clock
import _profile
import _terminal
from _attributes import named as _named
from _flash_systems import VfsFat, VfsLfs2  # noqa: F401  for programs
from _mounts import (  # noqa: F401  for programs
    chdir,
    getcwd,
    ilistdir,
    listdir,
    mkdir,
    mount,
    remove,
    rename,
    rmdir,
    stat,
    statvfs,
    umount,
)

unlink = remove
sep = "/"


def sync():
    _clock.spend(_profile.FILE_US)


_uname = _named(
    ("sysname", _profile.PLATFORM), ("nodename", _profile.PLATFORM), ("release", "1.29.0"),
    ("version", _profile.BANNER.split(";")[0].split(" ", 1)[1]), ("machine", _profile.MACHINE),
)  # fmt: skip


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
