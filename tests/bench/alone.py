"""A case's program and the runtime by themselves, in the same interpreter, on a board that does nothing."""

import subprocess
import sys

from cases import NOTHING, Case
from marshrut.simulator.runners.affinity import one_core
from marshrut.simulator.runners.micropython import PACKAGE, find_node
from simulated import DRIVERS, HERE, PROGRAMS

ROOT = HERE.parent.parent


def run_alone(case: Case, runtime: str, nothing: bool = False) -> None:
    program = str(PROGRAMS / f"{NOTHING if nothing else case.programs[0]}.py")
    drivers = [str(DRIVERS / f"{driver}.py") for driver in case.drivers]
    board = HERE / "null_board"
    if runtime == "cpython":
        command = [sys.executable, "-S", str(board / "run.py"), program, *drivers]
    else:
        mjs = str(PACKAGE / "micropython.mjs")
        command = [str(find_node()), str(board / "run.mjs"), mjs, str(ROOT), program, *drivers]
    with one_core():
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
