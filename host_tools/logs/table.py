"""A table as `rover.telemetry` writes it: whole numbers, a time in ms first; an empty cell is nothing measured."""

from dataclasses import dataclass

TIME = "ms"


@dataclass(frozen=True)
class Log:
    times_ms: tuple[int, ...]
    channels: dict[str, tuple[int | None, ...]]


def read_log(text: str) -> Log | None:
    """None for what is no such table; a last line that was cut off is left out."""
    lines = text.splitlines()
    names = lines[0].split(",") if lines else []
    if len(names) < 2 or names[0] != TIME:
        return None
    rows: list[list[int | None]] = []
    for number, line in enumerate(lines[1:]):
        try:
            cells = [int(cell) if cell else None for cell in line.split(",")]
        except ValueError:
            cells = []
        if len(cells) != len(names) or cells[0] is None:
            if number == len(lines) - 2:
                break
            return None
        rows.append(cells)
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    times = tuple(time for time in columns[0] if time is not None)
    return Log(times, {name: tuple(column) for name, column in zip(names[1:], columns[1:], strict=True)})
