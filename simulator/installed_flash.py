"""What lies on a board that Marshrut was installed on: the runtime as bytecode, the launcher, the pin map."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from .cross_compiler import compile_module

ROOMS = Path(__file__).resolve().parent.parent
OPTIONS = ("-O3",)  # as device/manifest.py freezes it: no asserts, no line numbers
TEXTS = ("boot.py", "main.py")  # the interpreter runs these as texts, and a school may change them


@cache
def installed_flash(board: str) -> dict[str, bytes]:
    """Absolute path on the board: content. `board` names a pin map in device/boards."""
    device, lib = ROOMS / "device", ROOMS / "lib"
    files = {"/" + name: (device / name).read_bytes() for name in TEXTS}
    files["/rover_board.py"] = (device / "boards" / f"{board}.py").read_bytes()
    sources = {
        path.name: path
        for path in sorted(device.glob("*.py"))
        if path.name not in (*TEXTS, "manifest.py", "__init__.py")
    }
    sources |= {f"lib/{path.relative_to(lib).as_posix()}": path for path in sorted((lib / "rover").rglob("*.py"))}
    with ThreadPoolExecutor() as pool:
        compiled = pool.map(
            lambda item: compile_module("/" + item[0] if "/" in item[0] else item[0], item[1].read_bytes(), *OPTIONS),
            sources.items(),
        )
    files |= {f"/{name[:-3]}.mpy": mpy for name, mpy in zip(sources, compiled, strict=True)}
    return files
