"""A tool at a terminal of its own, and somebody who types there and reads."""

import os
import pty
import select
import subprocess
import sys
import time
import tty
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .boards import environment


class Terminal:
    def __init__(self, process: subprocess.Popen[bytes], master: int) -> None:
        self.process = process
        self._master = master
        self._seen = b""

    def type(self, keys: bytes) -> None:
        os.write(self._master, keys)

    def read_until(self, mark: bytes, timeout_s: float = 30) -> bytes:
        """What is shown up to and with the mark."""
        end = time.monotonic() + timeout_s
        while mark not in self._seen:
            left = end - time.monotonic()
            assert left > 0 and select.select([self._master], [], [], left)[0], (mark, self._seen)
            self._seen += os.read(self._master, 4096)
        shown, _, self._seen = self._seen.partition(mark)
        return shown + mark

    def type_until(self, keys: bytes, mark: bytes) -> None:
        """Type the keys, and again as long as they have no answer: `rshell` drops what is typed before it listens."""
        for _ in range(6):
            self.type(keys)
            with suppress(AssertionError):
                self.read_until(mark, timeout_s=5)
                return
        raise AssertionError((keys, mark, self._seen))

    def leave_with(self, keys: bytes) -> None:
        """Type the keys, again if they are dropped, until the tool ends."""
        for _ in range(6):
            self.type(keys)
            with suppress(subprocess.TimeoutExpired):
                self.rest(timeout_s=5)
                return
        raise AssertionError((keys, self._seen))

    def rest(self, timeout_s: float = 30) -> bytes:
        """What is shown until the tool ends."""
        end = time.monotonic() + timeout_s
        with suppress(OSError):  # how a terminal ends
            while select.select([self._master], [], [], max(0.0, end - time.monotonic()))[0]:
                self._seen += os.read(self._master, 4096)
        self.process.wait(max(0.0, end - time.monotonic()))
        return self._seen


@contextmanager
def at_terminal(home: Path, *command: str) -> Iterator[Terminal]:
    master, slave = pty.openpty()
    tty.setraw(slave)
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=home,
        env=environment(home),
        start_new_session=True,
    ) as process:
        os.close(slave)
        try:
            yield Terminal(process, master)
        finally:
            process.kill()
            os.close(master)
