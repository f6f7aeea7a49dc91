"""Talks to a board through mpremote's transport: the raw REPL, and a program with its output as it comes.

What mpremote leaves open is closed here: no call waits without an end, and every fault of the way is one exception,
LinkLost. What the board's own Python says is another, BoardFault.
"""

import json
import struct
import time
from binascii import a2b_base64, crc32
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from mpremote.transport import TransportError

from .following import BANNER, Ended, Reader
from .places import Place
from .problem import BoardFault, CableProblem, LinkLost
from .transport import opened

_REBOOT = b"soft reboot\r\n"
_CTRL_A, _CTRL_C, _CTRL_D = b"\x01", b"\x03", b"\x04"
_ENTER_S = 1.5  # for one attempt to get at the prompt
_ATTEMPTS = 3
# What makes sure of both ways: `_say` instead of print, `_run` for each text. With an empty `sys.path` an import is of
# what MicroPython itself has, even if a pupil's os.py lies on the flash; `_sys_path` is what it was.
_CHECKED = """
import sys
if sys.path:
    _sys_path = sys.path[:]
    sys.path[:] = []
import json
from binascii import crc32
from io import StringIO
def _say(text):
    global _sum
    text = str(text) + "\\n"
    _sum = crc32(text, _sum)
    print(text, end="")
def _run(text, check):
    global _sum
    _sum = 0
    error = "damaged"
    if crc32(text) == check:
        error = ""
        try:
            exec(text, globals())
        except Exception as raised:
            lines = StringIO()
            sys.print_exception(raised, lines)
            error = lines.getvalue()
    print("\\x06" + json.dumps((error, _sum)))
"""
_PIECE = 768  # bytes of a file that come in one answer
_STOP_S = 3.0  # that a program is given to end after Ctrl-C
_HAMMER_S = 0.02
_RESET_S = 0.1
_KNOWN_SIGNS = (b">>>", b"MicroPython", b"raw REPL", b"KeyboardInterrupt")


