"""Checks the types of the host side under their import name, `marshrut`. Run by `make lint`.

mypy wants to see the packages as they are imported, so the rooms are linked into a folder of that name.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LINKED = ROOT / ".mypy_cache" / "rooms" / "marshrut"
ROOMS = ("simulator", "host_tools")
# On-board code: other builtins and modules than mypy knows; the runtime issue checks it against the boards' stubs.
ON_BOARD = (
    r"/((simulator|footprint|compare|scoring)/board/(?!profiles|math_musl)[a-z0-9_]+"
    r"|clock/_[a-z]+|runners/micropython/board/.*|runners/cpython/[a-z_]+)\.py$"
)


def main() -> int:
    LINKED.mkdir(parents=True, exist_ok=True)
    for room in ROOMS:
        link = LINKED / room
        if not link.exists():
            link.symlink_to(ROOT / room, target_is_directory=True)
    packages = [part for room in ROOMS for part in ("-p", f"marshrut.{room}")]
    command = [sys.executable, "-m", "mypy", "--exclude", ON_BOARD, *packages]
    return subprocess.run(command, check=False, cwd=ROOT, env={**os.environ, "MYPYPATH": str(LINKED.parent)}).returncode


if __name__ == "__main__":
    sys.exit(main())
