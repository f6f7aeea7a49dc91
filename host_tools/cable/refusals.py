"""Says why a port cannot be opened: no permission, another program, no such port."""

import errno
import os
import socket
import stat
import sys
from pathlib import Path

from .problem import CableProblem

_BUSY = (errno.EBUSY, errno.EAGAIN)


def why_not(port: str) -> CableProblem | None:
    """What keeps the port from being opened; None when it can be."""
    import serial

    try:
        serial.serial_for_url(port, exclusive=True).close()
    except (OSError, ValueError) as error:
        return _problem(port, error)
    return None


def _problem(port: str, error: Exception) -> CableProblem:
    number = getattr(error, "errno", None)
    said = str(error)
    if "://" in port:
        return CableProblem(_on_the_net(error.__context__), port=port)
    if (os.path.exists(port) and not stat.S_ISCHR(os.stat(port).st_mode)) or "(25, " in said:
        return CableProblem("port-not-serial", port=port)
    if number == errno.ENOENT or "FileNotFoundError" in said or isinstance(error, ValueError):
        return CableProblem("port-missing", port=port)
    if number in _BUSY or "exclusively lock" in said or ("PermissionError" in said and sys.platform == "win32"):
        holder = _holder(port)
        return (
            CableProblem("port-busy-by", port=port, program=holder) if holder else CableProblem("port-busy", port=port)
        )
    if number in (errno.EACCES, errno.EPERM):
        name = "port-forbidden" if sys.platform == "linux" else "port-forbidden-elsewhere"
        return CableProblem(name, port=port, group=_group(port))
    return CableProblem("port-fails", port=port, what=said)


def _on_the_net(cause: BaseException | None) -> str:
    """pyserial hides what the net has said, and what is wrong with an address is a fault of many kinds for it."""
    import serial

    if cause is None:  # somebody is there and does not talk: a board talks to one program at a time
        return "port-busy"
    from_net = isinstance(cause, OSError) and not isinstance(cause, serial.SerialException | socket.gaierror)
    return "port-nobody" if from_net else "port-no-address"


def _group(port: str) -> str:
    """Whose members may use the port."""
    try:
        import grp

        return grp.getgrgid(os.stat(port).st_gid).gr_name
    except (ImportError, OSError, KeyError):
        return "dialout"


def _holder(port: str) -> str:
    """The program that has the port open, where the system tells: Linux, and for one's own programs."""
    processes = Path("/proc")
    target = os.path.realpath(port)
    for process in processes.glob("[0-9]*"):
        if process.name == str(os.getpid()):
            continue
        try:
            if any(os.path.realpath(end) == target for end in (process / "fd").iterdir()):
                command = (process / "cmdline").read_bytes().split(b"\0")
                return _program_name([word.decode("utf-8", "replace") for word in command if word])
        except OSError:
            continue
    return ""


def _program_name(command: list[str]) -> str:
    """`python /usr/bin/mpremote connect …` is mpremote."""
    names = [Path(word).name for word in command if not word.startswith("-")]
    if len(names) > 1 and names[0].startswith("python"):
        return names[1]
    return names[0] if names else ""
