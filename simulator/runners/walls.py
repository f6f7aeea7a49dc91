"""The three walls around a program that nobody vouches for, by their parts, and which can be built here.

What each part holds is written in `docs/decisions/sandbox.md` and computed by `tests/contract/test_sandbox_walls.py`.
"""

from collections.abc import Mapping

from . import bubblewrap, micropython, process_limits

SEAL = "seal"  # first wall: no way from the interpreter into JavaScript once the program begins
GLOBALS = "globals"  # second: JavaScript's global object holds nothing of Node
NODE = "node"  # second: Node's own flags and permissions, and no environment
LIMITS = "limits"  # second: what the system grants a process, lowered from outside
BUBBLEWRAP = "bubblewrap"  # third: no network, no files but its own, no other process
WALLS = (SEAL, GLOBALS, NODE, LIMITS, BUBBLEWRAP)


def available() -> Mapping[str, bool]:
    """Which can be built here."""
    return {SEAL: True, GLOBALS: True, NODE: True, LIMITS: process_limits.work(), BUBBLEWRAP: third_wall()}


def third_wall() -> bool:
    """Whether bubblewrap starts the Node that runs MicroPython: some are scripts, or keep their libraries at home."""
    node = micropython.find_node()
    return node is not None and bubblewrap.runs((str(node), "--version"), (node,))
