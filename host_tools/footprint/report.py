"""The footprint as a text: sizes, heap after each first use, heap of a control tick."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from .compiled import Module, compile_runtime
from .features import FEATURES, START
from .heap import FILES, ROMFS, STORES, Step, measure
from .ticks import measure_ticks

RUNTIME = Path(__file__).resolve().parents[2] / "lib" / "rover"
# Bytes: of all modules on flash; of heap after `Rover()`; of heap in a control tick.
MOST_FLASH = 60 * 1024
MOST_AFTER_ROVER = {ROMFS: 30 * 1024, FILES: 45 * 1024}
MOST_IN_A_TICK = 0
BOARD = "pico_rover"
_SETUP = "import rover_board\n"


def own_report(board: str = BOARD) -> Iterator[str]:
    """Our own runtime: all of it."""
    modules = compile_runtime(RUNTIME)
    yield from sizes(modules)
    yield f"  at most {MOST_FLASH}"
    yield f"\nHeap after the first use, alone, in a fresh interpreter ({board}), bytes\n"
    yield _row("", *(f"from {store}" for store in STORES))
    for name, values in first_uses(modules, board).items():
        yield _row(name, *(value.error.split(" ")[0] if value.error else value.bytes for value in values))
    together = ["; ".join(line for line in START.splitlines()), *FEATURES.values()]
    last = {store: measure(modules, store, board, together)[-1] for store in STORES}
    yield _row("all of them, in one program", *(last[store].bytes for store in STORES))
    yield f"  after Rover() at most {MOST_AFTER_ROVER[FILES]} and {MOST_AFTER_ROVER[ROMFS]}"
    yield "\nHeap that a control tick takes, mean of 100 ticks of a moving robot, bytes\n"
    for tick in measure_ticks():
        yield _row(tick.motion, f"{tick.bytes:g}") + (f"  {tick.failed}" if tick.failed else "")
    yield f"  at most {MOST_IN_A_TICK}"


def first_uses(modules: Sequence[Module], board: str = BOARD) -> dict[str, list[Step]]:
    """Heap after `Rover()` and after each feature's first use, from files and from a ROMFS."""
    start = [measure(modules, store, board, [START])[-1] for store in STORES]
    found = {"Rover()": start}
    for name, text in FEATURES.items():
        found[name] = [measure(modules, store, board, [START, _SETUP + text])[-1] for store in STORES]
    return found


def other_report(folder: Path, board: str = BOARD) -> Iterator[str]:
    """Another runtime: its sizes, and the heap after each of its modules has been imported, alone."""
    modules = compile_runtime(folder)
    yield from sizes(modules)
    yield f"\nHeap after `import`, alone, in a fresh interpreter ({board}), bytes\n"
    yield _row("", *(f"from {store}" for store in STORES))
    for module in modules:
        if module.mpy:
            values = [measure(modules, store, board, [f"import {module.name}"])[-1] for store in STORES]
            yield _row(module.name, *(value.bytes if not value.error else "–" for value in values)) + _why(values)


def sizes(modules: Sequence[Module]) -> Iterator[str]:
    yield "Modules on flash, .mpy, bytes\n"
    for module in modules:
        yield _row(module.name, len(module.mpy) if module.mpy else "–") + (f"  {module.fault}" if module.fault else "")
    yield _row("in all", sum(len(module.mpy) for module in modules))


def _why(values: Sequence[Step]) -> str:
    errors = {value.error for value in values if value.error}
    return "  cannot be imported here: " + "; ".join(sorted(errors))[:100] if errors else ""


def _row(name: str, *values: object) -> str:
    return f"  {name:32}" + "".join(f"{value:>14}" for value in values)
