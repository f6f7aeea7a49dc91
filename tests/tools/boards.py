"""`marshrut board` as a process of its own, and the tools of others that talk to it."""

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import serial

PACKAGES = Path(sys.prefix) / "tools"  # where `make setup` puts the tools that only these tests need
ANSWER_S = 30.0


@dataclass
class RunningBoard:
    """`port`, `url` and `flash` are as the board says them."""

    process: subprocess.Popen[str]
    home: Path
    port: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.wait_for(lambda: len(self.said) >= 4 or self.process.poll() is not None)
        assert self.process.poll() is None, self.said
        self.port, self.url = (line.partition(": ")[2] for line in self.said[:2])

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.rstrip("\n"))

    def wait_for(self, fulfilled: Callable[[], bool], timeout_s: float = ANSWER_S) -> None:
        end = time.monotonic() + timeout_s
        while not fulfilled():
            assert time.monotonic() < end, self.said
            time.sleep(0.01)

    def do(self, command: str) -> None:
        """One of the board's own commands: `unplug`, `reset`, …"""
        assert self.process.stdin is not None
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    @property
    def flash(self) -> Path:
        return self.home / "board.flash"

    @property
    def runs(self) -> Path:
        """A folder for each run that was judged."""
        return self.home / "out"

    def finished_runs(self) -> list[Path]:
        return sorted(folder.parent for folder in self.runs.glob("run-*/replay.html"))

    def next_run(self, act: Callable[[], object]) -> Path:
        """The folder of the run that `act` made; the board writes it when the run has ended."""
        before = len(self.finished_runs())
        act()
        self.wait_for(lambda: len(self.finished_runs()) > before)
        assert len(self.finished_runs()) == before + 1
        return self.finished_runs()[-1]


@contextmanager
def running_board(home: Path, *options: str) -> Iterator[RunningBoard]:
    """Served until the block ends; its port and flash lie in `home`."""
    home.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "marshrut.host_tools", "board", "--rfc2217", "0", "--out", str(home / "out")]
    environment = {**os.environ, "MARSHRUT_BOARDS": str(home), "PYTHONUNBUFFERED": "1"}
    with (
        (home / "stderr.txt").open("w", encoding="utf-8") as errors,
        subprocess.Popen(
            [*command, "--lang", "en", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=environment,
        ) as process,
    ):
        board = None
        try:
            board = RunningBoard(process, home)
            yield board
        finally:
            if board is not None and process.poll() is None:
                board.do("quit")
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
    assert not (home / "stderr.txt").read_text(encoding="utf-8")
    assert process.returncode == 0


def wait_for_prompt(port: str) -> None:
    """Press Ctrl-C, as a person does, until the board shows its prompt."""
    with serial.Serial(port, timeout=1) as line:
        for _ in range(int(ANSWER_S)):
            line.write(b"\r\x03")
            if line.read_until(b">>> ").endswith(b">>> "):
                return
    raise AssertionError("the board shows no prompt")


def environment(home: Path) -> dict[str, str]:
    """For a tool: nothing of the user's own settings, and the packages of the tools."""
    return {**os.environ, "HOME": str(home), "PYTHONPATH": str(PACKAGES), "TERM": "dumb"}


def tool(
    home: Path, *command: str, timeout_s: float = 120, settings: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """A tool run to its end; `settings` are variables of its environment."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**environment(home), **(settings or {})},
        cwd=home,
        timeout=timeout_s,
        check=False,
    )


@dataclass(frozen=True)
class Mpremote:
    """`mpremote` at a port; without `resume` its first command resets the board's interpreter."""

    port: str
    home: Path

    def __call__(self, *arguments: str, resume: bool = True, timeout_s: float = 120, **settings: str) -> str:
        """What it says; it must go well."""
        done = self.run(*arguments, resume=resume, timeout_s=timeout_s, **settings)
        assert done.returncode == 0, done
        assert not done.stderr, done
        return done.stdout.decode().replace("\r\n", "\n")

    def run(
        self, *arguments: str, resume: bool = True, timeout_s: float = 120, **settings: str
    ) -> subprocess.CompletedProcess[bytes]:
        first = ("resume",) if resume else ()
        return tool(
            self.home, "mpremote", "connect", self.port, *first, *arguments, timeout_s=timeout_s, settings=settings
        )


def process_tree(pid: int) -> list[int]:
    """The process and all that its threads have started."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    children = [child for thread in threads for child in (thread / "children").read_text(encoding="ascii").split()]
    return [pid, *(found for child in children for found in process_tree(int(child)))]


def open_descriptors(pid: int) -> int:
    return len(os.listdir(f"/proc/{pid}/fd"))


def memory_kib(pid: int) -> int:
    """What the process has in memory by itself."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"^RssAnon:\s+(\d+) kB", status, re.MULTILINE)
    assert found
    return int(found[1])
