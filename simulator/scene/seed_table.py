"""Writes `docs/seed-table.md` from the table of what a seed varies: `python -m marshrut.simulator.scene.seed_table`."""

import math
from pathlib import Path

from ..messages import say
from .seed_rows import OURS, SOURCES, TABLE, Row
from .variation import NORMAL_CUT, PROFILES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "seed-table.md"
LANGUAGES = ("en", "ru", "kk")
COLUMNS = ("quantity", "distribution", "spread", "hard", "limits", "why", "source")


def page() -> str:
    """The whole page, one section a language."""
    sections = ["<!-- Written by simulator/scene/seed_table.py; a test compares. -->\n"]
    for lang in LANGUAGES:
        heads = [say(lang, f"seed-table-{column}") for column in COLUMNS]
        lines = [
            f"## {say(lang, 'seed-table-title')}",
            "",
            say(lang, "seed-table-intro", cut=_number(lang, NORMAL_CUT)),
            "",
            _line(heads),
            _line(["---"] * len(COLUMNS)),
            *(_line(_cells(lang, row)) for row in TABLE),
            "",
            f"{say(lang, 'seed-table-sources')}",
            "",
            *(f"{number}. {text}" for number, text in enumerate(SOURCES.values(), start=1)),
        ]
        sections.append("\n".join(lines) + "\n")
    return "\n".join(sections)


def _cells(lang: str, row: Row) -> list[str]:
    message = f"seed-table-{row.id}"
    return [
        say(lang, message),
        say(lang, f"seed-table-{row.distribution}"),
        _amount(lang, row, PROFILES["normal"]),
        _amount(lang, row, PROFILES["hard"]),
        _limits(lang, row),
        say(lang, f"{message}-why"),
        say(lang, "seed-table-ours") if row.source == OURS else f"[{list(SOURCES).index(row.source) + 1}]",
    ]


def _amount(lang: str, row: Row, scale: float) -> str:
    return f"± {_number(lang, row.spread * scale)} {_unit(lang, row.unit)}".rstrip()


def _limits(lang: str, row: Row) -> str:
    """The interval in which a draw is kept; nothing for one that only must not be negative."""
    if math.isinf(row.most):
        return ""
    unit = "" if row.relative and not row.ends_too else _unit(lang, row.unit)
    if row.least == -row.most:
        return f"± {_number(lang, row.most)} {unit}"
    return f"{_number(lang, row.least)}–{_number(lang, row.most)} {unit}".rstrip()


def _number(lang: str, value: float) -> str:
    return f"{value:g}" if lang == "en" else f"{value:g}".replace(".", ",")


def _unit(lang: str, unit: str) -> str:
    return unit if lang == "en" else {"mm": "мм", "V": "В", "µV": "мкВ"}.get(unit, unit)


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
