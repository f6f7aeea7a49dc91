"""Where a run was computed, for its result document."""

import subprocess
from functools import cache

from marshrut.simulator.result import Env, this_env
from marshrut.simulator.runners.micropython import find_node
from marshrut.simulator.runners.micropython.install import installed_version


def environment_of(runtime: str) -> Env:
    if runtime != "micropython":
        return this_env()
    return this_env(node=node_version(), micropython=installed_version() or "")


@cache
def node_version() -> str:
    """The version of the Node in use, or "" where there is none."""
    node = find_node()
    if node is None:
        return ""
    try:
        done = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=10, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip().removeprefix("v")
