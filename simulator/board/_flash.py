"""The board's flash: a file system in memory, fresh for each run, with the board's error numbers and size.

What is here is what a power failure would leave, as littlefs keeps it: the content of a file that is being written
comes here when it is flushed or closed (`_flash_file.py`). Paths are absolute or from the folder the flash is in.
"""

import _calendar
import _clock
import _port
import _profile
from _flash_blocks import BLOCK
from _flash_blocks import used_blocks as _used_blocks

ENOENT, EIO, EEXIST, ENOTDIR, EISDIR, EINVAL, ENOSPC, ENOTEMPTY, EBADF = 2, 5, 17, 20, 21, 22, 28, 39, 9
ENAMETOOLONG = 36  # of littlefs, on every board
NOTHING, IS_FOLDER, IS_FILE = 0, 1, 2
_FOLDER_BLOCKS = 2
_LONGEST_NAME = 255  # bytes
_FILE_US = _profile.FILE_US

files = {}  # absolute path: its bytes, which nobody changes in place
changed_s = {}  # absolute path: when the file was last written to, in seconds of the board's calendar
folders = {"/": True}
writers = []  # open files that may have written what is not here yet
told = None  # function(what, path, value) to call when something has become lasting: ("put", path, bytes),
# ("rename", path, new path), or "remove", "mkdir", "rmdir" with None
_cwd = "/"


def absolute(path):
    """The normal form of a path, text or bytes: absolute, no dots, no slash at the end."""
    if isinstance(path, (bytes, bytearray)):
        path = str(path, "utf-8")
    elif not isinstance(path, str):
        raise TypeError("can't convert '" + type(path).__name__ + "' object to str implicitly")
    if "\0" in path:
        raise _port.os_error(EINVAL)
    if not path.startswith("/"):
        path = _cwd + "/" + path
    parts = []
    for part in path.split("/"):
        if part == "..":
            if parts:
                parts.pop()
        elif part and part != ".":
            parts.append(part)
    return "/" + "/".join(parts)


def _parent(path):
    return path[: path.rfind("/")] or "/"


def missing(path):
    """The board's error where nothing of that name is there: a path may also lead through what is no folder."""
    while path != "/":
        path = _parent(path)
        if path in files:
            return _port.os_error(ENOTDIR)
    return _port.os_error(ENOENT)


def need_place(path):
    """Raise the board's error when nothing of that name can be made: its folder is not there, or the name too long."""
    if _parent(path) not in folders:
        raise missing(path)
    if len(path[path.rfind("/") + 1 :].encode()) > _LONGEST_NAME:
        raise _port.os_error(ENAMETOOLONG)


def need_blocks(more):
    if (used_blocks() + more) * BLOCK > _profile.FLASH_BYTES:
        raise _port.os_error(ENOSPC)


def used_blocks():
    """Those of what is kept and, beside them, of what is being written."""
    total = _used_blocks(files, folders)
    for file in writers:
        total += file._new_blocks
    return total


def put(path, content, when_s):
    """Keep this content of a file, of that time."""
    files[path] = content
    changed_s[path] = when_s
    if told is not None:
        told("put", path, bytes(content))


def install(path, content):
    """Put a file there before the program starts; one whose path ends with a slash is a folder."""
    folder = _parent(path)
    made = []
    while folder not in folders:
        made.append(folder)
        folder = _parent(folder)
    for folder in reversed(made):
        folders[folder] = True
    if not path.endswith("/"):
        files[path] = bytearray(content)
        changed_s[path] = _calendar.now_ms() // 1000


def close_all():
    """Close the files that are open for writing, as a soft reset does: what was written to them is kept."""
    for file in list(writers):
        file.close()


def _forget_writers(path):
    """What the open files of that path still write is lost: the path is not theirs any more."""
    for file in writers:
        if file._path == path:
            file._path = None


def listdir(path):
    """Names and whether each is a folder, sorted by name."""
    path = absolute(path)
    if path in files:
        raise _port.os_error(ENOTDIR)
    if path not in folders:
        raise missing(path)
    prefix = path if path == "/" else path + "/"
    start = len(prefix)
    found = []
    for table, is_folder in ((folders, True), (files, False)):
        for name in table:
            if name.startswith(prefix) and len(name) > start and "/" not in name[start:]:
                found.append((name[start:], is_folder))
    return sorted(found)


def mkdir(path):
    path = absolute(path)
    need_place(path)
    if path in folders or path in files:
        raise _port.os_error(EEXIST)
    _clock.spend(_FILE_US)
    need_blocks(_FOLDER_BLOCKS)
    folders[path] = True
    if told is not None:
        told("mkdir", path, None)


def remove(path):
    """Take away a file or an empty folder: littlefs does not tell them apart here."""
    path = absolute(path)
    is_folder = path in folders
    if not is_folder and path not in files:
        raise missing(path)
    if path == "/":
        raise _port.os_error(EINVAL)
    if is_folder and listdir(path):
        raise _port.os_error(ENOTEMPTY)
    _clock.spend(_FILE_US)
    if is_folder:
        del folders[path]
    else:
        del files[path]
        changed_s.pop(path, None)
        _forget_writers(path)
    if told is not None:
        told("rmdir" if is_folder else "remove", path, None)


def rename(old, new):
    """As littlefs does: over a file or an empty folder. It would lose a folder put into itself; here that is EINVAL."""
    old, new = absolute(old), absolute(new)
    if old not in files and old not in folders:
        raise missing(old)
    if old == "/" or new == "/" or (old in folders and new.startswith(old + "/")):
        raise _port.os_error(EINVAL)
    need_place(new)
    if old in files and new in folders:
        raise _port.os_error(EISDIR)
    if old in folders and new in files:
        raise _port.os_error(ENOTDIR)
    if old in folders and new in folders and new != old and listdir(new):
        raise _port.os_error(ENOTEMPTY)
    _clock.spend(_FILE_US)
    if new == old:
        return
    if old in files:
        _forget_writers(old)
        _forget_writers(new)
        changed_s.pop(new, None)
    for table in (folders, files, changed_s):
        for path in sorted(table):
            if path == old or path.startswith(old + "/"):
                table[new + path[len(old) :]] = table.pop(path)
    for file in writers:
        if file._path is not None and file._path.startswith(old + "/"):
            file._path = new + file._path[len(old) :]
    if told is not None:
        told("rename", old, new)


def chdir(path):
    global _cwd
    path = absolute(path)
    if path not in folders:
        raise _port.os_error(ENOENT)
    _cwd = path


def getcwd():
    return _cwd


def stat(path):
    path = absolute(path)
    if path in folders:
        return (0x4000, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    if path in files:
        when = changed_s.get(path, 0)  # a folder has no time there, nor a new file that is still open
        return (0x8000, 0, 0, 0, 0, 0, len(files[path]), when, when, when)
    raise missing(path)


def kind(path):
    """What is there: NOTHING, IS_FOLDER or IS_FILE."""
    path = absolute(path)
    return IS_FOLDER if path in folders else IS_FILE if path in files else NOTHING


def whole(path):
    """All the bytes of a file."""
    path = absolute(path)
    if path not in files:
        raise _port.os_error(EISDIR) if path in folders else missing(path)
    return bytes(files[path])
