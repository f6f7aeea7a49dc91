"""A child process that plays the board for one program: starting it, its pipes, and its end."""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import micropython

SIMULATOR = Path(__file__).resolve().parent.parent
RUNTIMES = ("cpython", "micropython")
POWER_ON = 1  # machine.PWRON_RESET


class ChildGone(Exception):
    """The child ended without saying so; `hung` when the wall-clock limit ended it, with that much memory in use."""

    def __init__(self, hung: bool, stderr: str, memory_bytes: int = 0) -> None:
        super().__init__("the program's process is gone; it left:\n" + stderr[-2000:])
        self.hung = hung
        self.memory_bytes = memory_bytes
        self.stderr = stderr


@dataclass(frozen=True)
class Boot:
    """What a child needs to play the board: all of it text, so that it is the same for both."""

    board: str
    seed: int
    program: str  # the main program, with loop heads
    flash: dict[str, str]  # absolute path on the board: content in base64
    output_cap: int  # bytes of printed text, then it is cut
    prompt: tuple[int, ...] = ()  # pins that a device listens to
    driven: tuple[int, ...] = ()  # pins that something beside the program drives
    reset_cause: int = POWER_ON
    memory_cap: int = 512 * 1024 * 1024  # bytes, for a computer that runs one program beside an editor

    def message(self) -> bytes:
        fields: dict[str, Any] = {name: getattr(self, name) for name in self.__dataclass_fields__}
        text = json.dumps(fields).encode()
        return len(text).to_bytes(4, "little") + text


class Child:
    """Started on construction; `close` (or leaving the `with`) ends it whatever it is doing."""

    def __init__(self, runtime: str, boot: Boot, silence_s: float) -> None:
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115  closed in close()
        self._process = subprocess.Popen(
            _command(runtime),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            env={"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", **_system_environment()},
            bufsize=0,
            start_new_session=True,  # Ctrl-C in the terminal is the host's to handle
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._in = self._process.stdin.fileno()
        self._out = self._process.stdout.fileno()
        self.frames = 0
        self._limit = _SilenceLimit(self, silence_s)
        try:
            self.write(boot.message())
        except ChildGone:
            self.close()
            raise

    def read(self, count: int) -> bytes:
        """Exactly that many bytes from the child."""
        data = os.read(self._out, count)
        while len(data) < count:
            more = os.read(self._out, count - len(data))
            if not more:
                raise self._gone()
            data += more
        self.frames += 1
        return data

    def write(self, data: bytes | bytearray) -> None:
        view = memoryview(data)
        try:
            sent = os.write(self._in, view)
            while sent < len(view):
                sent += os.write(self._in, view[sent:])
        except BrokenPipeError:
            raise self._gone() from None

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        self._limit.stop()
        self._process.kill()
        self._process.wait()
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._stderr.close()

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _gone(self) -> ChildGone:
        self._process.wait()
        self._stderr.seek(0)
        stderr = self._stderr.read().decode("utf-8", "replace")
        return ChildGone(self._limit.fired, stderr, self._limit.memory_bytes)

    def memory_bytes(self) -> int:
        """What the child holds in memory now; 0 where the system does not say (Linux does)."""
        try:
            pages = Path(f"/proc/{self._process.pid}/statm").read_text().split()[1]
        except (OSError, IndexError):
            return 0
        return int(pages) * os.sysconf("SC_PAGE_SIZE")


class _SilenceLimit:
    """Kills a child that has sent nothing for so many seconds of the wall clock: one endless operation inside it."""

    LOOKS = 10

    def __init__(self, child: Child, silence_s: float) -> None:
        self.fired = False
        self.memory_bytes = 0
        self._child = child
        self._silence_s = silence_s
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        last_frames, last_heard = -1, time.monotonic()
        while not self._stopped.wait(self._silence_s / self.LOOKS):
            if self._child.frames != last_frames:
                last_frames, last_heard = self._child.frames, time.monotonic()
            elif time.monotonic() - last_heard >= self._silence_s:
                self.fired = True
                self.memory_bytes = self._child.memory_bytes()
                self._child.kill()
                return

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()


def _command(runtime: str) -> list[str]:
    if runtime == "cpython":
        # -S: a program sees no site-packages, and the child starts faster
        return [sys.executable, "-S", "-s", "-B", str(SIMULATOR / "runners" / "cpython" / "child.py")]
    if runtime == "micropython":
        return micropython.command(SIMULATOR)
    raise ValueError(f"no runtime {runtime!r}")


def _system_environment() -> dict[str, str]:
    """What an operating system needs to start a process at all; nothing of the user's."""
    return {name: os.environ[name] for name in ("SYSTEMROOT", "GLIBC_TUNABLES") if name in os.environ}
