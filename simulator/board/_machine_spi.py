"""`machine.SPI` and `machine.SoftSPI`.

Behaviour: library/machine.SPI, extmod/machine_spi.c, the ports' sources.
"""

import _bus
import _clock
import _profile
from _machine_arguments import whole
from _machine_pin import pin_number

_ON_RP2 = _profile.PLATFORM == "rp2"
_SPI_US = _profile.SPI_US
_MOST = 60_000  # bytes of one transfer
_NO_PIN = 255
_BAUDRATE = 1_000_000 if _ON_RP2 else 500_000
_NAMES = ("SCK", "MOSI", "MISO")


class _Bus:
    MSB, LSB = (1, 0) if _ON_RP2 else (0, 1)

    def _set(self, baudrate, polarity, phase, bits, firstbit):
        """None: as it was."""
        if baudrate is not None:
            if whole(baudrate) <= 0:
                raise ValueError("baudrate must be positive")
            self._baudrate = baudrate
        if polarity is not None:
            self._polarity = whole(polarity)
        if phase is not None:
            self._phase = whole(phase)
        if bits is not None:
            if whole(bits) <= 0:
                raise ValueError("invalid bits")
            self._bits = bits
        if firstbit is not None:
            if _ON_RP2 and firstbit == self.LSB and isinstance(self, SPI):
                raise NotImplementedError("LSB")
            self._firstbit = firstbit

    def _transfer(self, data):
        self._need_open()
        answer = b""
        _clock.spend(_SPI_US)
        for at in range(0, len(data), _MOST):
            part = data[at : at + _MOST]
            head = (1, self._sck, self._mosi, self._miso, len(part) & 255, len(part) >> 8)
            _bus.transfer(bytes(head) + part, (len(part) * 8_000_000 + self._baudrate - 1) // self._baudrate)
            answer += _bus.data
        return answer

    def _need_open(self):
        pass

    def read(self, nbytes, write=0):
        if whole(nbytes) < 0:
            raise MemoryError("memory allocation failed")
        return self._transfer(bytes((whole(write) & 255,)) * nbytes)

    def readinto(self, buf, write=0):
        buf[:] = self._transfer(bytes((whole(write) & 255,)) * len(buf))

    def write(self, buf):
        self._transfer(_bytes(buf))

    def write_readinto(self, write_buf, read_buf):
        data = _bytes(write_buf)
        if len(data) != len(read_buf):
            raise ValueError("buffers must be the same length")
        read_buf[:] = self._transfer(data)


def _bytes(buf):
    return buf.encode() if isinstance(buf, str) else bytes(memoryview(buf))


class SoftSPI(_Bus):
    def __init__(self, baudrate=500_000, *, polarity=0, phase=0, bits=8, firstbit=None, sck=None, mosi=None, miso=None):
        if bits != 8:
            raise ValueError("bits must be 8")
        if sck is None or mosi is None or miso is None:
            raise ValueError("must specify all of sck/mosi/miso")
        self._sck, self._mosi, self._miso = pin_number(sck), pin_number(mosi), pin_number(miso)
        self._set(baudrate, polarity, phase, bits, self.MSB if firstbit is None else firstbit)

    def init(self, baudrate=None, polarity=None, phase=None, *, firstbit=None, sck=None, mosi=None, miso=None):
        self._set(baudrate, polarity, phase, None, firstbit)
        self._sck = self._sck if sck is None else pin_number(sck)
        self._mosi = self._mosi if mosi is None else pin_number(mosi)
        self._miso = self._miso if miso is None else pin_number(miso)

    def deinit(self):
        pass

    def __repr__(self):
        return "SoftSPI(baudrate=%d, polarity=%d, phase=%d, firstbit=%d, sck=%d, mosi=%d, miso=%d)" % (
            self._baudrate, self._polarity, self._phase, self._firstbit, self._sck, self._mosi, self._miso
        )  # fmt: skip


_DEFAULT = -1  # a pin that was not given: the bus's own; None means no pin at all


class SPI(_Bus):
    def __init__(
        self, id=0 if _ON_RP2 else -1, baudrate=_BAUDRATE, *arguments, polarity=0, phase=0, bits=8, firstbit=None,
        sck=_DEFAULT, mosi=_DEFAULT, miso=_DEFAULT,
    ):  # fmt: skip
        if id not in _profile.SPI_PINS:
            raise ValueError("SPI(%d) doesn't exist" % whole(id))
        if arguments:
            raise TypeError("extra positional arguments given")
        self._id = id
        pins = []
        for given, own in zip((sck, mosi, miso), _profile.SPI_PINS[id]):
            pins.append(own if given is _DEFAULT else _NO_PIN if given is None else pin_number(given))
        if _profile.SPI_CHOICE is not None:
            for i in range(3):
                if pins[i] != _NO_PIN and pins[i] not in _profile.SPI_CHOICE[id][i]:
                    raise ValueError("bad " + _NAMES[i] + " pin")
        self._sck, self._mosi, self._miso = pins
        self._open = True
        self._set(baudrate, polarity, phase, bits, self.MSB if firstbit is None else firstbit)

    def init(
        self, baudrate=None, *, polarity=None, phase=None, bits=None, firstbit=None, sck=_DEFAULT, mosi=_DEFAULT,
        miso=_DEFAULT,
    ):  # fmt: skip
        self._set(baudrate, polarity, phase, bits, firstbit)
        if not _ON_RP2:
            self._sck = self._sck if sck is _DEFAULT else pin_number(sck)
            self._mosi = self._mosi if mosi is _DEFAULT else _NO_PIN if mosi is None else pin_number(mosi)
            self._miso = self._miso if miso is _DEFAULT else _NO_PIN if miso is None else pin_number(miso)
        self._open = True

    def deinit(self):
        self._open = _ON_RP2  # the rp2's goes on working

    def _need_open(self):
        if not self._open:
            raise OSError("transfer on deinitialized SPI")

    def _transfer(self, data):
        if not data and not _ON_RP2:
            self._need_open()
            raise ValueError("buffer too short")
        return _Bus._transfer(self, data)

    def __repr__(self):
        return "SPI(%d, baudrate=%d, polarity=%d, phase=%d, bits=%d, sck=%d, mosi=%d, miso=%d)" % (
            self._id, self._baudrate, self._polarity, self._phase, self._bits, self._sck, self._mosi, self._miso
        )  # fmt: skip
