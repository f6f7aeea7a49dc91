"""`machine.UART`. Behaviour: library/machine.UART, esp32/quickref and rp2/quickref (UART), the ports' machine_uart.c.

Bytes leave one after another at the baud rate, ten bit times each whatever the format. What waits is looked for once
in a simulated ms, by a read with a timeout as by the interrupts.
"""

import _bus
import _clock
import _port
import _profile
from _machine_arguments import constants, only, whole
from _machine_pin import pin_number
from errno import EINVAL

_ON_RP2 = _profile.PLATFORM == "rp2"
_UART_US = _profile.UART_US
_LOOK_US = 1000
_MOST_BAUD = 80_000_000
_WRITE, _ANY, _READ, _LEFT = 0, 1, 2, 3  # operations of a transfer
_FIFO = 32 if _ON_RP2 else 128  # bytes in the hardware, beside txbuf
_POLL, _FLUSH = 3, 1  # requests of ioctl
_POLL_READ, _POLL_WRITE = 1, 4
_NONE = 255
_OPTIONS = ("tx", "rx", "rts", "cts", "txbuf", "rxbuf", "timeout", "timeout_char", "invert", "flow")
_CONSTANTS = _profile.UART_CONSTANTS
_RX, _RXIDLE = _CONSTANTS.get("IRQ_RX", 0), _CONSTANTS["IRQ_RXIDLE"]
_TXIDLE, _BREAK = _CONSTANTS.get("IRQ_TXIDLE", 0), _CONSTANTS["IRQ_BREAK"]
# MicroPython's own functions write to a stream only when its class is one; CPython's want no more than `write`
_Stream = object if hasattr(_port.IOBase, "fileno") else _port.IOBase

_writes = 0  # of all UARTs so far: what is written on one may come in on another
_ports = {}  # id: what the chip keeps of it
_uarts = {}  # id: the one plain UART over it


