"""How many blocks littlefs takes for what lies on the flash.

Facts: littlefs 2.11 (lfs_ctz_index, lfs_init, lfs_dir_splittingcompact) with the settings of extmod/vfs_lfsx.c.
"""

import _profile

BLOCK = 4096
_POINTER = 4  # bytes; a block of a file begins with some, to blocks before it
_INLINE = _profile.INLINE_BYTES  # a file up to this size lies in its folder's own blocks
_PAIR = 2  # blocks: a folder is kept twice
_FULL_PAIR = BLOCK // 2  # bytes of entries from which a folder is split among pairs; more or less
_FOLDER_ENTRY, _FILE_ENTRY, _LONG_FILE_ENTRY = 16, 20, 28  # bytes beside the name and what lies inline


def block_at(offset):
    """The number, in its file, of the block where the byte at `offset` is."""
    room = BLOCK - 2 * _POINTER
    number = offset // room
    if number == 0:
        return 0
    return (offset - _POINTER * (bin(number - 1).count("1") + 2)) // room


def blocks_of(size):
    """How many blocks a file of so many bytes takes."""
    return 0 if size <= _INLINE else block_at(size - 1) + 1


def shared_blocks(size, unchanged):
    """How many blocks of a file of that size serve on in one that begins with as many unchanged bytes."""
    return 0 if size <= _INLINE else block_at(unchanged)


def used_blocks(files, folders):
    """Those of all files (path: content) and folders (path: anything)."""
    entries = {}  # of each folder, in bytes
    total = 0
    for path in folders:
        entries[path] = 0
    for path in folders:
        _enter(entries, path, _FOLDER_ENTRY)
    for path in files:
        size = len(files[path])
        blocks = blocks_of(size)
        total += blocks
        _enter(entries, path, _LONG_FILE_ENTRY if blocks else _FILE_ENTRY + size)
    for size in entries.values():
        total += _PAIR * (1 + size // _FULL_PAIR)
    return total


def _enter(entries, path, size):
    at = path.rfind("/")
    folder = path[:at] or "/"
    entries[folder] = entries.get(folder, 0) + size + len(path) - at
