"""Writes the tables of docs/validation*.md and their pictures: `make validation`."""

import re
from pathlib import Path

from .cases import CASES
from .manoeuvres import MANOEUVRES, Compared, compared
from .pictures import draw_drives, draw_paper
from .words import CASES as CASE_WORDS
from .words import DRIVE_HEADS, DRIVES, FORMULAS, HEADS, LANGUAGES, OTHER_HEADS, UNITS
from .world_drive import named

DOCS = Path(__file__).resolve().parents[2] / "docs"
PICTURES = DOCS / "pictures" / "validation"
ROBOT = "pico-rover"
OTHERS = ("mini-rover", "brick-rover", "xrp")

Pairs = dict[str, tuple[float, float]]


def pairs_of(robot: str) -> Pairs:
    loaded = named(robot)
    return {name: case(loaded) for name, (case, _) in CASES.items()}


def drives_of(robot: str) -> dict[str, Compared]:
    loaded = named(robot)
    return {name: compared(loaded, name) for name in MANOEUVRES}


def paper_table(pairs: Pairs, lang: str) -> str:
    rows = [
        (
            CASE_WORDS[name][lang],
            f"`{FORMULAS[name]}`",
            f"{_number(expected, lang)} {_unit(CASES[name][1], lang)}",
            f"{_number(simulated, lang)} {_unit(CASES[name][1], lang)}",
            _percent(simulated / expected - 1, lang),
        )
        for name, (expected, simulated) in pairs.items()
    ]
    return _table(HEADS[lang], rows)


def others_table(found: dict[str, Pairs], lang: str) -> str:
    rows = []
    for robot, pairs in found.items():
        name, (expected, simulated) = max(pairs.items(), key=lambda item: abs(item[1][1] / item[1][0] - 1))
        apart = f"{_number(expected, lang)} → {_number(simulated, lang)} {_unit(CASES[name][1], lang)}"
        rows.append((f"`{robot}`", _percent(simulated / expected - 1, lang), f"{CASE_WORDS[name][lang]}: {apart}"))
    return _table(OTHER_HEADS[lang], rows)


def drives_table(drives: dict[str, Compared], lang: str) -> str:
    mm = _unit("mm", lang)
    rows = [
        (
            DRIVES[name][lang],
            f"{_number(1000 * drive.way_m, lang)} {mm}",
            f"{_fixed(1000 * drive.end_m, 1, lang)} {mm}",
            f"{_fixed(1000 * drive.most_m, 1, lang)} {mm}",
            f"{_fixed(100 * drive.most_m / drive.way_m, 1, lang)} %",
        )
        for name, drive in drives.items()
    ]
    return _table(DRIVE_HEADS[lang], rows)


def with_block(page: str, name: str, block: str) -> str:
    """The page with another text between its marks of that name."""
    marks = rf"(<!-- {name}[^>]*-->\n).*?(<!-- /{name} -->)"
    found, count = re.subn(marks, lambda match: f"{match[1]}{block}{match[2]}", page, flags=re.DOTALL)
    assert count == 1, name
    return found


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _number(value: float, lang: str) -> str:
    """Four digits that matter."""
    text = f"{value:.4g}"
    return _local(str(round(value)) if "e" in text else text, lang)


def _fixed(value: float, digits: int, lang: str) -> str:
    return _local(f"{value:.{digits}f}", lang)


def _percent(share: float, lang: str) -> str:
    text = f"{abs(100 * share):.2f}"
    sign = "" if text == "0.00" else "−" if share < 0 else "+"
    return f"{sign}{_local(text, lang)} %"


def _local(text: str, lang: str) -> str:
    return text if lang == "en" else text.replace(".", ",")


def _unit(unit: str, lang: str) -> str:
    return UNITS[lang].get(unit, unit)


def main() -> None:
    pairs, others, drives = pairs_of(ROBOT), {robot: pairs_of(robot) for robot in OTHERS}, drives_of(ROBOT)
    for ending, lang in LANGUAGES.items():
        path = DOCS / f"validation{ending}.md"
        page = path.read_text(encoding="utf-8")
        page = with_block(page, "paper", paper_table(pairs, lang))
        page = with_block(page, "others", others_table(others, lang))
        page = with_block(page, "drives", drives_table(drives, lang))
        path.write_text(page, encoding="utf-8", newline="\n")
    PICTURES.mkdir(parents=True, exist_ok=True)
    draw_paper(named(ROBOT), PICTURES / "paper.svg")
    draw_drives(drives, PICTURES / "mujoco.svg")


if __name__ == "__main__":
    main()
