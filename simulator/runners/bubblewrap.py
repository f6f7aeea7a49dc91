"""The third wall: bubblewrap (`bwrap`), which Linux systems have as a package. Elsewhere there is none.

Inside there is no network, no process but the child, no terminal, and of the files only those named, to be read. It
needs unprivileged user namespaces, which some systems and most containers forbid: so it is tried, once.
"""

import functools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

# Where the libraries are that a Node needs; what is not there is left out.
LIBRARIES = ("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/nix/store")
PATIENCE_S = 10


@functools.cache
def find() -> str | None:
    """The program, or None where there is none."""
    return shutil.which("bwrap") if sys.platform == "linux" else None


@functools.cache
def runs(command: tuple[str, ...], readable: tuple[Path, ...]) -> bool:
    """Whether that command, which should end well and soon, does so in it; tried once."""
    if find() is None:
        return False
    try:
        done = subprocess.run(
            wrapped(list(command), readable, None),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={},
            timeout=PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def wrapped(command: list[str], readable: Iterable[Path], told: int | None) -> list[str]:
    """The command, to be run inside, where only `readable` and the libraries can be read.

    `told` is a descriptor: what is written there names the process inside (see `inner_pid`).
    """
    program = find()
    assert program is not None, "ask runs() first"
    binds = [*(Path(folder) for folder in LIBRARIES), *readable]
    return [
        program,
        "--unshare-all",
        "--die-with-parent",
        "--new-session",
        "--as-pid-1",
        "--clearenv",
        *(("--info-fd", str(told)) if told is not None else ()),
        *(part for path in binds for part in ("--ro-bind-try", str(path), str(path))),
        *("--cap-drop", "ALL"),
        "--",
        *command,
    ]


def inner_pid(told: int) -> int:
    """The number, outside, of the process inside; 0 when there is none. Waits until it is there."""
    text = b""
    while b"}" not in text:
        part = os.read(told, 4096)
        if not part:
            return 0
        text += part
    return int(json.loads(text)["child-pid"])
