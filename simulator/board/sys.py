"""`sys` of the board."""

import _boot
import _clock
import _port
import _profile
import _reports
from _attributes import named as _named

platform = _profile.PLATFORM
version = "3.4.0; " + _profile.BANNER.split(";")[0]
version_info = (3, 4, 0)
byteorder = "little"
maxsize = 2147483647
path = _boot.MODULE_FOLDERS
argv = []
ps1 = ">>> "
ps2 = "... "
modules = _port.modules
stdout = _port.stdout
stderr = _port.stdout
print_exception = _port.print_exception


class _Stdin:
    """The console that nobody types at: at its end from the first."""

    def read(self, size=-1):
        return ""

    def readline(self, size=-1):
        return ""

    def readlines(self):
        return []

    def readinto(self, buffer, size=-1):
        return 0

    def ioctl(self, request, argument):
        return 0


class _Typed:
    """The console at the end of the cable: what is typed there. `text` says whether it is read as text."""

    typed = True  # `select` knows it by this

    def __init__(self, text):
        self._text = text
        if text:
            self.buffer = _Typed(False)

    def __repr__(self):
        return "<io.TextIOWrapper>" if self._text else "<io.FileIO>"

    def read(self, size=-1):
        if size is None or size < 0:
            while True:  # there is no end of it
                _console.wait(_clock.EPOCH_US)
        if not self._text:
            return _console.read(size)
        text = ""
        while len(text) < size:  # in characters
            sign = _console.read(1)
            while not _is_whole(sign):
                sign += _console.read(1)
            text += str(sign, "utf-8")
        return text.replace("\r", "\n")  # as a terminal's Enter is read

    def readline(self, size=-1):
        data = _console.read_line(size)
        return str(data, "utf-8").replace("\r", "\n") if self._text else data

    def readlines(self):
        return list(iter(self.readline, ""))

    def readinto(self, buffer, size=-1):
        view = memoryview(buffer)
        count = size if 0 <= size < len(view) else len(view)
        view[:count] = _console.read(count)
        return count

    def ioctl(self, request, argument):
        if request != 3:
            return 0
        return (argument & 1 if argument & 1 and _console.available() else 0) | argument & 4


class _Shown:
    """Where a program's text goes, with the cable's line ends; `buffer` takes bytes as they are."""

    class buffer:
        @staticmethod
        def write(data, length=None):
            return _console.write(data if length is None else memoryview(data)[:length])

        @staticmethod
        def ioctl(request, argument):
            return argument & 4 if request == 3 else 0

        @staticmethod
        def flush():
            pass

    def __repr__(self):
        return "<io.TextIOWrapper>"

    def write(self, text):
        count = _port.stdout.write(text)
        _clock.send_text()
        return count

    def ioctl(self, request, argument):
        return argument & 4 if request == 3 else 0

    def flush(self):
        pass


def _is_whole(data):
    """Whether no character is cut off at its end."""
    try:
        str(data, "utf-8")
        return True
    except UnicodeError:
        return False


stdin = _Stdin()
stdin.buffer = stdin
if _reports.goes_on:
    import _console

    stdin = _Typed(True)
    stdout = stderr = _Shown()


implementation = _named(
    ("name", "micropython"), ("version", (1, 29, 0, "")), ("_machine", _profile.MACHINE), ("_mpy", _profile.MPY),
    ("_build", _profile.BUILD), ("_thread", _profile.THREADS),
)  # fmt: skip


def exit(value=0):
    raise SystemExit(value)