class Link:
    """An open port. `enter` first; then the others."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._transport = opened(place.port)
        self._ready = False
        self.held = False  # its raw REPL is ours, and nothing else runs

    def close(self) -> None:
        with suppress(OSError, TransportError):
            self._transport.close()

    def reopen(self, within_s: float = 5.0) -> None:
        """After LinkLost. A board that starts anew takes its port away for a while; CableProblem if it stays away."""
        self.close()
        until = time.monotonic() + within_s
        while True:
            time.sleep(0.2)
            try:
                self._transport = opened(self.place.port)
                return
            except CableProblem:
                if time.monotonic() > until:
                    raise

    def enter(self) -> None:
        """Stop whatever runs and have the raw REPL. CableProblem says what is there instead."""
        heard = b""
        self._ready = False
        for _ in range(_ATTEMPTS):
            with self._guarded():
                heard += self._knock()
                if heard.endswith(BANNER):
                    self._transport.in_raw_repl = self.held = True
                    return
        if heard and not any(sign in heard for sign in _KNOWN_SIGNS):
            raise CableProblem("board-not-micropython", port=self.place.port)
        raise CableProblem("board-silent", port=self.place.port)

    def _knock(self) -> bytes:
        serial = self._transport.serial
        serial.write(b"\r" + _CTRL_C + _CTRL_C)
        time.sleep(0.05)
        heard = bytes(serial.read(serial.in_waiting))
        serial.write(b"\r" + _CTRL_A)
        return heard + self._transport.read_until(1, BANNER, timeout_overall=_ENTER_S)

    def hammer(self, for_s: float) -> bool:
        """Ctrl-C again and again, for a program that lets go only at some moments, or a board that is just starting.
        Whether the raw REPL is there in the end."""
        self._ready = False
        until = time.monotonic() + for_s
        heard = b""
        with self._guarded():
            while time.monotonic() < until:
                self._transport.serial.write(_CTRL_C + _CTRL_A)
                heard = (heard + self._transport.some(_HAMMER_S))[-400:]
                if BANNER in heard:
                    while self._transport.some(2 * _HAMMER_S):
                        pass
                    self._ask_again()
                    self._transport.in_raw_repl = self.held = True
                    return True
        return False

    def pull_reset_line(self) -> None:
        """Switch the chip off and on over the cable, on boards that are wired so: an ESP32 behind a CP210x or CH340."""
        with suppress(LinkLost), self._guarded():
            serial = self._transport.serial
            serial.dtr = False
            serial.rts = True
            time.sleep(_RESET_S)
            serial.rts = False

    def soft_reset(self) -> None:
        """From the raw REPL to a fresh one: boot.py runs, main.py does not."""
        self._ready = False
        with self._guarded():
            self._transport.serial.write(_CTRL_D)
            for mark in (_REBOOT, BANNER):
                heard = self._transport.read_until(
                    1, mark, timeout=self._transport.patience_s, timeout_overall=2 * self._transport.patience_s
                )
                if mark is BANNER and not heard.endswith((b">", mark[-2:])):
                    raise CableProblem("board-boot-hangs", port=self.place.port)
                if not heard.endswith(mark):
                    raise LinkLost("no soft reset")

    def exec(self, text: str, patience_s: float | None = None) -> str:
        """Run this; what it has said with `_say`. BoardFault when it raises.

        Text and answer carry check sums: a byte that got lost or changed on the way is LinkLost and does nothing.
        """
        if not self._ready:
            self._answer(_CHECKED)
            self._ready = True
        said, mark, end = self._answer(
            f"_run({text!r}, {crc32(text.encode('utf-8', 'surrogatepass'))})", patience_s
        ).rpartition("\x06")
        try:
            error, check = json.loads(end) if mark else ("", None)
        except (ValueError, TypeError):
            check = None
        if check != crc32(said.encode()):
            raise LinkLost("a damaged answer")
        if error == "damaged":
            raise LinkLost("the board got something else")
        if error:
            raise BoardFault(error)
        return said

    def _answer(self, text: str, patience_s: float | None = None) -> str:
        with self._guarded():
            self._transport.exec_raw_no_follow(text)
            printed, error = self._transport.follow(patience_s)
        if error:
            raise LinkLost(error.decode("utf-8", "replace"))
        return bytes(printed).decode("utf-8", "replace").replace("\r\n", "\n")

    def read_file(self, path: str, moved: Callable[[int], None] = lambda count: None) -> bytes:
        """The content of a file on the board."""
        content = b""
        self.exec(f"from binascii import b2a_base64\n_file = open({path!r}, 'rb')")
        while True:
            piece = a2b_base64(self.exec(f"_say(str(b2a_base64(_file.read({_PIECE})), 'ascii'))"))
            if not piece:
                self.exec("_file.close()")
                return content
            content += piece
            moved(len(piece))

    def start(self, text: str) -> None:
        """Run this and do not wait for it."""
        with self._guarded():
            self._transport.exec_raw_no_follow(text)
        self.held = False

    def follow(self, heard: Callable[[bytes], None]) -> Ended:
        """Hand on what the program prints until it ends; Ctrl-C here is Ctrl-C there."""
        reader = Reader(self._transport)
        give_up: float | None = None
        presses = 0
        while True:
            try:
                with self._guarded():
                    piece = reader.output(0.1)
                if piece:
                    heard(piece)
                if reader.reset:
                    self._ask_again()
                    return Ended(reset=True, interrupted=presses > 0)
                if reader.ended:
                    with self._guarded():
                        error = reader.rest(self._transport.patience_s)
                    self._ask_again()
                    return Ended(error.decode("utf-8", "replace").replace("\r\n", "\n"), interrupted=presses > 0)
                if give_up is not None and time.monotonic() > give_up:
                    raise CableProblem("board-silent", port=self.place.port)
            except KeyboardInterrupt:
                presses += 1
                with self._guarded():
                    self._transport.serial.write(_CTRL_C)
                give_up = give_up or time.monotonic() + _STOP_S

    def _ask_again(self) -> None:
        """Have the raw REPL ask once more, when its last prompt was read with what stood before it."""
        self.held = True
        with self._guarded():
            self._transport.serial.write(_CTRL_A)
            if not self._transport.read_until(1, BANNER, timeout=self._transport.patience_s).endswith(BANNER):
                raise LinkLost("no prompt")

    def leave(self, start: bool) -> None:
        """Back to the prompt a person sees; with `start` the board starts anew and main.py runs."""
        self.held = False
        with suppress(LinkLost), self._guarded():
            self._transport.exit_raw_repl()
            if start:
                self._transport.read_until(1, b">>> ", timeout=1, timeout_overall=2)
                self._transport.serial.write(_CTRL_D)
                self._transport.read_until(1, _REBOOT, timeout=1, timeout_overall=2)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except (TransportError, OSError, ValueError, struct.error, IndexError, TypeError) as error:
            raise LinkLost(f"{type(error).__name__}: {error}") from error
