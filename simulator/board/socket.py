"""`socket` of a board whose network is off: names cannot be resolved and nobody can be reached."""

import _profile
import errno as _errno
from _port import os_error as _os_error

AF_INET, AF_INET6 = 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
IPPROTO_IP, IPPROTO_TCP, TCP_NODELAY = 0, 6, 1
SOL_SOCKET, SO_REUSEADDR, SO_BROADCAST, IP_ADD_MEMBERSHIP = 0xFFF, 4, 32, 3
MSG_PEEK, MSG_DONTWAIT = 1, 8
if _profile.PLATFORM == "esp32":
    IPPROTO_UDP, SO_BINDTODEVICE = 17, 0x100B
_NO_NAME = -2  # lwIP's EAI_NONAME


def _is_address(host):
    parts = host.split(".")
    return len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)


def getaddrinfo(host, port, af=0, type=0, proto=0, flags=0):
    if not _is_address(host):
        raise _os_error(_NO_NAME)
    return [(AF_INET, type or SOCK_STREAM, proto, "", (host, port))]


class socket:
    def __init__(self, af=AF_INET, type=SOCK_STREAM, proto=0, fileno=None):
        self._open = True

    def _unreachable(self):
        raise _os_error(_errno.EHOSTUNREACH if self._open else _errno.EBADF)

    def connect(self, address):
        self._unreachable()

    def bind(self, address):
        self._unreachable()

    def sendto(self, data, address):
        self._unreachable()

    def _not_connected(self):
        raise _os_error(_errno.ENOTCONN if self._open else _errno.EBADF)

    def listen(self, backlog=2):
        self._not_connected()

    def accept(self):
        self._not_connected()

    def send(self, data):
        self._not_connected()

    def sendall(self, data):
        self._not_connected()

    def write(self, data):
        self._not_connected()

    def recv(self, size):
        self._not_connected()

    def recvfrom(self, size):
        self._not_connected()

    def read(self, size=-1):
        self._not_connected()

    def readline(self):
        self._not_connected()

    def readinto(self, buffer):
        self._not_connected()

    def setsockopt(self, level, option, value):
        pass

    def settimeout(self, seconds):
        pass

    def setblocking(self, flag):
        pass

    def makefile(self, mode="rb", buffering=0):
        return self

    def ioctl(self, request, argument):
        return 16 if request == 3 else 0  # hung up

    def close(self):
        self._open = False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
