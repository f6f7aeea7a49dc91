"""CPU of a command for a simulated minute, without its start."""

import os
import subprocess
from pathlib import Path
from statistics import median

from measuring import spent


class PeerFailed(Exception):
    """The command did not come to its end; what it said last."""


def minute_s(command: list[str], runs: int, modules: Path) -> tuple[float, float]:
    """The command is given the seconds to simulate, 60 and then none: what the 60 take, and what the start takes.

    It finds what lies in `modules` before all else.
    """
    full = median(_cpu_s([*command, "60"], modules) for _ in range(runs))
    start = median(_cpu_s([*command, "0"], modules) for _ in range(runs))
    return full - start, start


def _cpu_s(command: list[str], modules: Path) -> float:
    before = spent().children_s
    path = os.pathsep.join([str(modules), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": path, "MPLBACKEND": "agg"}  # nothing is to be shown
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode:
        raise PeerFailed((done.stderr.strip() or "no word").splitlines()[-1])
    return spent().children_s - before
