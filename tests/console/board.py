"""A board that works through what its console asks at once: programs here are a few known texts."""

from collections.abc import Iterable

from marshrut.simulator.console import Complete, Console, Execute, Request, RunFile

BANNER = "MicroPython v1.29.0 on 2026-07-01; Raspberry Pi Pico with RP2040"
GREETING = BANNER.encode() + b'\r\nType "help()" for more information.\r\n>>> '
RAW_GREETING = b"raw REPL; CTRL-B to exit\r\n>"

TRACEBACK = 'Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\nValueError: no\n'
# What a program prints, its error, and whether it leaves by SystemExit; any other program does nothing.
PROGRAMS = {
    b"print(1)": (b"1\n", "", False),
    b"fail": (b"", TRACEBACK, False),
    b"print, fail": (b"1\n", TRACEBACK, False),
    b"leave": (b"", "", True),
}
NAMES = ("machine", "math", "micropython", "_private", "only", "pair_one", "pair_two")


class Board:
    def __init__(self, boot: bytes = b"", main: bytes = b"", buffer_bytes: int = 512) -> None:
        self.files = {"boot.py": boot, "main.py": main}
        self.console = Console(BANNER, buffer_bytes)
        self.requests: list[Request] = []
        self.console.power_on()

    def work(self) -> bytes:
        """Do all there is to do; what the console shows meanwhile."""
        while request := self.console.next_request():
            assert self.console.next_request() is None, "one piece of work at a time"
            self.requests.append(request)
            self._do(request)
        return self.console.take_output()

    def feed(self, pieces: Iterable[bytes]) -> bytes:
        """Send these pieces, as fast as the console takes them; what it shows."""
        shown = b""
        for piece in pieces:
            sent = 0
            while sent < len(piece):
                room = self.console.room()
                self.console.receive(piece[sent : sent + room])
                sent += room
                shown += self.work()
        return shown

    def feed_until_running(self, sent: bytes) -> bytes:
        """Send this; its last byte starts a program, which is left running. What is shown."""
        shown = self.feed([sent[:-1]])
        self.console.receive(sent[-1:])
        request = self.console.next_request()
        assert isinstance(request, Execute)
        return shown + self.console.take_output()

    def _do(self, request: Request) -> None:
        if isinstance(request, Execute | RunFile):
            text = self.files[request.name] if isinstance(request, RunFile) else request.text
            printed, error, leaves = PROGRAMS.get(text, (b"", "", False))
            self.console.printed(printed)
            self.console.executed(error, leaves)
        elif isinstance(request, Complete):
            word = request.line.replace("(", " ").split(" ")[-1]
            self.console.completed([name for name in NAMES if name.startswith(word)])
        else:
            self.console.soft_reset()


def started(**files: bytes) -> Board:
    """A board at its prompt, with nothing left to show."""
    board = Board(**files)
    board.work()
    board.requests.clear()
    return board
