"""ir-sim, a simulator of mobile robots in the plane, from PyPI: installed the first time it is wanted."""

import subprocess
import sys
from pathlib import Path

from simulated import HERE
from table import PeerRow

from .timed import PeerFailed, minute_s

NAME = "ir-sim 2.12.0 (PyPI)"
# What the environment does not have already.
WHEELS = ("ir-sim==2.12.0", "shapely==2.2.0", "loguru==0.7.3", "imageio==2.38.1", "pyyaml==6.0.3")
TARGET = Path(sys.prefix) / "peers" / "ir-sim-2.12.0"
STEPS = 6000
SAYS = (
    "a body without mass or motors rounds the same oval at 250 mm/s by its true distance to the line, 100 steps a "
    "second"
)


def measure(runs: int) -> PeerRow:
    try:
        _install()
        script = str(HERE / "peers" / "oval_in_ir_sim.py")
        cpu_s, start_s = minute_s([sys.executable, script], runs, TARGET)
    except (OSError, subprocess.SubprocessError, PeerFailed) as error:
        return PeerRow(NAME, None, None, STEPS, f"could not be installed or run: {error}")
    return PeerRow(NAME, cpu_s, start_s, STEPS, SAYS)


def _install() -> None:
    if TARGET.is_dir():
        return
    partial = TARGET.with_name(TARGET.name + ".partial")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--upgrade"]
    done = subprocess.run(
        [*pip, "--target", str(partial), *WHEELS], capture_output=True, text=True, check=False, timeout=300
    )
    if done.returncode:
        raise PeerFailed((done.stderr.strip() or "pip failed").splitlines()[-1])
    partial.rename(TARGET)
