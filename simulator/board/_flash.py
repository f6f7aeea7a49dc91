"""The board's flash: a file system in memory, fresh for each run, with the board's error numbers and size."""

import _calendar
import _clock
import _port
import _profile

ENOENT, EIO, EEXIST, ENOTDIR, EISDIR, EINVAL, ENOSPC, ENOTEMPTY, EBADF = 2, 5, 17, 20, 21, 22, 28, 39, 9
ENAMETOOLONG = 36  # of littlefs, on every board
BLOCK = 4096
PAGE = 256
_FOLDER_BLOCKS = 2  # littlefs keeps a folder twice
_LONGEST_NAME = 255  # bytes
_FILE_US = _profile.FILE_US

files = {}  # absolute path: bytearray
changed_s = {}  # absolute path: when the file was last written to, in seconds of the board's calendar
folders = {"/": True}
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


def _need_place(path):
    """Raise the board's error when nothing of that name can be made: its folder is not there, or the name too long."""
    if _parent(path) not in folders:
        raise _port.os_error(ENOENT)
    if len(path[path.rfind("/") + 1 :].encode()) > _LONGEST_NAME:
        raise _port.os_error(ENAMETOOLONG)


def _need_blocks(more):
    if (used_blocks() + more) * BLOCK > _profile.FLASH_BYTES:
        raise _port.os_error(ENOSPC)


def used_blocks():
    total = _FOLDER_BLOCKS * len(folders)
    for content in files.values():
        total += (len(content) + BLOCK - 1) // BLOCK
    return total


def _touch(path):
    changed_s[path] = _calendar.now_ms() // 1000


def install(path, content):
    """Put a file there before the program starts."""
    folder = _parent(path)
    made = []
    while folder not in folders:
        made.append(folder)
        folder = _parent(folder)
    for folder in reversed(made):
        folders[folder] = True
    files[path] = bytearray(content)
    _touch(path)


def listdir(path):
    """Names and whether each is a folder, sorted by name."""
    path = absolute(path)
    if path in files:
        raise _port.os_error(ENOTDIR)
    if path not in folders:
        raise _port.os_error(ENOENT)
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
    _need_place(path)
    if path in folders or path in files:
        raise _port.os_error(EEXIST)
    _clock.spend(_FILE_US)
    _need_blocks(_FOLDER_BLOCKS)
    folders[path] = True


def rmdir(path):
    path = absolute(path)
    if path in files:
        raise _port.os_error(ENOTDIR)
    if path not in folders:
        raise _port.os_error(ENOENT)
    if path == "/" or listdir(path):
        raise _port.os_error(ENOTEMPTY)
    _clock.spend(_FILE_US)
    del folders[path]


def remove(path):
    path = absolute(path)
    if path in folders:
        raise _port.os_error(EISDIR)
    if path not in files:
        raise _port.os_error(ENOENT)
    _clock.spend(_FILE_US)
    del files[path], changed_s[path]


def rename(old, new):
    """As littlefs does: over a file or an empty folder. It would lose a folder put into itself; here that is EINVAL."""
    old, new = absolute(old), absolute(new)
    if old not in files and old not in folders:
        raise _port.os_error(ENOENT)
    if old == "/" or new == "/" or (old in folders and new.startswith(old + "/")):
        raise _port.os_error(EINVAL)
    _need_place(new)
    if old in files and new in folders:
        raise _port.os_error(EISDIR)
    if old in folders and new in files:
        raise _port.os_error(ENOTDIR)
    if old in folders and new in folders and new != old and listdir(new):
        raise _port.os_error(ENOTEMPTY)
    _clock.spend(_FILE_US)
    for table in (folders, files, changed_s):
        for path in sorted(table):
            if path == old or path.startswith(old + "/"):
                table[new + path[len(old) :]] = table.pop(path)


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
        when = changed_s[path]  # a folder has no time there
        return (0x8000, 0, 0, 0, 0, 0, len(files[path]), when, when, when)
    raise _port.os_error(ENOENT)


