"""`sys` of the board."""

import _boot
import _port
import _profile

platform = _profile.PLATFORM
version = "3.4.0; MicroPython v1.29.0"
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


stdin = _Stdin()
stdin.buffer = stdin


class _Implementation(tuple):
    """Its parts by name and by number, as there."""

    name = "micropython"
    version = (1, 29, 0, "")
    _machine = _profile.MACHINE
    _mpy = 774


implementation = _Implementation(("micropython", _Implementation.version, _profile.MACHINE, _Implementation._mpy))


def exit(value=0):
    raise SystemExit(value)
