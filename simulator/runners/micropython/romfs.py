"""ROMFS, MicroPython's read-only file system: one block of bytes, out of which modules are imported where they lie.

The form is that of extmod/vfs_rom.c: records of a kind, a length and a content. Numbers are written in groups of seven
bits, the highest first, each marked but the last.
"""

from collections.abc import Mapping

_MAGIC = b"\xd2\xcd\x31"
_DATA, _FILE = 2, 5  # kinds of a record


def image(files: Mapping[str, bytes]) -> bytes:
    """All these files in its root."""
    body = b"".join(_record(_FILE, _counted(name.encode()) + _record(_DATA, files[name])) for name in files)
    size = _number(len(body))
    even = b"" if (len(_MAGIC) + len(size) + len(body)) % 2 == 0 else b"\x80"
    return _MAGIC + even + size + body


def _record(kind: int, content: bytes) -> bytes:
    return _number(kind) + _counted(content)


def _counted(content: bytes) -> bytes:
    return _number(len(content)) + content


def _number(value: int) -> bytes:
    groups = [value & 0x7F]
    while value := value >> 7:
        groups.insert(0, 0x80 | value & 0x7F)
    return bytes(groups)
