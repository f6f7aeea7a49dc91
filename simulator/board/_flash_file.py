"""Open files of the board's flash. What is written to one is kept when it is flushed or closed, and not before."""

import _calendar
import _clock
import _flash
import _port
import _profile
from _flash import EBADF, EEXIST, EINVAL, EISDIR
from _flash_blocks import blocks_of, shared_blocks

PAGE = 256
_FLUSH, _CLOSE = 1, 4
_FILE_US = _profile.FILE_US


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


def _now_s():
    return _calendar.now_ms() // 1000


class File(_port.IOBase):
    """An open file, bytes or text; a text file is UTF-8 and keeps line ends as they are."""

    _new_blocks = 0  # those of what is written and not kept yet

    def __repr__(self):
        return "<io.TextIOWrapper>" if self._text else "<io.FileIO>"

    def __init__(self, path, mode):
        kind, self._text = _kind(mode)
        path = self._path = _flash.absolute(path)  # None once another has taken its place there
        if kind[0] == "x" and (path in _flash.folders or path in _flash.files):
            raise _port.os_error(EEXIST)
        if path in _flash.folders:
            raise _port.os_error(EISDIR)
        _clock.spend(_FILE_US)
        if path not in _flash.files:
            if kind[0] == "r":
                raise _flash.missing(path)
            _flash.need_place(path)
            _flash.files[path] = bytearray()  # its name is kept at once, its time with its content
            if _flash.told is not None:
                _flash.told("put", path, b"")
        self._content = _flash.files[path]
        self._is_kept = True  # the flash has this very content, which therefore must not change
        if kind[0] == "w":
            self._content = bytearray()
            self._is_kept = False
        self._failed = False
        self._reads = kind[0] == "r" or "+" in kind
        self._writes = kind != "r"
        self._appends = kind[0] == "a"
        self._at = len(self._content) if self._appends else 0
        self._open = True
        if self._writes:
            self._kept_size = len(_flash.files[path])
            self._unchanged = len(self._content)  # bytes at the begin that are as kept
            self._written_s = _now_s()
            _flash.writers.append(self)

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
        self._reserve(end)
        if self._is_kept:
            self._content = bytearray(self._content)
            self._is_kept = False
        if self._at > len(self._content):
            self._content.extend(bytes(self._at - len(self._content)))
        self._content[self._at : end] = data
        self._written_s = _now_s()
        self._failed = False
        self._move(end)
        return len(data)

    def _reserve(self, end):
        """Raise ENOSPC where the flash has no blocks for what is written up to there.

        Those that it had before stay taken until the file is flushed or closed; the ones before the first change serve
        on. A file whose last write met the flash's end is not kept.
        """
        if self._at < self._unchanged:
            self._unchanged = self._at
        size = len(self._content)
        blocks = blocks_of(end if end > size else size) - shared_blocks(self._kept_size, self._unchanged)
        if blocks > self._new_blocks:
            try:
                _flash.need_blocks(blocks - self._new_blocks)
            except OSError:
                self._failed = True
                raise
            self._new_blocks = blocks

    def _keep(self):
        """Let the flash have what was written."""
        self._new_blocks = 0
        if self._writes and self._path is not None and not self._failed:
            self._is_kept = True
            self._kept_size = self._unchanged = len(self._content)
            _flash.put(self._path, self._content, self._written_s)

    def ioctl(self, request, argument):
        """What the interpreter's own streams ask of a file: to keep what was written, or to close."""
        if request == _FLUSH:
            self.flush()
        elif request == _CLOSE:
            self.close()
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
        self._keep()

    def close(self):
        if self._open:
            self._open = False
            if self._writes:
                _flash.writers.remove(self)
                self._keep()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