class _Port:
    """What the chip keeps and does of one UART; any number of objects may be over it."""

    def __init__(self, id):
        self.id = id
        self._on = False
        self._irq = None

    def init(self, baudrate=0, bits=None, parity=-1, stop=None, **options):
        only(options, _OPTIONS)
        if not self._on:
            self._on = True
            self._baudrate = 115_200
            self._bits, self._parity, self._stop = 8, None, 1
            self._tx, self._rx = _profile.UART_PINS[self.id]
            self._txbuf = self._rxbuf = 256
            self._timeout = self._timeout_char = 0
            self._taken = 0  # bytes read so far
            self._quiet_until = self._writes_seen = -1  # the last look that found nothing
        if whole(baudrate) > _MOST_BAUD:
            raise ValueError("baudrate too large")
        if baudrate > 0:
            self._baudrate = baudrate
        if bits is not None:
            if not 5 <= whole(bits) <= 8:
                raise ValueError("invalid data bits")
            self._bits = bits
        if parity != -1:
            self._parity = None if parity is None else whole(parity) & 1
        if stop is not None:
            if stop not in (1, 2):
                raise ValueError("invalid stop bits")
            self._stop = stop
        choice = _profile.UART_CHOICE
        for i, name in ((0, "tx"), (1, "rx")):
            pin = options.get(name)
            if pin is None or pin == -1:
                continue
            pin = pin_number(pin)
            if choice is not None and pin not in choice[self.id][i]:
                raise ValueError("bad " + name.upper() + " pin")
            if i:
                self._rx = pin
            else:
                self._tx = pin
        self._txbuf = max(whole(options.get("txbuf", self._txbuf)), 32 if _ON_RP2 else 0)
        self._rxbuf = whole(options.get("rxbuf", self._rxbuf))
        self._timeout = whole(options.get("timeout", self._timeout))
        self._timeout_char = whole(options.get("timeout_char", self._timeout_char))
        if _ON_RP2:
            self._timeout_char = max(self._timeout_char, 13_000 // self._baudrate + 1)
        if options.get("invert", 0) & ~(_CONSTANTS["INV_TX"] | _CONSTANTS["INV_RX"] | (0 if _ON_RP2 else 72)):
            raise ValueError("invalid inversion mask")
        if not 0 <= options.get("flow", 0) <= 3:
            raise ValueError("invalid flow control mask")
        _clock.spend(_UART_US)
        if not _ON_RP2:
            self._ask(_READ, b"\xff\xff")  # the ESP32 forgets what came before

    def deinit(self):
        if self._irq is not None:
            self._irq._stop()
        self._on = False
        _clock.spend(_UART_US)

    def _ask(self, operation, data=b""):
        return _bus.transfer(bytes((2, self._tx, self._rx, operation)) + data, 0, operation == _WRITE)

    def _is_quiet(self):
        """Whether nothing came at a look less than a ms ago; a loop that only looks then skips to the next ms."""
        _clock.grain = _clock.grain or _LOOK_US
        return self._writes_seen == _writes and 0 < self._quiet_until - _clock.now <= _LOOK_US

    def _see(self, came):
        if not came:
            self._quiet_until = _clock.now + _LOOK_US
            self._writes_seen = _writes

    def _look(self):
        now = _clock.now = _clock.now + _UART_US
        if now >= _clock.alarm:
            _clock.service()

    def any(self):
        self._look()
        if self._is_quiet():
            return 0
        count = self._ask(_ANY)
        self._see(count)
        return count

    def txdone(self):
        _clock.spend(_UART_US)
        return self._ask(_LEFT) == 0

    def write(self, buf):
        global _writes
        _writes += 1
        data = buf.encode() if isinstance(buf, str) else bytes(memoryview(buf))
        char_us = 10_000_000 // self._baudrate
        # the call ends when the rest fits into the buffers
        waits = self._ask(_LEFT) + (len(data) - self._txbuf - _FIFO) * char_us
        _clock.spend(_UART_US)
        self._ask(_WRITE, self._baudrate.to_bytes(4, "little") + data)
        if waits > 0:
            _clock.sleep_us(waits)
        return len(data)

    def flush(self):
        _clock.spend(_UART_US)
        left = self._ask(_LEFT)
        if left > 0:
            _clock.sleep_us(left)

    def sendbreak(self):
        self.flush()
        _clock.sleep_us(13_000_000 // self._baudrate + 1)

    def _take(self, size):
        """Up to `size` bytes, with the port's two timeouts; b"" when none came in time."""
        data = self._take_now(size)
        if not data and self._wait(self._timeout * 1000):
            data = self._take_now(size)
        while data and len(data) < size and self._wait(self._timeout_char * 1000):
            data += self._take_now(size - len(data))
        return data

    def _take_now(self, size):
        if self._is_quiet():
            return b""
        self._ask(_READ, min(size, 65535).to_bytes(2, "little"))
        data = _bus.data
        self._see(data)
        self._taken += len(data)
        return data

    def _wait(self, us):
        """Wait until something can be read, at most `us`."""
        while us > 0:
            step = min(us, _LOOK_US)
            _clock.sleep_us(step)
            us -= step
            if not self._is_quiet():
                came = self._ask(_ANY)
                self._see(came)
                if came:
                    return True
        return False

    def read(self, nbytes=-1):
        self._look()
        if nbytes is not None and nbytes >= 0:
            return (self._take(nbytes) or None) if nbytes else b""
        data = b""
        while True:
            more = self._take(256)
            if not more:
                return data or None
            data += more

    def readinto(self, buf, nbytes=-1):
        self._look()
        count = len(buf) if nbytes < 0 or nbytes > len(buf) else nbytes
        data = self._take(count) if count else b""
        buf[: len(data)] = data
        return len(data) or (None if count else 0)

    def readline(self):
        self._look()
        line = b""
        while line[-1:] != b"\n":
            byte = self._take(1)
            if not byte:
                break
            line += byte
        return line or None

    def ioctl(self, request, argument):
        if request == _POLL:
            flags = argument & _POLL_WRITE
            if argument & _POLL_READ and self.any():
                flags |= _POLL_READ
            return flags
        if request == _FLUSH:
            self.flush()
            return 0
        return -EINVAL

    def irq(self, handler, trigger, hard):
        if self._irq is None:
            self._irq = _UartIrq(self)
        if handler is None and not trigger and not hard:
            self._irq._stop()
            return self._irq
        if handler is not None and not callable(handler):
            raise ValueError("handler must be None or callable")
        if trigger & ~(_RX | _RXIDLE | _TXIDLE | _BREAK):
            raise ValueError("trigger 0x%04x unsupported" % (trigger & ~(_RX | _RXIDLE | _TXIDLE | _BREAK)))
        if hard and not _ON_RP2:
            raise ValueError("hard IRQ is not supported")
        self._irq._set(handler, trigger)
        return self._irq

    def describe(self):
        return "UART(%d, baudrate=%d, bits=%d, parity=%s, stop=%d, tx=%d, rx=%d, txbuf=%d, rxbuf=%d)" % (
            self.id, self._baudrate, self._bits, self._parity, self._stop, self._tx, self._rx, self._txbuf, self._rxbuf
        )  # fmt: skip


class UART(_Stream):
    """A number has one plain UART, and as many others as a program makes of its own classes over the same port."""

    def __new__(cls, id=None, *_, **__):
        if cls is not UART or id not in _profile.UART_PINS:
            return object.__new__(cls)  # a class of a program's own may take other arguments
        return _plain(id)

    def __init__(self, id, *arguments, **options):
        if id not in _profile.UART_PINS:
            raise ValueError("UART(%d) doesn't exist" % whole(id))
        self._hardware = _port_of(id)
        self._hardware.init(*arguments, **options)

    def init(self, *arguments, **options):
        self._hardware.init(*arguments, **options)

    def deinit(self):
        self._hardware.deinit()

    def any(self):
        return self._hardware.any()

    def txdone(self):
        return self._hardware.txdone()

    def write(self, buf):
        return self._hardware.write(buf)

    def flush(self):
        self._hardware.flush()

    def sendbreak(self):
        self._hardware.sendbreak()

    def read(self, nbytes=-1):
        return self._hardware.read(nbytes)

    def readinto(self, buf, nbytes=-1):
        return self._hardware.readinto(buf, nbytes)

    def readline(self):
        return self._hardware.readline()

    def ioctl(self, request, argument):
        return self._hardware.ioctl(request, argument)

    def irq(self, handler=None, trigger=0, hard=False, **given):
        only(given, ())
        return self._hardware.irq(handler, trigger, hard)

    def __iter__(self):
        return self

    def __next__(self):
        line = self._hardware.readline()
        if line is None:
            raise StopIteration
        return line

    def __repr__(self):
        return self._hardware.describe()


def _port_of(id):
    kept = _ports.get(id)
    if kept is None:
        kept = _ports[id] = _Port(id)
    return kept


def _plain(id):
    uart = _uarts.get(id)
    if uart is None:
        uart = _uarts[id] = object.__new__(UART)
        uart._hardware = _port_of(id)
    return uart


constants(UART, _CONSTANTS)


class _UartIrq(_clock.Call):
    """Looks every ms what has come, and calls the handler when a trigger says so."""

    def __init__(self, port):
        super().__init__(_clock.IRQ_PRIORITY)
        self._port = port
        self._handler = None
        self._trigger = 0
        self._flags = 0
        self._come = 0  # bytes that have come so far
        self._armed = False  # some came, and the line has not been idle since
        self._sending = False

    def _set(self, handler, trigger):
        self._stop()
        self._handler = handler
        self._trigger = trigger
        self._come = self._port._taken + self._port._ask(_ANY)
        if handler is not None:
            self.at(_clock.now + self._look_us())

    def _stop(self):
        self.cancel()
        self._handler = None

    def _look_us(self):
        return max(_LOOK_US, 20_000_000 // self._port._baudrate)  # two characters of silence are idle

    def fire(self):
        port = self._port
        self.at(_clock.now + self._look_us())
        come = port._taken + port._ask(_ANY)
        flags = 0
        if come != self._come:
            self._come = come
            self._armed = True
            flags = _RX
        elif self._armed:
            self._armed = False
            flags = _RXIDLE
        if self._trigger & _TXIDLE:
            sending = port._ask(_LEFT) > 0
            if self._sending and not sending:
                flags |= _TXIDLE
            self._sending = sending
        if flags & self._trigger:
            self._flags = flags & self._trigger
            self._handler(_plain(port.id))

    def flags(self):
        return self._flags

    def trigger(self, trigger=None):
        before = self._trigger
        if trigger is not None:
            self._trigger = trigger
        return before

    def __call__(self):
        if self._handler is not None:
            self._handler(_plain(self._port.id))
