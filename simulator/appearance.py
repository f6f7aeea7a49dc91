"""The texts in which parts tell what a person sees or hears of them.

A chip writes them, the trace keeps them, pictures and replays read them; a reader raises ValueError for what is none.

A row of dots or lamps is hexadecimal, each of its units as many digits; four or more equal units in a row are "*", how
many (two hexadecimal digits) and the unit. Dark ones at the end are left out, and all dark is "".
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

DISPLAY_WIDTH = 128
Rgb = tuple[int, int, int]

_COLUMN, _LAMP = 2, 6  # digits of a unit
_RUN, _MOST_RUN = 4, 255
_EQUAL_COLUMNS = re.compile(rb"(.)\1{%d,}" % (_RUN - 1), re.DOTALL)
_TOKEN = {
    digits: re.compile(rf"\*([0-9a-f]{{2}})([0-9a-f]{{{digits}}})|([0-9a-f]{{{digits}}})")
    for digits in (_COLUMN, _LAMP)
}


def display_text(pages: Sequence[bytes]) -> str:
    """A display's dots: pages of eight rows from the top, a byte a column from the left, bit 0 on top; "/" between."""
    texts = [_page_text(page) for page in pages]
    return "/".join(texts) if any(texts) else ""


@lru_cache(maxsize=256)
def _page_text(page: bytes) -> str:
    parts, at = [], 0
    page = page.rstrip(b"\x00")
    for run in _EQUAL_COLUMNS.finditer(page):
        parts += [page[at : run.start()].hex(), f"*{run.end() - run.start():02x}{page[run.start()]:02x}"]
        at = run.end()
    return "".join([*parts, page[at:].hex()])


def display_pages(text: str) -> list[bytes]:
    """The dots again; [] for a dark display."""
    pages = [bytes.fromhex(_unpacked(page, _COLUMN)) for page in text.split("/")] if text else []
    if any(len(page) > DISPLAY_WIDTH for page in pages) or len(pages) not in (0, 4, 8):
        raise ValueError(f"no display: {text[:40]}")
    return [page.ljust(DISPLAY_WIDTH, b"\x00") for page in pages]


def lamps_text(colours: Sequence[Rgb]) -> str:
    """A strip's lamps in order, red, green and blue of each from 0 to 255."""
    lamps = [bytes(colour).hex() for colour in colours]
    while lamps and lamps[-1] == "000000":
        lamps.pop()
    parts = []
    for lamp, equal in groupby(lamps):
        count = len(list(equal))
        while count >= _RUN:
            run = min(count, _MOST_RUN)
            parts.append(f"*{run:02x}{lamp}")
            count -= run
        parts.append(lamp * count)
    return "".join(parts)


def lamps_of(text: str, count: int) -> list[Rgb]:
    """The colours again, of that many lamps."""
    plain = bytes.fromhex(_unpacked(text, _LAMP))
    lamps = [(plain[at], plain[at + 1], plain[at + 2]) for at in range(0, len(plain), 3)]
    if len(lamps) > count:
        raise ValueError(f"more than {count} lamps")
    return lamps + [(0, 0, 0)] * (count - len(lamps))


def angle_text(tenths_deg: int) -> str:
    return f"{tenths_deg // 10}.{tenths_deg % 10}"


def angle_of(text: str) -> float:
    """Degrees."""
    if not re.fullmatch(r"\d{1,3}\.\d", text):
        raise ValueError(f"no angle: {text[:40]}")
    return float(text)


def tone_text(hz: int, duty_percent: int) -> str:
    """A square wave; "" for silence."""
    return f"{hz}/{duty_percent}" if hz else ""


def tone_of(text: str) -> tuple[int, int]:
    """Hz and the share of a period, in percent, that it is high; (0, 0) for silence."""
    if not text:
        return 0, 0
    found = re.fullmatch(r"(\d{1,8})/(\d{1,2})", text)
    if not found:
        raise ValueError(f"no tone: {text[:40]}")
    return int(found[1]), int(found[2])


def _unpacked(text: str, unit: int) -> str:
    parts, at = [], 0
    for token in _TOKEN[unit].finditer(text):
        if token.start() != at:
            break
        at = token.end()
        parts.append(int(token[1], 16) * token[2] if token[1] else token[3])
    if at != len(text):
        raise ValueError(f"neither dots nor lamps: {text[:40]}")
    return "".join(parts)
