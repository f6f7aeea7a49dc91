"""`os` over the board's own flash."""

import _clock
import _flash
import _profile
import random as _random

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
    for name, is_folder in _flash.listdir(path):
        size = 0 if is_folder else len(_flash.files[_flash.absolute(path + "/" + name)])
        yield (name, 0x4000 if is_folder else 0x8000, 0, size)


def statvfs(path="/"):
    blocks = _profile.FLASH_BYTES // _flash.BLOCK
    free = blocks - _flash.used_blocks()
    return (_flash.BLOCK, _flash.BLOCK, blocks, free, free, 0, 0, 0, 0, 255)


def sync():
    _clock.spend(_profile.FILE_US)


def uname():
    return _uname


def urandom(count):
    return bytes([_random.getrandbits(8) for _ in range(count)])


class _Uname:
    sysname = _profile.PLATFORM
    nodename = _profile.PLATFORM
    release = "1.29.0"
    version = "v1.29.0"
    machine = _profile.MACHINE


_uname = _Uname()
