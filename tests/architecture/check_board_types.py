"""Checks what runs on the robot, `lib/` and `device/`, against the types of each board's modules. Run by `make lint`.

The stubs are those of `micropython-rp2-stubs` and `micropython-esp32-stubs`. They take the place of the stubs of the
standard library, so each set has a folder of its own, outside site-packages (`make setup` puts it there, by hash).

On-board code has no annotations: mypy knows a value by what it is first. So two of its questions are left out for all
of it: whether an attribute that begins as None is still None (`--no-strict-optional`), and what a list or dict that
begins empty will hold (`var-annotated`). What the stubs themselves get wrong is listed below, case by case.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
STUBS = Path(sys.prefix) / "stubs"
CACHE = ROOT / ".mypy_cache"
# Board: what it does not run.
PORTS = {"rp2": (), "esp32": ("lib/rover/pio_encoder.py",)}


@dataclass(frozen=True)
class Known:
    """A complaint that is not the code's fault: in which file (a pattern), mypy's code, what it says, and why."""

    file: str
    code: str
    text: str
    why: str


KNOWN = (
    Known(
        r"lib/rover/\w+\.py", "assignment", r'expression has type "_Ticks[MU]s", variable has type "(int|None)"',
        "ticks are whole numbers; the stubs give them a type of their own, and an attribute begins as 0 or None",
    ),
    Known(
        r"lib/rover/\w+\.py", "type-var", r'"_Ticks" of "ticks_(add|diff)" cannot be "int"',
        "the same: the attribute that holds the ticks began as 0",
    ),
    Known(
        r"lib/rover/pio_encoder\.py", "name-defined", r'Name "\w+" is not defined',
        "the assembler's names, which @asm_pio puts there",
    ),
    Known(
        r"lib/rover/pio_encoder\.py", "index", r"_PIO_ASM_Program",
        "an assembled program is a list, whose EXECCTRL the module sets",
    ),
    Known(
        r"lib/rover/encoder\.py", "attr-defined", r'Module "machine" has no attribute "Encoder"',
        "the module is there to ask which port has it",
    ),
    Known(
        r"lib/rover/encoder\.py", "assignment", r'Incompatible import of "Encoder"',
        "two classes of one API, one for each port",
    ),
    Known(
        r"lib/rover/motion\.py", "misc", r'"yield from" can\'t be applied to "Coroutine',
        "a coroutine of MicroPython's is a generator",
    ),
    Known(
        r"(lib/rover|device)/\w+\.py", "import-not-found", r'named "(rover_board|program)"',
        "lies on the board: its pin map, and the pupil's program",
    ),
    Known(
        r"lib/rover/robot\.py", "no-redef", r'Name "board" already defined',
        "the argument is None there, and the module takes its place",
    ),
)  # fmt: skip
_LINE = re.compile(r"(?P<file>[^:]+):(?P<line>\d+): error: (?P<text>.*)  \[(?P<code>[\w-]+)\]$")


def complaints(port: str, sources: list[Path], cache: Path = CACHE) -> Iterator[re.Match[str]]:
    """What mypy says of these files with that board's stubs, but for the stubs' own faults."""
    stubs = STUBS / port
    skipped = PORTS[port]
    shown = [str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path) for path in sources]
    command = [
        sys.executable, "-m", "mypy", "--config-file=", f"--cache-dir={cache / port}",
        f"--custom-typeshed-dir={stubs}", "--no-site-packages", "--no-strict-optional", "--check-untyped-defs",
        "--disable-error-code=var-annotated", "--explicit-package-bases", "--hide-error-context", "--no-error-summary",
        *(name for name in shown if name not in skipped),
    ]  # fmt: skip
    path = f"{stubs}:{ROOT / 'lib'}:{ROOT / 'device'}"
    done = subprocess.run(command, cwd=ROOT, env={"MYPYPATH": path}, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr or done.stdout)
    for line in done.stdout.splitlines():
        match = _LINE.match(line)
        if match and match["file"] in shown and match["file"] not in skipped:
            yield match


def on_board_sources() -> list[Path]:
    """All that lies on a robot; `rover-stubs` and the recipes for a firmware do not."""
    found = [*(ROOT / "lib" / "rover").rglob("*.py"), *(ROOT / "device").rglob("*.py")]
    return sorted(path for path in found if path.name != "manifest.py")  # which the firmware's build reads


def main() -> int:
    if shutil.which("mypy", path=str(Path(sys.executable).parent)) is None:
        print("mypy is not installed")
        return 3
    missing = [port for port in PORTS if not (STUBS / port / "machine.pyi").is_file()]
    if missing:
        print(f"The boards' stubs are missing ({', '.join(missing)}). Try: make setup")
        return 3
    sources = on_board_sources()
    used: set[Known] = set()
    wrong = 0
    for port in PORTS:
        for match in complaints(port, sources):
            known = next(
                (
                    one
                    for one in KNOWN
                    if one.code == match["code"]
                    and re.fullmatch(one.file, match["file"])
                    and re.search(one.text, match["text"])
                ),
                None,
            )
            if known:
                used.add(known)
            else:
                wrong += 1
                print(f"{match['file']}:{match['line']}: {match['text']} [{match['code']}] on {port}")
    for one in KNOWN:
        if one not in used:
            wrong += 1
            print(f"{Path(__file__).name}: nothing needs this exception any more: {one.file} {one.text}")
    if not wrong:
        print(f"{len(sources)} files of the robot fit the modules of {' and '.join(PORTS)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
