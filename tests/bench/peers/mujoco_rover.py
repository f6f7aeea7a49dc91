"""MuJoCo with the rover of tests/validation: the physics of the very same robot by another engine, in C."""

import sys
from importlib.metadata import PackageNotFoundError, version

from simulated import HERE
from table import PeerRow

from .timed import PeerFailed, minute_s

STEPS = 120_000
SAYS = "the same robot file as a rigid body on two wheels, 2000 steps a second, round a circle; nothing is sensed"


def measure(runs: int) -> PeerRow:
    try:
        name = f"MuJoCo {version('mujoco')} (PyPI)"
        command = [sys.executable, str(HERE / "peers" / "circle_in_mujoco.py")]
        cpu_s, start_s = minute_s(command, runs, HERE.parent)
    except (PackageNotFoundError, PeerFailed) as error:
        return PeerRow("MuJoCo (PyPI)", None, None, STEPS, f"could not be run: {error}")
    return PeerRow(name, cpu_s, start_s, STEPS, SAYS)
