"""Records as `rover.telemetry` writes and `marshrut logs` fetches them; what is wrong with one is told by its line."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from marshrut.simulator.problems import Problem
from marshrut.simulator.toml_file import open_text

TIME = "ms"
COUNTS = ("left_count", "right_count")
DUTIES = ("left_duty", "right_duty")
FULL = 65535  # what a duty is at full power
BATTERY = "battery_mv"
MOST_BYTES = 64_000_000
MOST_ROWS = 200_000
LEAST_ROWS = 50
LEAST_MS = 1500

Column = tuple[int | None, ...]


class FitProblem(Problem):
    """A record that nothing can be learned from."""


@dataclass(frozen=True)
class Record:
    name: str
    times_ms: tuple[int, ...]
    columns: dict[str, Column]

    def counts(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Left and right; a count is never missing, see `read_record`."""
        left, right = (tuple(value or 0 for value in self.columns[name]) for name in COUNTS)
        return left, right

    def drives(self) -> bool:
        """Whether it says what the motors were given."""
        return all(name in self.columns for name in DUTIES)

    def line_columns(self) -> list[str]:
        """The line sensors', from left to right."""
        names = [name for name in self.columns if name.startswith("line") and name[4:].isascii() and name[4:].isdigit()]
        return sorted(names, key=lambda name: int(name[4:]))


def read_record(path: Path) -> Record:
    """FitProblem or FileProblem says what is wrong with it, and in which line."""
    lines = _lines(path)
    names = [name.strip() for name in lines[0].split(",")] if lines else []
    if len(names) < 2 or names[0] != TIME:
        raise FitProblem("fit-no-record", str(path))
    double = next((name for name in names if names.count(name) > 1), None)
    if double is not None:
        raise FitProblem("fit-column-twice", f"{path}:1", name=double)
    missing = [name for name in COUNTS if name not in names]
    if missing:
        raise FitProblem("fit-column-missing", f"{path}:1", names=", ".join(missing))
    if not all(name in names for name in DUTIES) and not any(name.startswith("line") for name in names):
        raise FitProblem("fit-column-missing", f"{path}:1", names=", ".join(DUTIES))
    rows = _rows(path, lines, names)
    times = [row[0] or 0 for row in rows]
    if len(rows) < LEAST_ROWS or times[-1] - times[0] < LEAST_MS:
        span = (times[-1] - times[0]) / 1000 if times else 0.0
        raise FitProblem(
            "fit-short", str(path), count=len(rows), seconds=round(span, 1), least=LEAST_ROWS, least_s=LEAST_MS / 1000
        )
    columns = {name: tuple(row[i] for row in rows) for i, name in enumerate(names) if i}
    record = Record(str(path), tuple(times), columns)
    if all(max(counts) - min(counts) < 10 for counts in record.counts()):
        raise FitProblem("fit-still", str(path))
    return record


def _lines(path: Path) -> list[str]:
    with open_text(path, MOST_BYTES) as file:
        lines = [line.rstrip("\n") for line in islice(file, MOST_ROWS + 1)]
    if len(lines) > MOST_ROWS:
        raise FitProblem("fit-large", str(path), most=MOST_ROWS)
    return lines


def _rows(path: Path, lines: list[str], names: list[str]) -> list[list[int | None]]:
    """Whole numbers, and None for an empty cell. A last line that was cut off is left out."""
    rows: list[list[int | None]] = []
    for number, line in enumerate(lines[1:], start=2):
        where, cells = f"{path}:{number}", line.split(",")
        if len(cells) != len(names):
            if number == len(lines):
                break
            raise FitProblem("fit-cells", where, count=len(cells), wanted=len(names))
        row: list[int | None] = []
        for name, cell in zip(names, cells, strict=True):
            value = _whole(cell.strip())
            if value is None and (cell.strip() or name in (TIME, *COUNTS)):
                raise FitProblem("fit-cell", where, name=name, got=cell.strip()[:20], empty=int(not cell.strip()))
            if name in DUTIES and abs(value or 0) > FULL:
                raise FitProblem("fit-duty", where, name=name, got=str(value), full=str(FULL))
            row.append(value)
        if rows and (row[0] or 0) <= (rows[-1][0] or 0):
            raise FitProblem("fit-times", where, before=rows[-1][0] or 0, after=row[0] or 0)
        rows.append(row)
    return rows


def _whole(text: str) -> int | None:
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 12 else None
