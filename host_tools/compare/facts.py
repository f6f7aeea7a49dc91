"""Gathers the facts of one board: each probe in turn, in a folder of its own that is taken away again."""

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..cable.problem import CableProblem
from .kinds import Kind
from .line import CTRL_D, RAW_READY, BoardError, BoardSilent, Line
from .names import name_facts
from .resets import order_facts, reset_facts, soft_reset_facts
from .wire import ENDED, Facts, friendly_facts, raw_facts

HOME = "/_marshrut_compare"
MARK = f"{HOME}/made_by_marshrut"
FOLDER = f"{HOME}/work"
ROOM = 96 * 1024
BARE, RESETS, INSTALLED, EMPTY = "bare", "resets", "installed", "empty"

_PROGRAMS = Path(__file__).resolve().parent / "board"
_FACT = re.compile("\x02([^\t]*)\t([^\x03]*)\x03")
_TAKE_AWAY = """
import os
def _away(path):
    try:
        if os.stat(path)[0] & 0x4000:
            for name in os.listdir(path):
                _away(path + "/" + name)
        os.remove(path)
    except OSError:
        pass
os.chdir("/")
"""


@dataclass(frozen=True)
class Probe:
    """`needs`: nothing wired (BARE), leave to start it anew (RESETS), Marshrut on it (INSTALLED), or no boot.py and
    main.py (EMPTY)."""

    name: str
    gather: Callable[[Line, Kind], Facts]
    needs: frozenset[str] = frozenset()


def program_of(probe: str, kind: Kind) -> str:
    """What runs on the board: the pins and the folder, `fact`, and the probe's own file."""
    texts = [(_PROGRAMS / f"{name}.py").read_text(encoding="utf-8") for name in ("_fact", probe)]
    return kind.constants(FOLDER) + "\n".join(_without_docstring(text) for text in texts)


def _program_facts(probe: str, line: Line, kind: Kind) -> Facts:
    line.run(f"import os\nos.mkdir({FOLDER!r})")
    said = line.run(program_of(probe, kind), 30.0)
    return dict(_FACT.findall(said))


def _program(probe: str, *needs: str) -> Probe:
    return Probe(probe, partial(_program_facts, probe), frozenset(needs))


def _with_folder(line: Line, kind: Kind) -> Facts:
    line.raw()
    line.run(f"import os\nos.mkdir({FOLDER!r})")
    return reset_facts(line, FOLDER)


PROBES: tuple[Probe, ...] = (
    _program("identity"),
    _program("numbers"),
    _program("errors"),
    _program("files"),
    _program("clock"),
    _program("timers"),
    _program("adc"),
    _program("costs"),
    _program("limits"),
    Probe("names", lambda line, kind: name_facts(line, kind.chip)),
    _program("pins", BARE),
    _program("buses", BARE),
    _program("launcher", INSTALLED),
    Probe("friendly", lambda line, _: friendly_facts(line)),
    Probe("raw", lambda line, _: raw_facts(line)),
    Probe("soft-reset", lambda line, _: soft_reset_facts(line), frozenset({RESETS})),
    Probe("resets", _with_folder, frozenset({RESETS})),
    Probe("order", lambda line, _: order_facts(line), frozenset({RESETS, EMPTY})),
)


def state_of(line: Line) -> frozenset[str]:
    """INSTALLED, EMPTY or neither. Nothing is changed."""
    line.raw()
    there = set(line.run("import os\nprint(' '.join(os.listdir('/')))").split())
    found = {INSTALLED} if there & {"launcher.py", "launcher.mpy"} else set()
    return frozenset(found | ({EMPTY} if not there & {"boot.py", "main.py"} else set()))


def gather(
    line: Line, kind: Kind, probes: Collection[Probe], tell: Callable[[str], None] = lambda name: None
) -> dict[str, Facts]:
    """The facts of each probe by its name; `tell` hears which one begins. CableProblem where the board has no room, or
    something of somebody else's under our name; BoardSilent when it answers no more."""
    found = {}
    with _own_folder(line):
        for probe in probes:
            tell(probe.name)
            try:
                _fresh(line)
                found[probe.name] = probe.gather(line, kind)
            except BoardError as error:
                found[probe.name] = {ENDED: str(error).splitlines()[-1]}
            except BoardSilent as silent:
                found[probe.name] = {ENDED: f"silent: {silent.said!r}"}
            _tidy(line, FOLDER)
    return found


@contextmanager
def _own_folder(line: Line) -> Iterator[None]:
    line.raw()
    asked = line.run(
        f"import os\ns = os.statvfs('/')\nprint(s[0] * s[3])\n"
        f"try:\n print(os.listdir({HOME!r}))\nexcept OSError:\n print('none')"
    ).split("\n")
    if asked[1] not in ("none", "[]") and repr(MARK.rpartition("/")[2]) not in asked[1]:
        raise CableProblem("compare-folder-taken", folder=HOME)
    if int(asked[0]) < ROOM:
        raise CableProblem("compare-no-room", free=int(asked[0]) // 1024, needed=ROOM // 1024)
    _tidy(line, HOME)
    line.run(f"import os\nos.mkdir({HOME!r})\nopen({MARK!r}, 'w').close()")
    try:
        yield
    finally:
        _tidy(line, HOME)


def _tidy(line: Line, path: str) -> None:
    """Take the folder away, with all in it."""
    line.raw()
    line.run(f"{_TAKE_AWAY}_away({path!r})\n")


def _fresh(line: Line) -> None:
    """Start the interpreter anew, as mpremote does before a program: boot.py runs, main.py does not."""
    line.raw()
    said = line.talk(CTRL_D, RAW_READY)
    if not said.endswith(RAW_READY):
        raise BoardSilent(said)


def _without_docstring(text: str) -> str:
    return text.split('"""', 2)[2] if text.startswith('"""') else text
