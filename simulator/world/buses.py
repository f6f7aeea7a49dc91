"""The board's buses: what a transfer's payload says, and which chip it reaches.

The first byte of a payload is the kind of bus; numbers of two bytes are little-endian; pin 255 is no pin.

- 0, I2C: sda, scl, address, flags (1: stop at the end, 2: scan), bytes to write (2), bytes to read (2), then the
  bytes to write. The result is the number of data bytes acknowledged, -1 where nobody acknowledges the address. With
  a byte to write refused nothing is read. A scan brings the addresses that answer.
- 1, SPI: sck, mosi, miso, count (2), then the bytes that go out. Brings as many.
- 2, UART: tx, rx, operation: 0 write (baud rate in 4 bytes, then the bytes), 1 how many wait, 2 read (count in 2
  bytes), 3 how many µs until the last byte has left. What is written is also seen as levels at the end of a wire.
- 3, timed pulses on one line: pin, four times in ns of 4 bytes each (high and low of a 0, of a 1), then the bytes.
  How long that takes is told by the answer.

No I2C transfer takes less time than its bytes do at FASTEST_I2C_HZ, and no answer is longer than LONGEST_US: what a
child says of time is checked, since the host works for it.
"""

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..devices.ports import Device
from ..scene.model import Scene

I2C, SPI, UART, PULSES = 0, 1, 2, 3
PIO = b"\x04"  # what a request to a PIO begins with: see `pio.requests`
NO_PIN = 255
UART_BUFFER = 256  # bytes that wait to be read; what comes on top is lost
MOST_PLAYED = 4096  # bytes of one write that are seen as levels
BITS_A_BYTE = 10  # on a UART: start, eight, stop
FASTEST_I2C_HZ = 10_000_000  # three times the fastest mode of the I2C specification (UM10204)
LONGEST_US = (1 << 30) - 1


# Puts levels to come on a pin: the pin, (µs, level) in order of time, and the present.
Play = Callable[[int, Sequence[tuple[int, int]], int], None]


@dataclass(frozen=True, slots=True)
class Transfer:
    """What the board gets back; `us` is how long it took."""

    result: int
    data: bytes = b""
    us: int = 0


