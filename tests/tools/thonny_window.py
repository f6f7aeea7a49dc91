"""Thonny's window, as far as its MicroPython back end can tell: a process that sends commands and gets answers.

The words of both are Thonny's: one text for each message, the `repr` of a record. A class that is named here is one of
`thonny.common`.
"""

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .boards import PACKAGES, environment

BACK_ENDS = {"rp2": "rp2040/rp2040_back.py", "esp32": "esp/esp_back.py"}
_RECORD = re.compile(r"\x02(\d+) ")


class Message(dict[str, Any]):
    """What the back end sent, its fields by name; `kind` is its class."""

    def __init__(self, kind: str, **fields: Any) -> None:
        super().__init__(fields)
        self.kind = kind


def _parsed(text: str) -> Message:
    """A message as it was written."""
    kinds = ("ToplevelResponse", "InlineResponse", "BackendEvent", "MessageFromBackend", "OscEvent")
    names: dict[str, Any] = {kind: lambda *_, _kind=kind, **fields: Message(_kind, **fields) for kind in kinds}
    names |= {other: lambda *values, **fields: fields or values for other in _OTHER_RECORDS}
    found = eval(text, names)
    assert isinstance(found, Message)
    return found


_OTHER_RECORDS = ("ValueInfo", "CompletionInfo", "SignatureInfo", "SignatureParameter", "DistInfo")


class Thonny:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._messages: list[Message] = []
        self._count = 0
        self.printed: list[tuple[str, str]] = []  # (stream, text), as the shell shows it
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.welcome = self._wait(lambda message: message.kind == "ToplevelResponse")

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            head = _RECORD.match(line)
            if not head:
                continue
            text = line[head.end() :].rstrip("\n")
            for _ in range(int(head[1]) - 1):
                text += self._process.stdout.readline().rstrip("\n")
            message = _parsed(text)
            if message.get("event_type") == "ProgramOutput":
                self.printed.append((message["stream_name"], message["data"]))
            self._messages.append(message)

    def _wait(self, wanted: Callable[[Message], bool], timeout_s: float = 60) -> Message:
        end = time.monotonic() + timeout_s
        while True:
            for number, message in enumerate(self._messages):
                if wanted(message):
                    del self._messages[: number + 1]
                    return message
            assert time.monotonic() < end, (self._messages, self._process.poll())
            assert self._process.poll() is None, (self._messages, self.text())
            time.sleep(0.005)

    def _send(self, kind: str, **fields: Any) -> None:
        text = f"{kind}({', '.join(f'{name}={value!a}' for name, value in fields.items())})"
        assert self._process.stdin is not None
        self._process.stdin.write(f"\x021 {text}\n")
        self._process.stdin.flush()

    # What a person does

    def begin(self, name: str, **fields: Any) -> None:
        """A command whose end is waited for by `finish`."""
        self.printed.clear()
        self._messages.clear()
        self._send("ToplevelCommand", name=name, **fields)

    def finish(self, timeout_s: float = 60) -> str:
        """Wait for the prompt; what was printed since the command."""
        self._wait(lambda message: message.kind == "ToplevelResponse", timeout_s)
        return self.text()

    def run(self, source: str, timeout_s: float = 60) -> str:
        """The green button."""
        self.begin("Run", argv=["Run", "-c", "EDITOR_CONTENT"], args=["-c", "EDITOR_CONTENT"], source=source)
        return self.finish(timeout_s)

    def shell(self, source: str) -> str:
        """A line at the prompt."""
        self.begin("execute_source", source=source)
        return self.finish()

    def ask(self, name: str, **fields: Any) -> Message:
        """What a view or a dialogue wants to know."""
        self._count += 1
        number = f"{name}-{self._count}"
        self._send("InlineCommand", name=name, id=number, **fields)
        answer = self._wait(lambda message: message.kind == "InlineResponse" and message.get("command_name") == name)
        assert "error" not in answer or answer["error"] is None, answer
        return answer

    def interrupt(self) -> None:
        """Ctrl-C."""
        self._send("ImmediateCommand", name="interrupt")

    def begin_restart(self) -> None:
        """Ctrl-D: a soft reboot, whose end `finish` waits for."""
        self.printed.clear()
        self._messages.clear()
        self._send("EOFCommand")

    def type(self, line: str) -> None:
        """An answer to input()."""
        self._send("InputSubmission", data=line)

    def text(self) -> str:
        return "".join(data for _, data in self.printed)

    def wait_printed(self, text: str, timeout_s: float = 30) -> None:
        end = time.monotonic() + timeout_s
        while text not in self.text():
            assert time.monotonic() < end, self.text()
            time.sleep(0.005)


@contextmanager
def thonny(port: str, home: Path, back_end: str) -> Iterator[Thonny]:
    """As its window starts it with the settings that it has from the start."""
    arguments = {
        "clean": True,
        "port": port,
        "dtr": None,
        "rts": None,
        "submit_mode": "raw_paste",
        "interrupt_on_connect": True,
        "write_block_size": 64 if back_end == "rp2" else None,
        "write_block_delay": None,
        "proxy_class": "RP2040BackendProxy" if back_end == "rp2" else "ESP32Proxy",
        "sync_time": True,
        "local_rtc": True,
        "validate_time": False,
    }
    launcher = PACKAGES / "thonny" / "plugins" / BACK_ENDS[back_end]
    settings = {**environment(home), "THONNY_USER_DIR": str(home / "thonny"), "PYTHONUNBUFFERED": "1"}
    (home / "thonny").mkdir(exist_ok=True)
    settings["THONNY_FRONTEND_SYS_PATH"] = repr([str(PACKAGES), *(path for path in sys.path if os.path.isdir(path))])
    with subprocess.Popen(
        [sys.executable, str(launcher), repr(arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=(home / "thonny" / "stderr.txt").open("w"),
        text=True,
        env=settings,
        cwd=home,
    ) as process:
        try:
            yield Thonny(process)
        finally:
            process.kill()
