"""`machine.I2C` and `machine.SoftI2C`.

Behaviour: library/machine.I2C, extmod/machine_i2c.c and the ports' machine_i2c.c. A write that ends without a stop and
the read after it are two transfers, each with its own start; the calls for memory send the address and read in one.
"""

import _bus
import _clock
import _profile
import _requests
from _machine_arguments import whole
from _machine_pin import pin_number
from _port import os_error
from errno import EIO, ENODEV, ETIMEDOUT

_ON_RP2 = _profile.PLATFORM == "rp2"
_TIMEOUT_US = 50_000
_FREQ_HZ = 400_000
_STOP, _SCAN = 1, 2
_MOST = 0xFFFF  # bytes of one transfer
_LEAST_BIT_NS = 100  # no chip follows a faster clock
_EDGE_US = 1  # what the soft bus's own work adds to each half of a clock


class _Bus:
    """What both kinds of bus do. A subclass says what a refusal means there."""

    _asked = None  # the request of `readfrom_mem_into`, kept

    def _transfer(self, address, data, count, flags=_STOP):
        """Write `data`, then read `count` bytes; returns how many of the data were acknowledged, -1 for none at all."""
        sent = len(data)
        if count < 0 or count > _MOST or sent > _MOST:
            raise MemoryError("memory allocation failed")
        bits = 2 + 9 * (1 + sent) + (9 * (1 + count) + 1 if count else 0)
        us = bits * self._bit_ns // 1000 + 1
        head = (0, self._sda, self._scl, address & 127, flags, sent & 255, sent >> 8, count & 255, count >> 8)
        _clock.spend(self._call_us)
        result = _bus.transfer(bytes(head) + bytes(data), us)
        if _bus.took_us - us > self._timeout:
            raise os_error(ETIMEDOUT)
        return result

    def _write(self, address, data, flags):
        result = self._transfer(whole(address), data, 0, flags)
        if result < 0:
            raise os_error(self._no_answer if len(data) else ENODEV)
        if result < len(data) and self._refused:
            raise os_error(self._refused)
        return result

    def scan(self):
        _clock.spend(self._call_us)
        _bus.transfer(bytes((0, self._sda, self._scl, 0, _SCAN, 0, 0, 0, 0)), 112 * 11 * self._bit_ns // 1000)
        return [address for address in _bus.data if 0x08 <= address < 0x78]

    def writeto(self, addr, buf, stop=True):
        return self._write(addr, _bytes(buf), _STOP if stop else 0)

    def writevto(self, addr, vector, stop=True):
        return self._write(addr, b"".join([_bytes(buf) for buf in vector]), _STOP if stop else 0)

    def readfrom(self, addr, nbytes, stop=True):
        if whole(nbytes) == 0:
            self._write(addr, b"", _STOP)
            return b""
        if self._transfer(whole(addr), b"", nbytes, _STOP if stop else 0) < 0:
            raise os_error(self._no_answer)
        return _bus.data

    def readfrom_into(self, addr, buf, stop=True):
        buf[:] = self.readfrom(addr, len(buf), stop)

    def readfrom_mem(self, addr, memaddr, nbytes, *, addrsize=8):
        result = self._transfer(whole(addr), _memory_address(memaddr, addrsize), whole(nbytes))
        if result < 0:
            raise os_error(self._no_answer)
        if result < addrsize >> 3:
            if self._refused:
                raise os_error(self._refused)
            return bytes(nbytes)  # the port does not look how far the address came
        return _bus.data

    def readfrom_mem_into(self, addr, memaddr, buf, *, addrsize=8):
        count = len(buf)
        if addrsize != 8 or count == 0 or count > 255:
            buf[:] = self.readfrom_mem(addr, memaddr, count, addrsize=addrsize)
            return
        # a control loop reads like this with the heap locked
        asked = self._asked
        if asked is None:
            asked = self._asked = bytearray((0, self._sda, self._scl, 0, _STOP, 1, 0, 0, 0, 0))
        us = (30 + 9 * count) * self._bit_ns // 1000 + 1
        _clock.spend(self._call_us)
        asked[3] = whole(addr) & 127
        asked[7] = count
        asked[9] = whole(memaddr) & 255
        result = _requests.transfer_into(asked, us, self._timeout, buf)
        if result is None:
            raise os_error(ETIMEDOUT)
        if result < 0:
            raise os_error(self._no_answer)
        if result == 0:
            if self._refused:
                raise os_error(self._refused)
            buf[:] = bytes(count)  # the port does not look how far the address came

    def writeto_mem(self, addr, memaddr, buf, *, addrsize=8):
        self._write(addr, _memory_address(memaddr, addrsize) + _bytes(buf), _STOP)

    def deinit(self):
        pass


def _bytes(buf):
    return buf.encode() if isinstance(buf, str) else bytes(memoryview(buf))


def _positive(freq):
    if whole(freq) <= 0:
        raise ValueError("invalid freq")
    return freq


def _memory_address(address, size):
    if size & 7 or not 0 <= size <= 32:
        raise ValueError("invalid addrsize")
    return (whole(address) & ((1 << size) - 1)).to_bytes(size >> 3, "big")


class SoftI2C(_Bus):
    _no_answer = ENODEV
    _refused = 0  # a refused byte is no error: the count of those before it is the result
    _call_us = _profile.SOFT_I2C_US

    def __init__(self, scl, sda, *, freq=_FREQ_HZ, timeout=_TIMEOUT_US):
        self.init(scl, sda, freq=freq, timeout=timeout)

    def init(self, scl, sda, *, freq=_FREQ_HZ, timeout=_TIMEOUT_US):
        self._scl, self._sda = pin_number(scl), pin_number(sda)
        self._half_us = 500_000 // _positive(freq) or 1
        self._bit_ns = 2000 * (self._half_us + _EDGE_US)
        self._timeout = whole(timeout)
        self._asked = None
        self._open = None  # what `write` has sent since `start`
        self._reads = False

    def start(self):
        _clock.spend(2 * self._half_us)
        self._finish()
        self._open = b""
        self._reads = False

    def stop(self):
        _clock.spend(2 * self._half_us)
        self._finish()
        self._open = None

    def write(self, buf):
        """Returns how many bytes were acknowledged, the address among them."""
        data = _bytes(buf)
        if self._open is None:
            return 0
        before = len(self._open)
        self._open += data
        if not before and data and data[0] & 1:
            self._reads = True
            return 1 if self._transfer(data[0] >> 1, b"", 0, 0) >= 0 else 0
        if not before and len(data) <= 1:
            return 1 if data and self._transfer(data[0] >> 1, b"", 0, 0) >= 0 else 0
        # the whole message goes when it is complete; until then it is taken to be welcome
        _clock.spend(9 * len(data) * self._bit_ns // 1000)
        return len(data)

    def readinto(self, buf, nack=True):
        if not self._reads or self._transfer(self._open[0] >> 1, b"", len(buf), _STOP if nack else 0) < 0:
            buf[:] = b"\xff" * len(buf)
        else:
            buf[:] = _bus.data

    def _finish(self):
        """Send what was written since the start, which may have been asked about byte by byte."""
        data = self._open
        if data and not self._reads and len(data) > 1:
            self._transfer(data[0] >> 1, data[1:], 0, _STOP)

    def __repr__(self):
        return "SoftI2C(scl=%d, sda=%d, freq=%d)" % (self._scl, self._sda, 500_000 // self._half_us)


_buses = {}  # id: (scl, sda, freq, timeout) of the hardware buses, which keep them from one object to the next


class I2C(_Bus):
    # the ESP32's driver does not tell a byte that was refused from an address that was
    _no_answer = EIO if _ON_RP2 else ENODEV
    _refused = EIO if _ON_RP2 else ENODEV
    _call_us = _profile.I2C_US

    def __new__(cls, id=0, *arguments, **options):
        if id == -1 and not _ON_RP2:
            print("Warning: I2C(-1, ...) is deprecated, use SoftI2C(...) instead")
            return SoftI2C(*arguments, **options)
        return object.__new__(cls)

    def __init__(self, id=0, *arguments, scl=None, sda=None, freq=None, timeout=None):
        if id not in _profile.I2C_PINS:
            raise ValueError("I2C(%d) doesn't exist" % whole(id))
        if arguments:
            if not _ON_RP2 or len(arguments) > 1:
                raise TypeError("extra positional arguments given")
            freq = arguments[0]
        kept = _buses.get(id)
        pins = kept[:2] if kept else _profile.I2C_PINS[id]
        scl = pins[0] if scl is None else pin_number(scl)
        sda = pins[1] if sda is None else pin_number(sda)
        choice = _profile.I2C_CHOICE
        if choice is not None and scl not in choice[id][0]:
            raise ValueError("bad SCL pin")
        if choice is not None and sda not in choice[id][1]:
            raise ValueError("bad SDA pin")
        changed = kept is None or (scl, sda) != pins or freq is not None or timeout is not None
        if changed:
            kept = (
                scl,
                sda,
                _FREQ_HZ if freq is None else _positive(freq),
                _TIMEOUT_US if timeout is None else timeout,
            )
            _buses[id] = kept
        self._id = id
        self._scl, self._sda, self._freq, self._timeout = kept
        self._bit_ns = max(1_000_000_000 // self._freq, _LEAST_BIT_NS)

    def __repr__(self):
        return "I2C(%d, scl=%d, sda=%d, freq=%d, timeout=%d)" % (
            self._id, self._scl, self._sda, self._freq, self._timeout
        )  # fmt: skip


def _unsupported(*_, **__):
    raise OSError("I2C operation not supported")


I2C.init = I2C.start = I2C.stop = I2C.readinto = I2C.write = _unsupported
