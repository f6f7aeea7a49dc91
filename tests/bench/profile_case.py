"""Where the host's time goes in a case, by module and by function, as a profiler sees it."""

import cProfile
import pstats
from collections import Counter
from pathlib import Path

import marshrut.simulator.run
from cases import Case
from simulated import simulate

SIMULATOR = Path(marshrut.simulator.run.__file__).parent
MODULES, FUNCTIONS = 20, 25
WAITS = ("posix.read", "posix.write")  # the programs' processes work meanwhile


def profiled(case: Case, runtime: str) -> list[str]:
    """The lines of both tables. A profiler makes every call dearer, so shares count here, not seconds; the pipes to the
    programs' processes are not in it."""
    simulate(case, runtime, nothing=True)  # what is loaded, only once
    profiler = cProfile.Profile()
    profiler.enable()
    simulate(case, runtime)
    profiler.disable()
    calls: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    functions = []
    for (file, line, name), (_, count, own_s, _, _) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
        if any(wait in name for wait in WAITS):
            continue
        room = _room(file)
        calls[room] += count
        spent[room] += own_s
        functions.append((own_s, count, f"{room}:{line} {name}" if line else name))
    whole = sum(spent.values())
    lines = [f"{case.name} on {runtime}: the host's time, by module", f"{'%':>6}{'calls':>10}"]
    lines += [f"{100 * own_s / whole:6.1f}{calls[room]:10d}  {room}" for room, own_s in spent.most_common(MODULES)]
    lines += ["by function", f"{'%':>6}{'calls':>10}"]
    most = sorted(functions, reverse=True)[:FUNCTIONS]
    lines += [f"{100 * own_s / whole:6.1f}{count:10d}  {what}" for own_s, count, what in most]
    return lines


def _room(file: str) -> str:
    """A module of the simulator by its place in it; all else together."""
    path = Path(file)
    if path.is_relative_to(SIMULATOR):
        return path.relative_to(SIMULATOR).as_posix()
    return "built-in" if file == "~" else "other modules"
