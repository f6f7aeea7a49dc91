"""Imports point one way: host_tools → simulator → curriculum (data); what judges and draws never sees the world."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SIMULATOR = ROOT / "simulator"
# What runs inside a child, under other names than the host's.
ON_BOARD = (
    *(SIMULATOR / "board").glob("*.py"),
    *(SIMULATOR / "clock").glob("_[a-z]*.py"),
    *(SIMULATOR / "runners" / "micropython" / "board").glob("*.py"),
    *(SIMULATOR / "scoring" / "board").glob("*.py"),
)
MICROPYTHON_MODULES = frozenset(
    "array asyncio binascii errno framebuf gc io json machine math micropython os random re rp2 struct sys time".split()  # noqa: SIM905
)
# A room of the simulator, and the rooms it may not know.
FORBIDDEN = {
    "scene": {"world", "devices", "runners", "judge", "replay", "result", "trace"},
    "generators": {"world", "devices", "runners", "judge", "replay", "result", "trace", "tasks", "clock"},
    "trace": {"world", "devices", "runners", "judge", "replay", "result", "scene"},
    "devices": {"world", "runners", "judge", "replay", "result", "trace"},
    "world": {"runners", "judge", "replay", "result", "trace", "tasks"},
    "judge": {"world", "devices", "runners", "replay", "clock"},
    "scoring": {"world", "devices", "scene", "replay", "result"},
    "replay": {"world", "devices", "runners", "judge", "clock"},
    "result": {"world", "devices", "runners", "replay", "clock"},
    "tasks": {"world", "devices", "runners", "judge", "replay", "result", "trace"},
    "clock": {"world", "devices", "runners", "judge", "replay", "result", "trace", "scene", "tasks"},
    "console": {
        "world",
        "devices",
        "runners",
        "judge",
        "replay",
        "result",
        "tasks",
        "trace",
        "scene",
        "clock",
        "virtual_board",
    },
    "virtual_board": {"devices", "replay", "result"},
    "runners": {"virtual_board", "console", "world", "devices", "judge", "replay", "result", "tasks"},
}


def imports(path: Path) -> set[str]:
    """The full dotted names that a file of the package imports, relative ones made absolute."""
    package = ["marshrut", *path.relative_to(ROOT).parent.parts]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            found |= {name} if node.module else {f"{name}.{alias.name}" for alias in node.names}
    return found


def host_files(room: Path) -> list[Path]:
    return [path for path in sorted(room.rglob("*.py")) if path not in ON_BOARD and "node_modules" not in path.parts]


def test_the_simulator_does_not_know_the_tools() -> None:
    for path in host_files(SIMULATOR):
        assert not {name for name in imports(path) if name.startswith("marshrut.host_tools")}, path


@pytest.mark.sample(4)
@pytest.mark.parametrize("room", FORBIDDEN)
def test_a_room_of_the_simulator_knows_only_what_it_may(room: str) -> None:
    files = host_files(SIMULATOR / room)
    assert files
    for path in files:
        known = {name.split(".")[2] for name in imports(path) if name.startswith("marshrut.simulator.")}
        assert not known & FORBIDDEN[room], f"{path} imports {known & FORBIDDEN[room]}"


@pytest.mark.parametrize("room", ["lib", "device"])
def test_on_robot_code_knows_only_the_board(room: str) -> None:
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                continue
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                assert name.split(".")[0] in MICROPYTHON_MODULES | {
                    "rover",
                    "rover_board",
                    "launcher",
                    "finish_push",
                }, f"{path}: {name}"


def test_the_curriculum_is_data() -> None:
    """Python there is only what pupils are given and hand in: programs."""
    for path in (ROOT / "curriculum").rglob("*.py"):
        assert {"programs", "starter", "solutions", "mutants"} & set(path.parts), path


def test_nothing_else_lies_at_the_top() -> None:
    import subprocess

    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    top = {line.split("/")[0] for line in listed.splitlines()}
    rooms = {"device", "lib", "simulator", "curriculum", "host_tools", "tests", "docs", ".ci"}
    files = {"Makefile", "README.md", "CONTRIBUTING.md", "LICENSE", "pyproject.toml", ".gitignore"}
    # the locked versions that `make setup` installs
    locks = {f"requirements{what}.txt" for what in ("", "-node", "-stubs-esp32", "-stubs-rp2")}
    assert top <= rooms | files | locks
