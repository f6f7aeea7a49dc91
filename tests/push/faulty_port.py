"""A serial port on which something goes wrong at one byte, counted over both directions."""

from collections.abc import Callable
from random import Random
from typing import Any

import serial


class FaultyPort:
    """Everything of a real port, but that `strike` is called when byte `at` passes, and may change what passes."""

    def __init__(self, real: Any, at: int, strike: "Strike") -> None:
        self.__dict__.update(_real=real, _left=at, _strike=strike)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name in self.__dict__:
            self.__dict__[name] = value
        else:
            setattr(self._real, name, value)

    def write(self, data: bytes) -> int:
        count = len(data)
        self._real.write(self._pass(bytes(data)))
        return count

    def read(self, count: int = 1) -> bytes:
        return self._pass(bytes(self._real.read(count)))

    def inWaiting(self) -> int:
        return int(self._real.in_waiting)

    def _pass(self, data: bytes) -> bytes:
        before, self._left = self._left, self._left - len(data)
        if 0 <= before < len(data):
            return self._strike(data, before, self._real)
        return data


Strike = Callable[[bytes, int, Any], bytes]


def close_port(data: bytes, at: int, real: Any) -> bytes:
    """The cable is pulled out."""
    real.close()
    raise serial.SerialException("device reports readiness to read but returned no data")


def garble(random: Random) -> Strike:
    """One to eight bytes arrive as others."""

    def strike(data: bytes, at: int, real: Any) -> bytes:
        size = random.choice((1, 1, 2, 8))
        return data[:at] + random.randbytes(len(data[at : at + size])) + data[at + size :]

    return strike


def lose(random: Random) -> Strike:
    """Some bytes do not arrive."""

    def strike(data: bytes, at: int, real: Any) -> bytes:
        return data[:at] + data[at + random.choice((1, 3, 40)) :]

    return strike


def and_then(act: Callable[[], None]) -> Strike:
    """Something happens to the board just then."""

    def strike(data: bytes, at: int, real: Any) -> bytes:
        act()
        return data

    return strike
