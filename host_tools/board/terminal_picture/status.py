"""What robots show, in words and signs: pose, battery, lamps, sounds, displays."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from marshrut.simulator.appearance import DISPLAY_WIDTH, angle_of, display_pages, lamps_of, tone_of
from marshrut.simulator.messages import say
from marshrut.simulator.virtual_board.present import Seen
from rich.text import Text

from .robots import BODIES, arrow

_PRESSED_US = 400_000  # how long a press is shown at least
_MOST_LAMPS = 12
_BRAILLE_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


@dataclass(frozen=True)
class Item:
    """A name, or none, and what is shown under it; `block` are rows of its own, for a display."""

    name: str
    value: Text
    block: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Shown:
    """All that the status tells. `fields` are the names of a state's values; `chosen` is whom the keys act on."""

    scenes: Sequence[Mapping[str, Any]]
    fields: Sequence[str]
    robots: Sequence[Seen]
    pace: str
    plugged: bool
    chosen: int = 0


def items_of(shown: Shown, lang: str, columns: int) -> list[Item]:
    """In the order of use; a display is as large as so many columns allow."""
    words, chosen = _Words(lang), shown.robots[shown.chosen]
    t_s = words.number(chosen.t_us / 1e6, 2)
    items = [
        Item(words("time"), Text(f"{t_s} {words.known('seconds')}  {shown.pace}")),
        Item(words("run"), Text(words(f"run-{chosen.run}"), style="bold" if chosen.run == "going" else "")),
        *([Item(words("last"), Text(chosen.result))] if chosen.result else []),
        *_motion(shown, words),
        *_parts(shown, words, columns),
    ]
    cable = Text(words("plugged")) if shown.plugged else Text(words("unplugged"), style="bold yellow")
    items.append(Item(words("cable"), cable))
    items.sort(key=lambda item: bool(item.block))  # where there is no room, a display is cut off first
    if len(shown.robots) == 1:
        return items
    return [_in_short(shown, number, words) for number in range(len(shown.robots))] + items


