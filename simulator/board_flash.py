"""What lies on a robot's flash when a program starts: the runtime, the pin map, and the program's own files."""

from base64 import b64encode
from functools import cache
from pathlib import Path

from .program import Program
from .scene.chips import profile_of
from .scene.model import Robot

ROOMS = Path(__file__).resolve().parent.parent


def board_modules(board: str) -> tuple[str, ...]:
    """What a program on that board may import, the runtime included."""
    profile = profile_of(board)
    return tuple(sorted((*profile.OWN_MODULES, *profile.NATIVE_MODULES, "rover")))


def board_flash(robot: Robot, program: Program) -> dict[str, str]:
    """Absolute path on the board: content in base64. As `mpremote` would leave it there."""
    flash = dict(_runtime())
    pin_map = ROOMS / "device" / "boards" / f"{robot.board}.py"
    flash["/rover_board.py"] = _base64(pin_map.read_bytes())
    flash.update({"/" + path: _base64(text.encode()) for path, text in program.files.items()})
    flash.update({"/" + path: _base64(content) for path, content in program.data.items()})
    return flash


def _base64(content: bytes) -> str:
    return b64encode(content).decode("ascii")


@cache
def _runtime() -> dict[str, str]:
    lib = ROOMS / "lib"
    return {
        "/lib/" + path.relative_to(lib).as_posix(): _base64(path.read_bytes()) for path in sorted(lib.rglob("*.py"))
    }
