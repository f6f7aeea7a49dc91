"""Where each path leads: the file systems that are mounted, and what `os`, `open` and imports ask of them.

Behaviour: library/vfs, library/os, extmod/vfs.c. A file system is any object with their methods: the flash's, or one
that a program has written.
"""

import _flash
import _port
from _flash_systems import FLASH

_EPERM, _EEXIST, _ENODEV, _EINVAL = 1, 17, 19, 22
_FOLDER = 0x4000
NOTHING, IS_FOLDER, IS_FILE = _flash.NOTHING, _flash.IS_FOLDER, _flash.IS_FILE

_ROOT = ("root", None)  # what is above all that is mounted
_NOWHERE = ("nowhere", None)  # a path under the root, where nothing is mounted
_mounts = [("/", FLASH)]  # path, file system; those at "/" are the last, the newest first
_current = _ROOT  # the mount that a path without a slash at its begin is in


def _text(path):
    if isinstance(path, bytes):
        return str(path, "utf-8")
    if not isinstance(path, str):
        raise TypeError("can't convert '" + type(path).__name__ + "' object to str implicitly")
    return path


def _look_up(path):
    """The mount that a path is in, and the path there."""
    text = _text(path)
    if not text.startswith("/") and _current is not _ROOT:
        return _current, path
    rest = text[1:] if text.startswith("/") else text
    if not rest:
        return _ROOT, None
    for mount in _mounts:
        place = mount[0][1:]
        if not place:
            return mount, path
        if rest == place or rest.startswith(place + "/"):
            inner = rest[len(place) :] or "/"
            return mount, inner if path is text else inner.encode()
    return _NOWHERE, None


def _system(mount):
    """Its file system; the board's error where it has none."""
    if mount is _NOWHERE:
        raise _port.os_error(_ENODEV)
    if mount is _ROOT:
        raise _port.os_error(_EPERM)
    return mount[1]


def _system_at_root():
    """What is mounted at "/", or None."""
    for path, system in _mounts:
        if path == "/":
            return system
    return None


def mount(*arguments, readonly=False, mkfs=False):
    """Mount a file system at a path; without arguments, what is mounted and where."""
    if not arguments:
        return [(system, path) for path, system in _mounts]
    if len(arguments) != 2:
        raise TypeError("function missing required positional arguments")
    system, path = arguments
    path = _text(path)
    if not hasattr(system, "mount"):
        raise OSError("a block device cannot be mounted in the simulator; it works on a real board")
    system.mount(readonly, mkfs)
    there, _ = _look_up(path)
    if there is not _NOWHERE and there is not _ROOT and not (len(path) != 1 and there[0] == "/"):
        raise _port.os_error(_EPERM)
    at = 0
    while at < len(_mounts) and _mounts[at][0] != "/":
        at += 1
    _mounts.insert(at, (path, system))


def umount(what):
    """Take away what is mounted at that path, or that file system."""
    global _current
    for i, (path, system) in enumerate(_mounts):
        if system is what or isinstance(what, str) and path == what:
            if _mounts.pop(i) is _current:
                _current = _ROOT
            system.umount()
            return
    raise _port.os_error(_EINVAL)


def open(file, mode="r", buffering=-1, encoding=None):
    found, path = _look_up(file)
    return _system(found).open(path, mode)


def chdir(path):
    global _current
    found, inner = _look_up(path)
    if found is not _ROOT:
        _system(found).chdir(inner)
    elif _system_at_root() is not None:
        _system_at_root().chdir("/")
    _current = found


def getcwd():
    if _current is _ROOT:
        return "/"
    folder = _current[1].getcwd()
    if _current[0] == "/":
        return folder
    return _current[0] if folder == "/" else _current[0] + folder


def ilistdir(path=""):
    found, inner = _look_up(path)
    if found is not _ROOT:
        return _system(found).ilistdir(inner)
    return _list_root(isinstance(path, str))


def _list_root(as_text):
    for path, system in _mounts:
        if path == "/":
            yield from system.ilistdir("/")
            return
        yield path[1:] if as_text else path[1:].encode(), _FOLDER, 0


def listdir(path=""):
    return [entry[0] for entry in ilistdir(path)]


def mkdir(path):
    found, inner = _look_up(path)
    if found is _ROOT or inner in ("/", b"/"):
        raise _port.os_error(_EEXIST)
    _system(found).mkdir(inner)


def remove(path):
    found, inner = _look_up(path)
    _system(found).remove(inner)


def rmdir(path):
    found, inner = _look_up(path)
    _system(found).rmdir(inner)


def rename(old, new):
    found, old = _look_up(old)
    other, new = _look_up(new)
    if found is not other:
        raise _port.os_error(_EPERM)
    _system(found).rename(old, new)


def stat(path):
    found, inner = _look_up(path)
    if found is _ROOT:
        return (_FOLDER, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    return _system(found).stat(inner)


def statvfs(path):
    found, inner = _look_up(path)
    if found is _ROOT:
        if _system_at_root() is None:
            return (0, 0, 0, 0, 0, 0, 0, 0, 0, 512)
        return _system_at_root().statvfs("/")
    return _system(found).statvfs(inner)


def absolute(path):
    """The normal form of a path, whatever is mounted there: no dots, no slash at the end."""
    path = _text(path)
    return _flash.absolute(path if path.startswith("/") else getcwd() + "/" + path)


def kind(path):
    """What an import finds at that path: NOTHING, IS_FOLDER or IS_FILE."""
    found, inner = _look_up(path)
    if found is _ROOT or found is _NOWHERE:
        return NOTHING
    if found[1] is FLASH:
        return _flash.kind(inner)
    try:
        mode = found[1].stat(inner)[0]
    except Exception:
        return NOTHING
    return IS_FOLDER if mode & _FOLDER else IS_FILE


def whole(path):
    """All the bytes of a file, read as the interpreter reads a module."""
    found, inner = _look_up(path)
    if found[1] is FLASH:
        return _flash.whole(inner)
    file = _system(found).open(inner, "rb")
    content = bytearray()
    try:
        size = file.ioctl(11, 0)  # how much it likes to be asked for at once
        part = bytearray(max(20, min(size, 255)) if size > 0 else 20)
        count = len(part)
        while count == len(part):
            count = file.readinto(part) or 0
            content.extend(memoryview(part)[:count])
    finally:
        file.ioctl(4, 0)  # close
    return bytes(content)
