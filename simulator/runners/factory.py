"""Which interpreter runs a program, and behind which walls: trust decides.

The CPython child is no sandbox, so a program that nobody vouches for never gets it.
"""

import os
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from marshrut.simulator.problems import Problem

from . import micropython
from .child import Boot, Child, Launch, Patience
from .walls import BUBBLEWRAP, LIMITS, NODE, WALLS, third_wall

SIMULATOR = Path(__file__).resolve().parent.parent
CPYTHON, MICROPYTHON = "cpython", "micropython"
RUNTIMES = (CPYTHON, MICROPYTHON)


@dataclass(frozen=True)
class Runner:
    """Starts children of one kind: the runtime, and the walls around each."""

    runtime: str
    walls: frozenset[str]

    def start(self, boot: Boot, patience: Patience) -> Child:
        """A child that plays the board for one program; MicroPythonMissing when a part of it is not installed."""
        return Child(self._launch(), boot, patience)

    def _launch(self) -> Launch:
        if self.runtime == CPYTHON:
            # -S: a program sees no site-packages, and the child starts faster
            script = SIMULATOR / "runners" / "cpython" / "child.py"
            return Launch([sys.executable, "-S", "-s", str(script)], _environment())
        inside = BUBBLEWRAP in self.walls
        return Launch(
            micropython.command(SIMULATOR, self.walls - {LIMITS, BUBBLEWRAP}),
            _environment() if NODE in self.walls else dict(os.environ),
            limited=LIMITS in self.walls,
            readable=tuple(micropython.readable(SIMULATOR)) if inside else None,
        )


def runner_for(runtime: str, trusted: bool, walls: Collection[str] | None = None) -> Runner:
    """The runner of that name for a program that is trusted or not; Problem when it must not have that one.

    A trusted program on MicroPython stands behind the walls that cost nothing, another behind all that can be built
    here. `walls` builds these instead, for tests of each alone.
    """
    if runtime not in RUNTIMES:
        raise ValueError(f"no runtime {runtime!r}")
    if runtime == CPYTHON:
        if not trusted:
            raise Problem("runtime-untrusted")
        return Runner(CPYTHON, frozenset())
    if walls is not None:
        unknown = set(walls) - set(WALLS)
        if unknown:
            raise ValueError(f"no walls {sorted(unknown)}")
        return Runner(MICROPYTHON, frozenset(walls))
    third = not trusted and third_wall()
    return Runner(MICROPYTHON, frozenset(wall for wall in WALLS if wall != BUBBLEWRAP or third))


def _environment() -> dict[str, str]:
    """What an operating system needs to start a process at all; nothing of the user's."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "GLIBC_TUNABLES") if name in os.environ}
    return {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", **kept}
