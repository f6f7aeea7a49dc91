"""The walls around a program that nobody vouches for: their names, what each needs, and which are there.

What each holds is written in `docs/decisions/sandbox.md` and computed by `tests/contract/test_sandbox_walls.py`.
"""

import sys
from collections.abc import Mapping

from . import bubblewrap

SEAL = "seal"  # in the interpreter: no way into JavaScript once the program begins
PROCESS = "process"  # around the Node process: its flags, no environment, limits by the system
BUBBLEWRAP = "bubblewrap"  # around the process: no network, no files but its own, no other process
WALLS = (SEAL, PROCESS, BUBBLEWRAP)


def available() -> Mapping[str, bool]:
    """Which walls can be built here."""
    return {SEAL: True, PROCESS: True, BUBBLEWRAP: bubblewrap.works()}


def limits_by_system() -> bool:
    """Whether the system lets a running process's limits be lowered from outside, as the second wall would (Linux)."""
    return sys.platform == "linux"
