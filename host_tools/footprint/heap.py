"""What a runtime takes of the heap, on the real interpreter with a heap of the board's size.

MicroPython in WebAssembly has objects of 32 bits, as a Pico has. Hardware modules are stand-ins whose objects were all
made before, so that only the runtime's are counted. Names that a board's firmware has and this interpreter has not
(`duty_u16`, `PWM`) come with the stand-ins and are not counted either. Left out are the 16 to 48 bytes that some ports
take for an object of `machine`; a few names too many are counted, those that only a board's other modules have.
"""

import json
import os
import subprocess
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marshrut.simulator.runners.micropython import PACKAGE, MicroPythonMissing, find_node

from .compiled import Module

HERE = Path(__file__).resolve().parent
BOARDS = HERE.parents[1] / "device" / "boards"
HEAP_BYTES = 192 * 1024  # a Pico has so much and a little more, an ESP32 without PSRAM a little less
SETUP = (
    "import _sys, os, machine, time, micropython, neopixel, framebuf, rp2, rover_board\n"
    "import math, array, json, struct, errno\n"
)
FILES, ROMFS = "files", "romfs"
STORES = (FILES, ROMFS)


@dataclass(frozen=True)
class Step:
    """What is on the heap after a step of a program, what the step printed, and what it raised, if it did."""

    bytes: int
    said: str
    error: str


def measure(modules: Sequence[Module], store: str, board: str, steps: Sequence[str], setup: str = SETUP) -> list[Step]:
    """Run the steps one after another in one interpreter; the modules lie in files or in a ROMFS.

    MicroPythonMissing when Node or the interpreter is not installed.
    """
    node = find_node()
    if node is None:
        raise MicroPythonMissing("node")
    if not (PACKAGE / "micropython.mjs").is_file():
        raise MicroPythonMissing("micropython")
    image = romfs(modules) if store == ROMFS else b""
    job = {
        "heap_bytes": HEAP_BYTES + len(image),  # on a board the image is in flash
        "package": (PACKAGE / "micropython.mjs").as_uri(),
        "files": {path: b64encode(content).decode() for path, content in _files(modules, store, board).items()},
        "romfs": b64encode(image).decode(),
        "folder": "/rom/lib" if store == ROMFS else "/lib",
        "setup": setup,
        "steps": list(steps),
    }
    command = [str(node), str(HERE / "heap.mjs")]
    done = subprocess.run(
        command, input=json.dumps(job), capture_output=True, text=True, check=False, timeout=120, env=_environment()
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip()[-2000:])
    return [Step(**step) for step in json.loads(done.stdout)["steps"]]


def romfs(modules: Sequence[Module]) -> bytes:
    """The image that `mpremote romfs deploy` would write of them."""
    from mpremote.romfs import VfsRomWriter

    writer = VfsRomWriter()
    writer.opendir("lib")
    _write_folder(writer, (), modules)
    writer.closedir()
    image: bytes = writer.finalise()
    return image


def _write_folder(writer: Any, folder: tuple[str, ...], modules: Sequence[Module]) -> None:
    inside = [module for module in modules if module.path.parts[: len(folder)] == folder and module.mpy]
    names = dict.fromkeys(module.path.parts[len(folder)] for module in inside)
    for name in names:
        file = next((module for module in inside if module.path.parts == (*folder, name)), None)
        if file:
            writer.mkfile(name, file.mpy)
        else:
            writer.opendir(name)
            _write_folder(writer, (*folder, name), inside)
            writer.closedir()


def _files(modules: Sequence[Module], store: str, board: str) -> dict[str, bytes]:
    files = {f"/stand_ins/{path.name}": path.read_bytes() for path in sorted((HERE / "board").glob("*.py"))}
    files["/stand_ins/rover_board.py"] = (BOARDS / f"{board}.py").read_bytes()
    if store == FILES:
        files |= {f"/lib/{module.path}": module.mpy for module in modules if module.mpy}
    return files


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
