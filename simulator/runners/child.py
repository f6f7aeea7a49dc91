"""A child process that plays the board for one program: starting it, its pipes, and its end."""

import contextlib
import json
import os
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from . import bubblewrap
from .process_limits import limit_run, limit_start

POWER_ON = 1  # machine.PWRON_RESET


LEAVE_S = 2.0  # for bubblewrap to see that the process inside has gone
STDERR_BYTES = 64 * 1024  # of what a child leaves, so much is looked at


class ChildGone(Exception):
    """The child ended without saying so.

    `why` is "silent" when it was ended after too long a silence, "cpu" after too much computing, else "broken": it
    ended by itself. `memory_bytes` is what it held when it fell silent.
    """

    def __init__(self, why: str, stderr: str, memory_bytes: int = 0) -> None:
        super().__init__("the program's process is gone; it left:\n" + stderr[-2000:])
        self.why = why
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
    pulsed: tuple[int, ...] = ()  # of those, where it listens for the ends of pulses only
    driven: tuple[int, ...] = ()  # pins that something beside the program drives
    reset_cause: int = POWER_ON
    memory_cap: int = 512 * 1024 * 1024  # bytes, for a computer that runs one program beside an editor
    console: bool = False  # there is no program: what runs is asked for over a cable

    def message(self) -> bytes:
        fields: dict[str, Any] = {name: getattr(self, name) for name in self.__dataclass_fields__}
        text = json.dumps(fields).encode()
        return len(text).to_bytes(4, "little") + text


def boot_after_reset(text: str) -> tuple[dict[str, Any], bool]:
    """What a child asks to be started with again, a cause and the flash and nothing else, and whether its reset is a
    soft one; ValueError if it is not that."""
    try:
        asked = json.loads(text)
        cause, flash = asked["reset_cause"], asked["flash"]
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError("not a cause and a flash") from error
    whole = isinstance(flash, dict) and all(isinstance(part, str) for item in flash.items() for part in item)
    if not (whole and isinstance(cause, int)):
        raise ValueError("not a cause and a flash")
    return {"reset_cause": cause, "flash": flash}, asked.get("soft") is True


@dataclass(frozen=True)
class Patience:
    """How long a run may take on this computer: silence between two frames (s), and CPU time in all (s).

    A child that falls silent gets a second try, alone, with `retry_times` the silence. CPU time is counted on Linux.
    """

    silence_s: float = 10.0
    retry_times: int = 10
    cpu_s: int = 300


@dataclass(frozen=True)
class Launch:
    """How a child is started: its command, its environment, whether the system limits it, and, when it is to stand
    behind bubblewrap, the files that it may read there."""

    command: list[str]
    environment: dict[str, str]
    limited: bool = False
    readable: tuple[Path, ...] | None = None


class Child:
    """Started on construction; `close` (or leaving the `with`) ends it whatever it is doing."""

    def __init__(self, launch: Launch, boot: Boot, patience: Patience) -> None:
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115  closed in close()
        self._memory_cap = boot.memory_cap
        self._limited = launch.limited
        self._process, self.pid = _start(launch, self._stderr)
        if self._limited:
            limit_start(self.pid, patience.cpu_s)
        assert self._process.stdin is not None and self._process.stdout is not None
        self._in = self._process.stdin.fileno()
        self._out = self._process.stdout.fileno()
        self.frames = 0
        self.waiting = False  # the host waits for the child; else it works, and the child waits for it
        self._limit = _SilenceLimit(self, patience.silence_s)
        try:
            self.write(boot.message())
        except ChildGone:
            self.close()
            raise

    def read(self, count: int) -> bytes:
        """Exactly that many bytes from the child."""
        self.waiting = True
        data = os.read(self._out, count)
        while len(data) < count:
            more = os.read(self._out, count - len(data))
            if not more:
                raise self._gone()
            data += more
        self.waiting = False
        if not self.frames and self._limited:
            limit_run(self.pid, self._memory_cap)  # all is open that it needs, and its program waits for the answer
        self.frames += 1
        return data

    def write(self, data: bytes | bytearray) -> None:
        self.waiting = True
        try:
            sent = os.write(self._in, data)
            while sent < len(data):
                sent += os.write(self._in, memoryview(data)[sent:])
        except BrokenPipeError:
            raise self._gone() from None
        self.waiting = False

    def kill(self) -> None:
        if self.pid != self._process.pid and self.pid > 0 and self._process.poll() is None:
            # bubblewrap ends with the process inside, and does not leave it to the system to be taken away
            with contextlib.suppress(OSError):
                os.kill(self.pid, signal.SIGKILL)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(LEAVE_S)
        self._process.kill()

    def close(self) -> None:
        self._limit.stop()
        self.kill()
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
        code = self._process.wait()
        size = self._stderr.seek(0, os.SEEK_END)
        self._stderr.seek(max(0, size - STDERR_BYTES))
        stderr = self._stderr.read().decode("utf-8", "replace")
        why = "silent" if self._limit.fired else "cpu" if self._limited and code in _CPU_SPENT else "broken"
        return ChildGone(why, stderr, self._limit.memory_bytes)

    def memory_bytes(self) -> int:
        """What the child holds in memory now; 0 where the system does not say (Linux does)."""
        try:
            pages = Path(f"/proc/{self.pid}/statm").read_text().split()[1]
        except (OSError, IndexError):
            return 0
        return int(pages) * os.sysconf("SC_PAGE_SIZE")


class _SilenceLimit:
    """Kills a child that the host has waited for so many seconds of the wall clock: one endless operation inside it.

    What the host itself takes to answer does not count.
    """

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
            if self._child.frames != last_frames or not self._child.waiting:
                last_frames, last_heard = self._child.frames, time.monotonic()
            elif time.monotonic() - last_heard >= self._silence_s:
                self.fired = True
                self.memory_bytes = self._child.memory_bytes()
                self._child.kill()
                return

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()


def _start(launch: Launch, stderr: IO[bytes]) -> tuple["subprocess.Popen[bytes]", int]:
    """The process started, and the number of the one that runs the program: behind bubblewrap it is another."""
    if launch.readable is None:
        process = _popen(launch.command, launch.environment, stderr)
        return process, process.pid
    told, tell = os.pipe()
    try:
        command = bubblewrap.wrapped(launch.command, launch.readable, tell)
        process = _popen(command, launch.environment, stderr, tell)
        os.close(tell)
        tell = -1
        return process, bubblewrap.inner_pid(told)
    finally:
        os.close(told)
        if tell >= 0:
            os.close(tell)


def _popen(
    command: list[str], environment: dict[str, str], stderr: IO[bytes], *passed: int
) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        env=environment,
        bufsize=0,
        pass_fds=passed,
        start_new_session=True,  # Ctrl-C in the terminal is the host's to handle
    )


# How a process ends that has used up its CPU time: by one of two signals, told by bubblewrap with 128 added.
_CPU_SPENT = frozenset(sign * number + base for number in (9, 24) for sign, base in ((-1, 0), (1, 128)))
