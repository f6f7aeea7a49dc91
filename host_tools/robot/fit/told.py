"""What was found, in words: how well the model follows, how sure each figure is, and what the records leave open."""

from collections.abc import Iterator, Sequence

from marshrut.simulator.messages import say
from marshrut.simulator.scene.model import Robot

from .figures import SIDES, Fitted, value_of
from .fitting import SHAKY, UNTOLD, Found
from .records import Record

DIGITS = 4
ORDER = ("wheel", "back-emf", "resistance", "efficiency", "friction", "static-friction")
OF_ROBOT = ("track", "rotor", "inertia", "grip", "battery-v", "battery-ohm")


def told_lines(was: Robot, found: Found, records: Sequence[Record], lang: str) -> Iterator[str]:
    for record in records:
        seconds = round((record.times_ms[-1] - record.times_ms[0]) / 1000, 1)
        yield say(lang, "fit-read", file=record.name, count=len(record.times_ms), seconds=seconds)
    if found.marks is not None:
        yield say(lang, "fit-marks-told", count=found.marks.count, mm=round(found.marks.off_mm, 2))
    elif found.edges:
        yield say(lang, "fit-marks-untold", count=found.edges)
    if not found.strips:
        yield say(lang, "fit-no-strips")
    elif not found.alike:
        yield say(lang, "fit-strips-unlike")
    if found.motion is not None:
        off, before, seconds = found.motion.off_mm, found.motion.was_off_mm, round(found.drive_s, 1)
        yield say(lang, "fit-motion-told", mm=round(off, 1), was=round(before, 1), seconds=seconds)
    rows = list(_rows(found, lang))
    if rows:
        yield ""
        yield from _table(rows, lang)
    unsure = found.unsure()
    if unsure:
        yield ""
        yield say(lang, "fit-unsure")
        for kind in unsure:
            yield f"  {say(lang, f'fit-figure-{kind}')}: {say(lang, f'fit-needs-{kind}')}"
    yield ""
    if found.motion is not None:
        yield say(lang, "fit-mass", grams=round(was.mass_g))
        if found.marks is None:
            yield say(lang, "fit-wheels-believed")
        if not found.battery_told and not found.measured:
            yield say(lang, "fit-volts-believed", volts=round(was.battery.open_circuit_v, 2))
    if found.marks is not None:
        wheels = round((found.robot.left.wheel_diameter_mm + found.robot.right.wheel_diameter_mm) / 2, 1)
        track = value_of(found.robot, "track")
        yield say(lang, "fit-pin-map", wheels=f"{wheels:g}", track=f"{track:.1f}")  # lines of Python in each language


def _rows(found: Found, lang: str) -> Iterator[tuple[str, Fitted]]:
    for kind in ORDER:
        for side in SIDES:
            if f"{side}-{kind}" in found.figures:
                name = say(lang, f"fit-figure-{kind}")
                yield say(lang, "fit-of-side", side=side, figure=name), found.figures[f"{side}-{kind}"]
    for name in OF_ROBOT:
        if name in found.figures:
            yield say(lang, f"fit-figure-{name}"), found.figures[name]
    for sensor, own in found.sensors.items():
        for key, figure in own.items():
            kind = key.replace("_", "-")
            yield f"{sensor}: {say(lang, f'fit-figure-{kind}')}", figure


def _table(rows: list[tuple[str, Fitted]], lang: str) -> Iterator[str]:
    cells = [(name, _number(one.was, lang), _number(one.value, lang), _sure(one, lang)) for name, one in rows]
    heads = tuple(say(lang, f"fit-head-{column}") for column in ("figure", "file", "found", "sure"))
    widths = [max(len(row[i]) for row in (heads, *cells)) for i in range(len(heads))]
    for row in (heads, *cells):
        line = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        yield "  " + "  ".join(line)


def _sure(figure: Fitted, lang: str) -> str:
    if figure.sure > UNTOLD:
        return say(lang, "fit-untold")
    percent = _local(f"{100 * figure.sure:.1f}", lang)
    return f"± {percent} %" + (" ?" if figure.sure > SHAKY else "")


def _number(value: float, lang: str) -> str:
    text = f"{float(f'{value:.{DIGITS}g}'):.10f}".rstrip("0").rstrip(".")
    return _local(text, lang)


def _local(text: str, lang: str) -> str:
    return text if lang == "en" else text.replace(".", ",")