def _kind(mode):
    """The letter of a mode, with "+" if it has one, and whether it is text. Other signs are passed over, as there."""
    kind = plus = ""
    text = True
    for sign in mode:
        if sign in ("r", "w", "x", "a"):
            if kind or plus:
                raise ValueError
            kind = sign
        elif sign == "+":
            plus = sign
        elif sign in ("b", "t"):
            text = sign == "t"
    return (kind or "r") + plus, text


class File(_port.IOBase):
    """An open file, bytes or text; a text file is UTF-8 and keeps line ends as they are."""

    def __repr__(self):
        return "<io.TextIOWrapper>" if self._text else "<io.FileIO>"

    def __init__(self, path, mode):
        kind, self._text = _kind(mode)
        path = self._path = absolute(path)
        if kind[0] == "x" and (path in folders or path in files):
            raise _port.os_error(EEXIST)
        if path in folders:
            raise _port.os_error(EISDIR)
        _clock.spend(_FILE_US)
        if kind[0] == "r":
            if path not in files:
                raise _port.os_error(ENOENT)
        else:
            _need_place(path)
            if kind[0] == "w" or path not in files:
                files[path] = bytearray()
                _touch(path)
        self._content = files[path]
        self._reads = kind[0] == "r" or "+" in kind
        self._writes = kind != "r"
        self._appends = kind[0] == "a"
        self._at = len(self._content) if self._appends else 0
        self._open = True

    def _need(self, allowed):
        if not self._open:
            raise ValueError  # as MicroPython's littlefs says of a closed file
        if not allowed:
            raise _port.os_error(EBADF)

    def _move(self, at):
        """Go to that place. It costs by the pages passed and not by the calls, which differ between interpreters."""
        pages = at // PAGE - self._at // PAGE
        self._at = at
        if pages > 0:
            _clock.spend(pages * _FILE_US)

    def _take(self, count):
        data = bytes(self._content[self._at : self._at + count])
        self._move(self._at + len(data))
        return str(data, "utf-8") if self._text else data

    def read(self, count=-1):
        self._need(self._reads)
        left = len(self._content) - self._at
        if count is None or count < 0 or count > left:
            count = left
        if self._text:  # count is in characters there: lengthen it by the bytes that only continue one
            end = self._at
            while count > 0 and end < len(self._content):
                end += 1
                while end < len(self._content) and self._content[end] & 0xC0 == 0x80:
                    end += 1
                count -= 1
            count = end - self._at
        return self._take(count)

    def readinto(self, buffer):
        self._need(self._reads)
        data = self._content[self._at : self._at + len(buffer)]
        buffer[: len(data)] = data
        self._move(self._at + len(data))
        return len(data)

    def readline(self, size=-1):
        """Up to the end of the line, and at most `size` bytes."""
        self._need(self._reads)
        end = self._content.find(b"\n", self._at)
        count = (len(self._content) if end < 0 else end + 1) - self._at
        return self._take(size if size is not None and 0 <= size < count else count)

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data):
        self._need(self._writes)
        if isinstance(data, str):
            if not self._text:
                raise TypeError("object with buffer protocol required")
            data = data.encode()
        if self._appends:
            self._at = len(self._content)
        end = self._at + len(data)
        more = (end + BLOCK - 1) // BLOCK - (len(self._content) + BLOCK - 1) // BLOCK
        if more > 0:
            _need_blocks(more)
        if self._at > len(self._content):
            self._content.extend(bytes(self._at - len(self._content)))
        self._content[self._at : end] = data
        if files.get(self._path) is self._content:
            _touch(self._path)
        self._move(end)
        return len(data)

    def ioctl(self, request, argument):
        """What the interpreter's own streams ask of a file: nothing that this one needs to do."""
        return 0

    def seek(self, offset, whence=0):
        self._need(True)
        start = 0 if whence == 0 else self._at if whence == 1 else len(self._content)
        if start + offset < 0:
            raise _port.os_error(EINVAL)
        self._at = start + offset
        return self._at

    def tell(self):
        self._need(True)
        return self._at

    def flush(self):
        self._need(True)

    def close(self):
        self._open = False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def open(path, mode="r", *, encoding=None, buffering=-1):
    return File(path, mode)
