"""`micropython` for a robot program."""

import _clock
import _port
import _terminal

_SCHEDULE_DEPTH = 8
_scheduled = 0
_level = 0


def const(value):
    return value


def schedule(function, argument):
    """Run function(argument) as soon as callbacks may run; RuntimeError when eight wait already."""
    global _scheduled
    if _scheduled == _SCHEDULE_DEPTH:
        raise RuntimeError("schedule queue full")
    _scheduled += 1
    _clock.schedule(_call, (function, argument))


def _call(pair):
    global _scheduled
    _scheduled -= 1
    pair[0](pair[1])


def alloc_emergency_exception_buf(size):
    pass


kbd_intr = _terminal.set_key


def opt_level(level=None):
    global _level
    if level is None:
        return _level
    _level = level


def qstr_info(verbose=None):
    pass


heap_lock = _port.heap_lock
heap_unlock = _port.heap_unlock
mem_info = _port.mem_info
stack_use = _port.stack_use


class RingIO(_port.IOBase):
    """Bytes in a ring: written at one end and read at the other, with no waiting."""

    def __init__(self, size):
        if isinstance(size, int):
            if not 0 < size < 65535:
                raise ValueError
            size = bytearray(size + 1)
        elif not isinstance(size, bytearray):
            raise TypeError("can't convert " + type(size).__name__ + " to int")
        if len(size) < 2:
            raise ValueError
        self._ring = size
        self._get = 0
        self._put = 0

    def any(self):
        return (self._put - self._get) % len(self._ring)

    def write(self, data):
        if isinstance(data, str):
            data = data.encode()
        ring = self._ring
        count = min(len(data), len(ring) - 1 - self.any())
        put = self._put
        for i in range(count):
            ring[put] = data[i]
            put = (put + 1) % len(ring)
        self._put = put
        return count

    def readinto(self, buffer, size=-1):
        count = min(len(buffer), self.any())
        if 0 <= size < count:
            count = size
        get = self._get
        for i in range(count):
            buffer[i] = self._ring[get]
            get = (get + 1) % len(self._ring)
        self._get = get
        return count

    def read(self, size=-1):
        count = self.any()
        if 0 <= size < count:
            count = size
        data = bytearray(count)
        self.readinto(data)
        return bytes(data)

    def readline(self, size=-1):
        most = self.any()
        if 0 <= size < most:
            most = size
        count = 0
        while count < most:
            count += 1
            if self._ring[(self._get + count - 1) % len(self._ring)] == 10:
                break
        return self.read(count)

    def ioctl(self, request, argument):
        if request == 3:  # which of the asked readiness there is: 1 something to read, 4 room to write
            ready = (1 if self.any() else 0) | (4 if self.any() < len(self._ring) - 1 else 0)
            return ready & argument
        return 0

    def close(self):
        pass
