"""The cable to a board: programs by mpremote's transport, and bytes as they are."""

import struct
import time
from contextlib import suppress
from typing import Any, Protocol

from mpremote.transport import TransportError

from ..cable.problem import CableProblem
from ..cable.transport import opened

ANSWER_S = 10.0
QUIET_S = 0.15
RAW_READY = b"raw REPL; CTRL-B to exit\r\n>"
PROMPT = b">>> "
GREETINGS = (b"raw REPL", b"MicroPython v")
CTRL_A, CTRL_B, CTRL_C, CTRL_D, CTRL_E = b"\x01", b"\x02", b"\x03", b"\x04", b"\x05"


class BoardSilent(Exception):
    """The board did not answer as a board at its prompt does; `said` is what came instead."""

    def __init__(self, said: bytes = b"") -> None:
        super().__init__(said)
        self.said = said


class BoardError(Exception):
    """A program of ours ended with an error there; the text is the board's traceback."""


class Line(Protocol):
    """What a probe needs of the cable."""

    def run(self, text: str, timeout_s: float = ANSWER_S) -> str: ...
    def raw(self) -> None: ...
    def friendly(self) -> None: ...
    def talk(self, sent: bytes, until: bytes, timeout_s: float = ANSWER_S) -> bytes: ...
    def send(self, sent: bytes) -> None: ...
    def come_back(self, timeout_s: float = 20.0) -> None: ...
    def close(self) -> None: ...


class SerialLine:
    """Over a serial port, or a URL of pyserial's. CableProblem where it cannot be opened."""

    def __init__(self, port: str) -> None:
        self._port = port
        self._transport: Any = None
        self._prompt_lies = False  # the ">" of the raw prompt has not been read: mpremote waits for it
        self._open()

    def run(self, text: str, timeout_s: float = ANSWER_S) -> str:
        """Run a program, at the raw prompt; returns what it prints. BoardError, BoardSilent."""
        if not self._prompt_lies:
            self._ask_raw(CTRL_A)
        try:
            out, error = self._transport.exec_raw(text, timeout=timeout_s)
        except (TransportError, OSError, struct.error) as fault:
            self._prompt_lies = False
            raise BoardSilent(str(fault).encode()) from None
        if error:
            raise BoardError(error.decode("utf-8", "replace").strip())
        return str(out.decode("utf-8", "replace")).replace("\r\n", "\n")

    def raw(self) -> None:
        """To the raw prompt; a program that runs is stopped."""
        if self._prompt_lies:  # it is there
            return
        self._stop()
        self._ask_raw(b"\r" + CTRL_A)
        self._drain()  # a board that has just started greets twice
        self._prompt_lies = False

    def friendly(self) -> None:
        """To the ordinary prompt; a program that runs is stopped."""
        self._stop()
        said = self.talk(b"\r" + CTRL_B, PROMPT)
        if not said.endswith(PROMPT):
            raise BoardSilent(said)
        self._drain()

    def talk(self, sent: bytes, until: bytes, timeout_s: float = ANSWER_S) -> bytes:
        """Send it; what comes back up to and with that mark, or until the time is over."""
        serial = self._transport.serial
        if self._prompt_lies:
            self._prompt_lies = False
            self.talk(b"", b">", 1.0)
        end = time.monotonic() + timeout_s
        said = b""
        try:
            serial.write(sent)
            while time.monotonic() < end:
                if serial.in_waiting:
                    said += serial.read(1)
                    if said.endswith(until):
                        break
                else:
                    time.sleep(0.002)
        except OSError:
            raise BoardSilent(said) from None
        return said

    def send(self, sent: bytes) -> None:
        with suppress(OSError):
            self._transport.serial.write(sent)

    def come_back(self, timeout_s: float = 20.0) -> None:
        """Wait for a reset, and for the board after it: some take their port away for a while."""
        end = time.monotonic() + timeout_s
        self._await_reset(timeout_s / 2)
        while True:
            self.close()
            time.sleep(0.3)
            try:
                self._open()
                self.raw()
                return
            except (CableProblem, BoardSilent, OSError):
                if time.monotonic() > end:
                    raise BoardSilent from None

    def close(self) -> None:
        if self._transport is not None:
            with suppress(OSError):
                self._transport.close()
            self._transport = None

    def _open(self) -> None:
        self._transport = opened(self._port)

    def _await_reset(self, timeout_s: float) -> None:
        """Until the board greets or its port goes away."""
        serial = self._transport.serial
        end = time.monotonic() + timeout_s
        said = b""
        with suppress(OSError):
            while not any(greeting in said for greeting in GREETINGS) and time.monotonic() < end:
                said += serial.read(serial.in_waiting)
                time.sleep(0.01)

    def _stop(self) -> None:
        """Whatever runs: Ctrl-C, until nothing more comes."""
        self._prompt_lies = False
        for _ in range(2):
            self.send(b"\r" + CTRL_C)
            self._drain()

    def _drain(self) -> None:
        serial = self._transport.serial
        quiet_at = time.monotonic() + QUIET_S
        end = time.monotonic() + ANSWER_S
        try:
            while time.monotonic() < min(quiet_at, end):
                waiting = serial.in_waiting
                if waiting:
                    serial.read(waiting)
                    quiet_at = time.monotonic() + QUIET_S
                time.sleep(0.005)
        except OSError:
            raise BoardSilent from None

    def _ask_raw(self, keys: bytes) -> None:
        said = self.talk(keys, RAW_READY[:-1])
        if not said.endswith(RAW_READY[:-1]):
            raise BoardSilent(said)
        self._prompt_lies = True
