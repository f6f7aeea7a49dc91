"""Fetches the official MicroPython from npm, by the exact version and hash in package-lock.json.

Run by `make setup`. Where Node or the network is missing it says so and ends well: the cpython runner needs neither.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from . import PACKAGE, find_node

FOLDER = Path(__file__).parent


def installed_version() -> str | None:
    """The version of the package that is there, or None."""
    try:
        return str(json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError):
        return None


def locked_version() -> str:
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    return str(lock["packages"]["node_modules/@micropython/micropython-webassembly-pyscript"]["version"])


def npm_command(node: Path) -> list[str] | None:
    """npm that belongs to that Node, or the system's."""
    for script in (
        node.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js",
        node.parent / "node_modules" / "npm" / "bin" / "npm-cli.js",
    ):
        if script.is_file():
            return [str(node), str(script)]
    system = shutil.which("npm")
    return [system] if system else None


def main() -> int:
    if installed_version() == locked_version():
        return 0
    node = find_node()
    npm = npm_command(node) if node else None
    if npm is None:
        print("Node is missing, so programs run on cpython only. Try: install Node 20 or newer, then `make setup`.")
        return 0
    done = subprocess.run(
        [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], check=False, cwd=FOLDER
    )
    if done.returncode != 0 or installed_version() != locked_version():
        print("The official MicroPython could not be fetched from npm, so programs run on cpython only.")
        print("Try: check the connection, then `touch pyproject.toml` and `make setup`.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
