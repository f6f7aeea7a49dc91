"""Where a run was computed, for its result document."""

from marshrut.simulator.result import Env, this_env
from marshrut.simulator.runners.micropython import node_version
from marshrut.simulator.runners.micropython.install import installed_version


def environment_of(runtime: str) -> Env:
    if runtime != "micropython":
        return this_env()
    return this_env(node=node_version(), micropython=installed_version() or "")
