"""The table of all that was measured: to read, and as JSON to compare later ones with."""

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from marshrut.simulator.runners.micropython import node_version
from measuring import LOOP, loop_s
from worker import Figures

HEAD = (
    f"{'case':14}{'interpreter':13}{'CPU s':>7}{'host':>7}{'child':>7}{'allowed':>9}{'alone':>7}{'share':>7}"
    f"{'frames':>8}{'µs/step':>9}{'MB':>5}{'start':>7}"
)
LEGEND = """\
CPU s     of all processes for the simulated minute, without their start; of these the host's and the programs'
allowed   what is aimed at; docs/decisions/speed.md says what is reached, and why not less
alone     the same program and runtime on a board that does nothing, in the same interpreter; share: how many times that
µs/step   CPU of all processes for each 5 ms of physics;  MB: the most that host and programs held
start     CPU s of programs that do nothing, in the same world"""


@dataclass(frozen=True)
class Row:
    case: str
    runtime: str
    allowed_s: float | None
    figures: Figures

    def line(self) -> str:
        found = self.figures
        allowed = f"{self.allowed_s:.1f}" if self.allowed_s else "–"
        alone = f"{found.alone_s:.2f}" if found.alone_s else "–"
        share = f"{found.cpu_s / found.alone_s:.1f}" if found.alone_s else "–"
        return (
            f"{self.case:14}{self.runtime:13}{found.cpu_s:7.2f}{found.host_s:7.2f}{found.children_s:7.2f}{allowed:>9}"
            f"{alone:>7}{share:>7}{found.frames:8d}{found.cpu_s / found.steps * 1e6:9.1f}{found.peak_mb:5.0f}"
            f"{found.start_s:7.2f}"
        )


@dataclass(frozen=True)
class PeerRow:
    """Another simulator; `says` is what of the case it does, or why there are no figures."""

    name: str
    cpu_s: float | None
    start_s: float | None
    steps: int
    says: str

    def lines(self) -> list[str]:
        first = f"{self.name:27}"
        if self.cpu_s is not None and self.start_s is not None:
            blanks = " " * (7 + 7 + 9 + 7 + 7 + 8)
            first += f"{self.cpu_s:7.2f}{blanks}{self.cpu_s / self.steps * 1e6:9.1f}{'':5}{self.start_s:7.2f}"
        return [first, f"  {self.says}"]


@dataclass(frozen=True)
class Machine:
    """The computer, and how fast Python is on it."""

    loop_s: float
    python: str
    node: str
    platform: str

    @classmethod
    def this(cls) -> "Machine":
        return cls(loop_s(), platform.python_version(), node_version(), platform.platform())

    def line(self) -> str:
        loop = f"a loop of {LOOP:,} turns takes {self.loop_s:.3f} s here"
        return f"{self.platform}, Python {self.python}, Node {self.node}; {loop}: multiply by what it takes elsewhere"


def write_json(path: Path, machine: Machine, rows: Sequence[Row], peers: Sequence[PeerRow]) -> None:
    document = {"machine": asdict(machine), "rows": [asdict(row) for row in rows], "peers": [asdict(p) for p in peers]}
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