class Buses:
    """All transfers of one board. A payload that is none raises ValueError."""

    def __init__(self, scene: Scene, devices: Sequence[Device], play: Play) -> None:
        self._play = play
        self._targets: dict[tuple[int, int], list[Device]] = {}
        self._pulsed: dict[int, list[Device]] = {}
        for device in devices:
            pins = dict(device.part.pins)
            if "sda" in pins:
                self._targets.setdefault((pins["sda"], pins["scl"]), []).append(device)
            if "signal" in pins:
                self._pulsed.setdefault(pins["signal"], []).append(device)
        self._wires = {a: b for wire in scene.robot.wires for a, b in ((wire.pin, wire.other), (wire.other, wire.pin))}
        self._uarts: dict[int, _Receiver] = {}

    def transfer(self, payload: bytes, us: int, t_us: int) -> Transfer:
        """A transfer that begins at `t_us` and takes `us` when everybody plays along."""
        try:
            return _KINDS[payload[0]](self, payload, us, t_us)
        except (IndexError, KeyError, struct.error):
            raise ValueError("not a transfer") from None

    def _i2c(self, payload: bytes, us: int, t_us: int) -> Transfer:
        _, sda, scl, address, flags, writes, reads = struct.unpack_from("<BBBBBHH", payload)
        data = payload[9:]
        on_bus = [device for device in self._targets.get((sda, scl), ()) if device.answers(t_us)]
        if flags & 2:
            return Transfer(0, bytes(sorted({device.address for device in on_bus})), us)
        if len(data) != writes or us * FASTEST_I2C_HZ < 9 * (writes + reads) * 1_000_000:
            raise ValueError("not a transfer")
        targets = [device for device in on_bus if device.address == address]
        total = 1 + writes + (1 + reads if reads else 0)
        if not targets:
            return Transfer(-1, b"", us // total)
        acknowledged = writes
        if writes or not reads:
            acknowledged = max(device.i2c_write(data, t_us) for device in targets)
        if acknowledged < writes:
            return Transfer(acknowledged, b"", us * (2 + acknowledged) // total)
        answer = _wired_and([device.i2c_read(reads, t_us) for device in targets]) if reads else b""
        return Transfer(acknowledged, answer, us + sum(device.stretch_us() for device in targets))

    def _spi(self, payload: bytes, us: int, t_us: int) -> Transfer:
        _, _, mosi, miso, count = struct.unpack_from("<BBBBH", payload)
        data = payload[6:]
        if len(data) != count:
            raise ValueError("not a transfer")
        looped = mosi != NO_PIN and self._wires.get(mosi) == miso
        return Transfer(count, data if looped else bytes(count), us)

    def _uart(self, payload: bytes, us: int, t_us: int) -> Transfer:
        _, tx, rx, operation = struct.unpack_from("<BBBB", payload)
        if operation == 0:
            (baud,) = struct.unpack_from("<I", payload, 4)
            sender = self._uarts.setdefault(tx, _Receiver())
            begin_us = sender.send(payload[8:], max(baud, 1), t_us)
            if tx in self._wires:
                self._play(tx, _on_the_line(payload[8 : 8 + MOST_PLAYED], max(baud, 1), begin_us), t_us)
            return Transfer(len(payload) - 8, b"", us)
        wired = self._wires.get(rx)
        heard = self._uarts.get(wired) if wired is not None else None
        if operation == 1:
            return Transfer(heard.waiting(t_us) if heard else 0, b"", us)
        if operation == 2:
            (count,) = struct.unpack_from("<H", payload, 4)
            data = heard.take(count, t_us) if heard else b""
            return Transfer(len(data), data, us)
        if operation == 3:
            sent = self._uarts.get(tx)
            return Transfer(sent.busy_us(t_us) if sent else 0, b"", us)
        raise ValueError("not a transfer")

    def _pulses(self, payload: bytes, us: int, t_us: int) -> Transfer:
        pin = payload[1]
        timing = struct.unpack_from("<4I", payload, 2)
        data = payload[18:]
        ones = int.from_bytes(data, "big").bit_count()
        zeros = 8 * len(data) - ones
        lasted_ns = zeros * (timing[0] + timing[1]) + ones * (timing[2] + timing[3])
        for device in self._pulsed.get(pin, ()):
            device.bits(data, timing, t_us)
        return Transfer(0, b"", min(lasted_ns // 1000, LONGEST_US))


class _Receiver:
    """What left a UART's tx pin: bytes with the times at which they are whole."""

    def __init__(self) -> None:
        self._bytes: list[tuple[int, int]] = []
        self._free_us = 0

    def send(self, data: bytes, baud: int, t_us: int) -> int:
        """Returns when the first byte begins."""
        begin = max(self._free_us, t_us)
        room = max(0, UART_BUFFER - len(self._bytes))
        for number, value in enumerate(data[:room], start=1):
            self._bytes.append((begin + number * BITS_A_BYTE * 1_000_000 // baud, value))
        self._free_us = begin + len(data) * BITS_A_BYTE * 1_000_000 // baud
        return begin

    def waiting(self, t_us: int) -> int:
        return sum(1 for at, _ in self._bytes if at <= t_us)

    def take(self, count: int, t_us: int) -> bytes:
        count = min(count, self.waiting(t_us))
        taken = bytes(value for _, value in self._bytes[:count])
        del self._bytes[:count]
        return taken

    def busy_us(self, t_us: int) -> int:
        return min(max(0, self._free_us - t_us), LONGEST_US)


def _on_the_line(data: bytes, baud: int, begin_us: int) -> list[tuple[int, int]]:
    """The line's own changes, as (µs, level): what is at work notices them in the µs after."""
    changes: list[tuple[int, int]] = []
    before = 1
    for number, value in enumerate(data):
        bits = 1 << BITS_A_BYTE - 1 | value << 1  # the start bit is 0, the stop bit 1
        for bit in range(BITS_A_BYTE):
            level = bits >> bit & 1
            if level != before:
                changes.append((begin_us + 1 + (number * BITS_A_BYTE + bit) * 1_000_000 // baud, level))
                before = level
    return changes


def _wired_and(answers: list[bytes]) -> bytes:
    """Two chips on one address pull the line down together: a bit is 1 only where both let go."""
    first, *others = answers
    for other in others:
        first = bytes(a & b for a, b in zip(first, other, strict=True))
    return first


_KINDS: Mapping[int, Callable[[Buses, bytes, int, int], Transfer]] = {
    I2C: Buses._i2c,
    SPI: Buses._spi,
    UART: Buses._uart,
    PULSES: Buses._pulses,
}
