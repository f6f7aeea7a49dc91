"""What is to lie on a board: the runtime as bytecode, the launcher, a pin map, and a pupil's program."""

from collections.abc import Container, Mapping
from itertools import chain, count
from pathlib import PurePosixPath

from marshrut.simulator.installed_flash import ROOMS, installed_flash
from marshrut.simulator.program import Program, ProgramError
from marshrut.simulator.real_boards import MODULES
from marshrut.simulator.scene.chips import CHIPS, profile_of

MAIN, PROGRAM = "main.py", "/program.py"
PIN_MAP = "/rover_board.py"
FIRST = ("/finish_push.mpy", "/boot.py")  # what finishes a push that is cut off comes before all that it brings
TEXTS = ("/boot.py", "/main.py")  # ours, but a file of that name may have been there before
RUNTIME_FOLDER = "/lib/rover/"
PIN_MAPS = tuple(CHIPS)
MODULE_NAMES = frozenset(("rover", "rover_board", "launcher", "finish_push", "boot")).union(*MODULES.values())


def runtime_files(pin_map: str) -> dict[str, bytes]:
    """Absolute path: content."""
    return dict(installed_flash(pin_map))


def program_files(program: Program) -> dict[str, bytes]:
    """A program's main file is called program.py on the board, where main.py is the launcher. ProgramError for a name
    that is the robot's own or MicroPython's."""
    files: dict[str, bytes] = {}
    for name, text in program.files.items():
        files["/" + name if name != MAIN else PROGRAM] = text.encode()
    files |= {"/" + name: content for name, content in program.data.items()}
    stems = {_stem(path) for path in runtime_files(PIN_MAPS[0])}
    for path in files:
        if _stem(path) in stems or path.startswith("/.") or path == "/lib" or _hides_a_module(path):
            raise ProgramError("push-name-taken", file=path[1:], program=program.name)
    if MAIN in program.files and "program.py" in program.files:
        raise ProgramError("push-name-taken", file="program.py", program=program.name)
    return files


def _hides_a_module(path: str) -> bool:
    """Whether a board would take that for a module of the robot's or of MicroPython's own: files come before both."""
    first, _, inner = path.removeprefix("/lib").removeprefix("/").partition("/")
    return (first if inner else _stem(first)) in MODULE_NAMES and (bool(inner) or first.endswith((".py", ".mpy")))


def free_name(path: str, mark: str, taken: Container[str], suffix: str = ".py") -> str:
    """/main.py: /main_before.py, or /main_before_2.py …"""
    stem = f"{path.removesuffix(suffix)}_{mark}"
    names = chain((stem + suffix,), (f"{stem}_{number}{suffix}" for number in count(2)))
    return next(name for name in names if name not in taken)


def is_runtime(path: str) -> bool:
    """Whether the runtime, in whatever version and form, owns a file of that name."""
    return path.startswith(RUNTIME_FOLDER) or _stem(path) in ("/launcher", "/finish_push") or path in TEXTS


def platform_of(pin_map: str) -> str:
    return str(profile_of(pin_map).PLATFORM)


def pin_map_text(pin_map: str) -> bytes:
    return (ROOMS / "device" / "boards" / f"{pin_map}.py").read_bytes()


def pin_map_for(build: str) -> str:
    """The pin map of the robot that has a board with that firmware, of several the first, our plain rover; "" where
    none has. Another robot's is asked for by its name, once: it stays on the board."""
    fitting = [name for name in PIN_MAPS if build == profile_of(name).BUILD]
    return fitting[0] if fitting else ""


def folders_of(files: Mapping[str, object]) -> list[str]:
    """All folders these files need, outer ones first."""
    needed = {str(folder) for path in files for folder in PurePosixPath(path).parents if str(folder) != "/"}
    return sorted(needed)


def _stem(path: str) -> str:
    return path.removesuffix(".py").removesuffix(".mpy")
