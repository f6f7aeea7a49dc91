"""What the operating system does not let a child do: part of the second wall. Linux only; elsewhere nothing happens.

The limits are set from outside, so that nothing has to run between a fork and its exec. A child is limited twice: when
it has been started and knows nothing yet, and again after its first frame, when it has opened all that it needs.
"""

import contextlib
import sys
from pathlib import Path

BOOT_FILES = 128
STDERR_BYTES = 1 << 20  # what it says when it breaks
SPARE_BYTES = 64 << 20  # beyond the cap on a program's memory, for the interpreter's own


def work() -> bool:
    """Whether this system has them."""
    return sys.platform == "linux"


def limit_start(pid: int, cpu_s: int) -> None:
    """Before the child knows its program: no core file, no big file, so much CPU time in all."""
    if sys.platform != "linux":
        return
    import resource

    _set(pid, resource.RLIMIT_CORE, 0)
    _set(pid, resource.RLIMIT_FSIZE, STDERR_BYTES)
    _set(pid, resource.RLIMIT_NOFILE, BOOT_FILES)
    limit_cpu(pid, cpu_s)


def limit_cpu(pid: int, cpu_s: int) -> None:
    """So much CPU time in all: also what ends a process when nobody is left to wait for it."""
    if sys.platform != "linux":
        return
    import resource

    _set(pid, resource.RLIMIT_CPU, cpu_s)


def limit_run(pid: int, memory_cap: int) -> None:
    """Before the program begins: no new descriptor of any kind, no new process or thread, so much more memory."""
    if sys.platform != "linux":
        return
    import resource

    _set(pid, resource.RLIMIT_NOFILE, 0)
    _set(pid, resource.RLIMIT_NPROC, 0)
    data = _data_bytes(pid)
    if data:
        _set(pid, resource.RLIMIT_DATA, data + memory_cap + SPARE_BYTES)


def _set(pid: int, what: int, most: int) -> None:
    if sys.platform != "linux" or pid <= 0:  # 0 would mean this process
        return
    import resource

    # the child may be gone already; a system inside another may forbid it
    with contextlib.suppress(OSError):
        resource.prlimit(pid, what, (most, most))


def _data_bytes(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    sizes = [line.split()[1] for line in status.splitlines() if line.startswith("VmData:")]
    return int(sizes[0]) * 1024 if sizes else 0
