"""Writes `docs/reference/board-names.md`: every name, board by board. `python -m marshrut.simulator.board_names`.

What a simulated board offers is asked of it: a program lists its modules, on both interpreters. What the real one has
is in `real_boards.py`, and what is only nearly the same in `approximations.py`.
"""

from pathlib import Path

from .approximations import APPROXIMATE
from .messages import say
from .real_boards import BOARDS, MODULES, NAMES, names
from .runners.alone import run_alone
from .runners.child import Boot, Patience
from .runners.factory import RUNTIMES, runner_for
from .syntax_gate import syntax_fault

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "board-names.md"
PROFILES = Path(__file__).resolve().parent / "board" / "profiles"
LANGUAGES = ("en", "ru", "kk")
EXACT, ABSENT, NONE = "✓", "✗", "–"
LONG_US = 1_000_000_000
# Streams of the real ones answer it in C, out of a program's sight; ours are written in Python.
OF_THE_STREAM_PROTOCOL = frozenset(("ioctl",))

LISTING = """
def public(whole):
    return " ".join(name for name in dir(whole) if name[0] != "_")

for module in MODULES:
    try:
        whole = __import__(module)
    except ImportError:
        continue
    print(module, public(whole))
    for owner in CLASSES:
        name = owner[len(module) + 1:]
        if owner[: len(module) + 1] == module + "." and hasattr(whole, name):
            print(owner, public(getattr(whole, name)))
found = []
for name in BUILTINS:
    try:
        eval(name)
        found.append(name)
    except NameError:
        pass
print("builtins", " ".join(found))
"""


def boards() -> tuple[str, ...]:
    """The profiles that there are, in the order of the page's columns."""
    return tuple(board for board in BOARDS if (PROFILES / f"{board}.py").is_file())


def offered(board: str, runtime: str) -> dict[str, frozenset[str]]:
    """What a program finds on the simulated board: the names of each module and of the classes that are listed."""
    modules = sorted(set().union(*MODULES.values()) - {"builtins"})
    program = (
        f"MODULES = {modules!r}\nCLASSES = {[owner for owner in NAMES if '.' in owner]!r}\n"
        f"BUILTINS = {NAMES['builtins']['all'].split()!r}\n{LISTING}"
    )
    boot = Boot(board=board, seed=0, program=program, flash={}, output_cap=1 << 20)
    with runner_for(runtime, trusted=True).start(boot, Patience()) as child:
        said = run_alone(child, LONG_US)
    if said.fault is not None or said.ended != "program_end":
        raise RuntimeError(f"{said.ended}: {said.fault}")
    lines = said.text.splitlines()
    return {line.split()[0]: frozenset(line.split()[1:]) for line in lines} | _decorators()


def _decorators() -> dict[str, frozenset[str]]:
    """Those that a program may put before a function: both runners refuse the same ones before they start."""
    found = {}
    for owner in (owner for owner in NAMES if owner.startswith("@")):
        every = " ".join(NAMES[owner].values()).split()
        text = f"import {owner[1:]}\n{owner}.{{}}\ndef f():\n    pass\n"
        found[owner] = frozenset(name for name in every if syntax_fault("main.py", text.format(name)) is None)
    return found


def reason(owner: str, name: str) -> str:
    """The id of the message that says what is not exact; nothing for what is."""
    whole = f"{owner}.{name}"
    return APPROXIMATE.get(whole) or APPROXIMATE.get(owner) or ""


def state(board: str, found: dict[str, frozenset[str]], owner: str, name: str) -> str:
    """A cell of the table."""
    if name not in names(owner, board):
        return NONE
    if name not in found.get(owner, ()):
        return ABSENT
    why = reason(owner, name)
    return "≈ " + why.removeprefix("approximate-") if why else EXACT


def page() -> str:
    """The whole page: what the marks mean, in each language, then one table for each module."""
    listed = {board: offered(board, "micropython") for board in boards()}
    sections = ["<!-- Written by simulator/board_names.py; a test compares. -->\n"]
    for lang in LANGUAGES:
        lines = [f"## {say(lang, 'board-names-title')}", "", say(lang, "board-names-intro"), ""]
        lines += [
            f"- {mark}: {say(lang, message_id)}"
            for mark, message_id in (
                (EXACT, "board-names-exact"),
                (ABSENT, "board-names-absent"),
                (NONE, "board-names-none"),
            )
        ]
        lines += [
            f"- ≈ {why.removeprefix('approximate-')}: {say(lang, why)}" for why in sorted(set(APPROXIMATE.values()))
        ]
        sections.append("\n".join(lines) + "\n")
    for module in sorted(set().union(*(MODULES[board] for board in listed))):
        sections.append(_table(module, listed))
    return "\n".join(sections)


def _table(module: str, listed: dict[str, dict[str, frozenset[str]]]) -> str:
    lines = [f"### {module}", "", _line(["", *(BOARDS[board] for board in listed)]), _line(["---"] * (len(listed) + 1))]
    if module != "builtins":
        lines.append(_line([f"`import {module}`", *(_module_state(board, listed[board], module) for board in listed)]))
    there = any(module in found for found in listed.values())
    for owner in sorted(owner for owner in NAMES if owner.lstrip("@").split(".")[0] == module):
        every = frozenset[str]().union(*(names(owner, board) for board in listed))
        if there:
            lines += [
                _line([f"`{owner}.{name}`", *(state(board, listed[board], owner, name) for board in listed)])
                for name in sorted(every)
            ]
    return "\n".join(lines) + "\n"


def _module_state(board: str, found: dict[str, frozenset[str]], module: str) -> str:
    if module not in MODULES[board]:
        return NONE
    return EXACT if module in found else ABSENT


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def differences(board: str) -> list[str]:
    """Names that a simulated board has and the real one has not, or that one of the interpreters offers alone."""
    by_runtime = {runtime: offered(board, runtime) for runtime in RUNTIMES}
    faults = []
    for owner, found in sorted(by_runtime["micropython"].items()):
        extra = found - names(owner, board) - OF_THE_STREAM_PROTOCOL
        faults += [f"{owner}.{name}: not on the real {board}" for name in sorted(extra)]
        other = by_runtime["cpython"].get(owner, frozenset())
        if APPROXIMATE.get(owner) != "approximate-one-runner":
            faults += [f"{owner}.{name}: not on cpython" for name in sorted(found - other)]
            if "." not in owner:
                faults += [f"{owner}.{name}: on cpython only" for name in sorted(other - found)]
    return faults


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
