"""The board's kinds of file systems: littlefs, of which the flash is one, and FAT.

Behaviour: library/vfs, extmod/vfs_lfsx.c. Others than the flash's would lie on a block device, which is not played.
"""

import _flash
import _flash_file
import _port
import _profile

_EROFS = 30
_FOLDER, _FILE = 0x4000, 0x8000


def _no_device(kind):
    raise OSError(kind + " on a block device is not simulated; it works on a real board")


class VfsLfs2:
    def __init__(self, block_dev, *, readsize=32, progsize=32, lookahead=32, mtime=True):
        _no_device("VfsLfs2")

    @staticmethod
    def mkfs(block_dev, *, readsize=32, progsize=32, lookahead=32, mtime=True):
        _no_device("VfsLfs2")

    def __repr__(self):
        return "<VfsLfs2>"

    def mount(self, readonly, mkfs):
        self._is_fixed = bool(readonly)

    def umount(self):
        pass

    def _need_writable(self):
        if self._is_fixed:
            raise _port.os_error(_EROFS)

    def open(self, path, mode):
        if self._is_fixed and any([sign in mode for sign in "wax+"]):
            raise _port.os_error(_EROFS)
        return _flash_file.File(path, mode)

    def ilistdir(self, path=""):
        folder = _flash.absolute(path)
        as_text = not isinstance(path, bytes)
        as_text = not isinstance(path, bytes)
        found = []
        for name, is_folder in _flash.listdir(folder):
            size = 0 if is_folder else len(_flash.files[_flash.absolute(folder + "/" + name)])
            found.append((name if as_text else name.encode(), _FOLDER if is_folder else _FILE, 0, size))
        return iter(found)

    def mkdir(self, path):
        self._need_writable()
        _flash.mkdir(path)

    def remove(self, path):
        self._need_writable()
        _flash.remove(path)

    rmdir = remove  # littlefs knows no difference

    def rename(self, old, new):
        self._need_writable()
        _flash.rename(old, new)

    def chdir(self, path):
        _flash.chdir(path)

    def getcwd(self):
        return _flash.getcwd()

    def stat(self, path):
        return _flash.stat(path)

    def statvfs(self, path):
        blocks = _profile.FLASH_BYTES // _flash.BLOCK
        free = blocks - _flash.used_blocks()
        return (_flash.BLOCK, _flash.BLOCK, blocks, free, free, 0, 0, 0, 0, 255)


class VfsFat:
    def __init__(self, block_dev):
        _no_device("VfsFat")

    @staticmethod
    def mkfs(block_dev):
        _no_device("VfsFat")


FLASH = object.__new__(VfsLfs2)
FLASH.mount(False, False)