def in_rows(items: Sequence[Item], columns: int) -> list[Text]:
    """One under the other, the values in a column of their own."""
    wide = min(max((len(item.name) for item in items if not item.block), default=0), columns // 2)
    rows: list[Text] = []
    for item in items:
        if item.block:
            rows += item.block
        elif not item.name:
            rows.append(item.value)
        else:
            rows.append(Text.assemble((item.name[:wide].ljust(wide) + " ", "dim"), item.value))
    return rows


def one_after_the_other(items: Sequence[Item], columns: int) -> list[Text]:
    """In lines as wide as that; displays are left out."""
    pieces = [
        Text.assemble((item.name + " " if item.name else "", "dim"), item.value) for item in items if not item.block
    ]
    return flowing(pieces, columns)


def flowing(pieces: Sequence[Text], columns: int) -> list[Text]:
    rows: list[Text] = []
    for piece in pieces:
        if rows and rows[-1].cell_len + 3 + piece.cell_len <= columns:
            rows[-1] = Text.assemble(rows[-1], (" · ", "dim"), piece)
        else:
            rows.append(piece)
    return rows


class _Words:
    """The words of one language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def __call__(self, name: str) -> str:
        return say(self._lang, f"live-{name}")

    def known(self, name: str) -> str:
        """As the replay says it."""
        return say(self._lang, f"replay-{name}")

    def part(self, chip: str) -> str:
        return self.known(f"chip-{chip}")

    def number(self, value: float, digits: int = 0) -> str:
        text = f"{value:.{digits}f}"
        text = text.lstrip("-") if not text.strip("-0.") else text
        return text.replace("-", "−").replace(".", self.known("decimal"))


def _figures(shown: Shown, now: Seen) -> dict[str, int]:
    return dict(zip(shown.fields, now.values, strict=False))


def _motion(shown: Shown, words: _Words) -> list[Item]:
    figures = _figures(shown, shown.robots[shown.chosen])
    heading = figures["heading_mdeg"] / 1000
    return [
        Item(words.known("position"), Text(f"{_place(figures, words)} {words.known('mm')}")),
        Item(words.known("heading"), Text(f"{arrow(heading)} {words.number(heading % 360)}°")),
        Item(words.known("speed"), Text(f"{words.number(figures['v_um_s'] / 1000)} {words.known('mm-per-s')}")),
        Item(words.known("battery"), Text(f"{words.number(figures['battery_mv'] / 1000, 2)} {words.known('volts')}")),
    ]


def _parts(shown: Shown, words: _Words, columns: int) -> list[Item]:
    now, robot = shown.robots[shown.chosen], shown.scenes[shown.chosen]["robot"]
    items = []
    for led in robot["leds"]:
        lit = now.duties.get(led["pin"], 0) > 0
        sign = Text("●", style="green") if lit else Text("○", style="dim")
        items.append(Item(_named(led["id"], "led", words("led")), sign))
    for button in robot["buttons"]:
        at = now.pressed.get(button["id"])
        down = at is not None and at - _PRESSED_US / 4 <= now.t_us < at + _PRESSED_US
        sign = Text("▼", style="bold") if down else Text("△", style="dim")
        items.append(Item(_named(button["id"], "button", words("button")), sign))
    for part in robot.get("parts", []):
        show = _PARTS.get(part["chip"])
        if show is not None:
            # A text that is not one of that chip is nothing to show.
            with suppress(ValueError):
                items.append(show(part, now.looks.get(part["id"], ""), words, columns))
    return items


def _named(own: str, usual: str, word: str) -> str:
    """A lamp that is called `led` needs no name of its own."""
    return word if own == usual else f"{word} {own}"


def _in_short(shown: Shown, number: int, words: _Words) -> Item:
    figures = _figures(shown, shown.robots[number])
    speed = f"{words.number(figures['v_um_s'] / 1000)} {words.known('mm-per-s')}"
    sign = "▸" if number == shown.chosen else " "
    told = Text(f"{sign}{number + 1} {arrow(figures['heading_mdeg'] / 1000)} {_place(figures, words)}  {speed}")
    told.stylize(("bold " if number == shown.chosen else "") + BODIES[number % len(BODIES)])
    return Item("", told)


def _place(figures: Mapping[str, int], words: _Words) -> str:
    return f"{words.number(figures['x_um'] / 1000)}; {words.number(figures['y_um'] / 1000)}"


def _lamps(part: Mapping[str, Any], look: str, words: _Words, columns: int) -> Item:
    count = int(dict(part["figures"])["count"])
    text = Text()
    for colour in lamps_of(look, count)[:_MOST_LAMPS]:
        lit = "#" + "".join(f"{round(255 * (value / 255) ** 0.45):02x}" for value in colour)
        text.append("●" if any(colour) else "○", style=lit if any(colour) else "dim")
    return Item(words.part(part["chip"]), text)


def _servo(part: Mapping[str, Any], look: str, words: _Words, columns: int) -> Item:
    return Item(words.part(part["chip"]), Text(f"{words.number(angle_of(look))}°" if look else "–"))


def _buzzer(part: Mapping[str, Any], look: str, words: _Words, columns: int) -> Item:
    hz, _ = tone_of(look)
    return Item(
        words.part(part["chip"]), Text(f"♪ {hz} {words.known('hertz')}" if hz else "–", style="bold" if hz else "")
    )


def _display(part: Mapping[str, Any], look: str, words: _Words, columns: int) -> Item:
    rows = _dots_of(look, int(dict(part["figures"])["height"]), columns)
    if not rows:
        return Item(words.part(part["chip"]), Text(words("lit" if look else "dark")))
    return Item(words.part(part["chip"]), Text(""), tuple(Text(row, style="#acddff on #0b1220") for row in rows))


@lru_cache(maxsize=16)
def _dots_of(look: str, height: int, columns: int) -> tuple[str, ...]:
    """Dot for dot, or two dots as one where there is less room; nothing where there is none."""
    pages = display_pages(look) or [bytes(DISPLAY_WIDTH)] * (height // 8)
    if columns < DISPLAY_WIDTH // 4:
        return ()
    rows = [[page[x] >> bit & 1 for x in range(DISPLAY_WIDTH)] for page in pages for bit in range(8)]
    if columns < DISPLAY_WIDTH // 2:
        rows = [
            [max(dots) for dots in zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)]
            for upper, lower in zip(rows[::2], rows[1::2], strict=True)
        ]
    return tuple(_braille(rows))


def _braille(rows: Sequence[Sequence[int]]) -> list[str]:
    return [
        "".join(
            chr(0x2800 + sum(bit for line, pair in enumerate(_BRAILLE_BITS) for side, bit in enumerate(pair)
                             if rows[y + line][x + side]))
            for x in range(0, len(rows[0]), 2)
        )
        for y in range(0, len(rows), 4)
    ]  # fmt: skip


_PARTS: dict[str, Callable[[Mapping[str, Any], str, _Words, int], Item]] = {
    "ws2812": _lamps,
    "sg90": _servo,
    "buzzer": _buzzer,
    "ssd1306": _display,
}
