"""SSD1306, the controller of a 128 × 64 or 128 × 32 OLED display, at the level of its I2C bytes.

Sections and tables are those of Solomon Systech's data sheet, revision 1.1. What it leaves open is as modules are sold:
the glass is mounted so that a picture stands upright with segments remapped and COM scanned from the last row (A1h,
C8h), and its supply comes from the charge pump, without which nothing is seen. Contrast and drive timings are accepted;
of them only the frame frequency shows, in how fast a scroll moves.
"""

from ..appearance import DISPLAY_WIDTH as WIDTH
from ..appearance import display_text
from ..scene.model import Part
from .chance import key_of, word
from .ports import Device, Surroundings

PAGES = 8
ROWS = 64

# How many bytes follow a command's first (section 9, table 9-1). 23, 2C, 2D, AD and D6 are of later revisions.
_ARGUMENTS = {
    0x20: 1, 0x21: 2, 0x22: 2, 0x23: 1, 0x26: 6, 0x27: 6, 0x29: 5, 0x2A: 5, 0x2C: 6, 0x2D: 6, 0x81: 1, 0x8D: 1, 0xA3: 2,
    0xA8: 1, 0xAD: 1, 0xD3: 1, 0xD5: 1, 0xD6: 1, 0xD8: 1, 0xD9: 1, 0xDA: 1, 0xDB: 1,
}  # fmt: skip
_AT_RESET = {
    0xA8: (63,), 0xA3: (0, 64), 0xD3: (0,), 0xD5: (0x80,), 0xD9: (0x22,), 0xDA: (0x12,), 0x8D: (0x10,)
}  # fmt: skip
_HORIZONTAL, _VERTICAL, _PAGE = 0, 1, 2  # addressing modes, section 10.1.3
_FRAMES_A_STEP = (5, 64, 128, 256, 3, 4, 25, 2)  # by the code of a scroll's interval, table 9-1
_OSCILLATOR_HZ = 370_000  # typical, section 13
_BIT_0_OF_EACH = int.from_bytes(b"\x01" * WIDTH, "little")


class Ssd1306(Device):
    """Its memory is kept as the segments see it: a column of eight dots a byte, page by page, bit 0 on top."""

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        super().__init__(part, surroundings, seed)
        self._height = int(part.figure("height"))
        # Nobody clears the memory at power-on: a display that is switched on too early shows snow.
        key = key_of(seed, f"ssd1306 {part.id}")
        snow = b"".join(word(key, n).to_bytes(8, "little") for n in range(PAGES * WIDTH // 8))
        self._pages = [bytearray(snow[page * WIDTH : (page + 1) * WIDTH]) for page in range(PAGES)]
        self._command: list[int] = []  # bytes of a command that is not whole yet
        self._registers = dict(_AT_RESET)
        self._mode = _PAGE
        self._columns = range(WIDTH)  # the window that addresses run through
        self._window = range(PAGES)
        self._column = self._page = 0
        self._start_line = 0
        self._remapped = self._from_last = self._all_on = self._inverse = self._on = False
        self._scroll: tuple[int, ...] = ()
        self._scrolling = False
        self._scrolled_rows = 0
        self._scroll_us = 0  # when the scroll's last step was
        self._changed = True
        self._text = ""
        self._mapping: tuple[tuple[object, ...], list[int]] = ((), [])

    def i2c_write(self, data: bytes, t_us: int) -> int:
        """Section 8.1.5.2: after a control byte with Co comes one byte and another control byte, else all the rest."""
        self._move(t_us)
        at = 0
        while at + 1 < len(data):
            control = data[at]
            following = data[at + 1 : at + 2] if control & 0x80 else data[at + 1 :]
            at += 1 + len(following)
            if control & 0x40:
                self._store(following)
            else:
                for byte in following:
                    self._take(byte, t_us)
        self._changed = True
        return len(data)

    def i2c_read(self, count: int, t_us: int) -> bytes:
        """The status: bit 6 says that the display is off (table 9-2)."""
        return bytes([0 if self._on else 0x40]) * count

    def shown(self, t_us: int) -> str:
        """The picture as a person sees it (`appearance.display_text`)."""
        self._move(t_us)
        if self._changed:
            self._changed = False
            lit = self._on and self._registers[0x8D][0] & 4
            self._text = display_text(self._picture()) if lit else ""
        return self._text

    def _picture(self) -> list[bytes]:
        """The dots on the glass by page, from the left and the top."""
        rows = self._rows()
        if rows == list(range(self._height)) and not self._all_on and not self._inverse:
            pages = [bytes(page) for page in self._pages[: self._height // 8]]
        else:
            memory = [int.from_bytes(page, "little") for page in self._pages]
            pages = [self._gather(memory, rows[top : top + 8]) for top in range(0, self._height, 8)]
        return [page[::-1] for page in pages]  # the glass begins at segment 127

    def _gather(self, memory: list[int], rows: list[int]) -> bytes:
        """A page of the glass from its eight rows of memory; -1 is a row that nobody drives."""
        page = 0
        for bit, row in enumerate(rows):
            if row < 0:
                continue
            dots = _BIT_0_OF_EACH if self._all_on else memory[row >> 3] >> (row & 7) & _BIT_0_OF_EACH
            if self._inverse and not self._all_on:
                dots ^= _BIT_0_OF_EACH
            page |= dots << bit
        return page.to_bytes(WIDTH, "little")

    def _rows(self) -> list[int]:
        """The row of memory that each row of the glass shows, from the top; -1 for none (tables 10-1 and 10-2)."""
        registers = self._registers
        key = (
            registers[0xA8], registers[0xD3], registers[0xDA], registers[0xA3],
            self._from_last, self._start_line, self._scrolled_rows,
        )  # fmt: skip
        if self._mapping[0] != key:
            self._mapping = key, [self._row(y) for y in range(self._height)]
        return self._mapping[1]

    def _row(self, y: int) -> int:
        driven = max(self._registers[0xA8][0] & 63, 15) + 1
        offset = self._registers[0xD3][0] & 63
        com = self._com(self._height - 1 - y)
        row = driven - 1 - (com - offset) % ROWS if self._from_last else (com + offset) % ROWS
        if not 0 <= row < driven:
            return -1
        fixed, moving = self._registers[0xA3]
        if self._scrolled_rows and fixed <= row < fixed + moving:
            row = fixed + (row - fixed + self._scrolled_rows) % moving
        return (row + self._start_line) % ROWS

    def _com(self, glass_row: int) -> int:
        """The COM signal on a row of the glass, counted from the bottom (section 10.1.18, table 10-3).

        The pads are in two banks of 32. Glass of 64 rows is wired to the banks in turn, glass of 32 rows to one of
        them; the chip puts its signals on the banks in turn or one bank after the other, as it was told.
        """
        bank, pad = (glass_row & 1, glass_row >> 1) if self._height == ROWS else (0, glass_row)
        told = self._registers[0xDA][0]
        if told & 0x20:
            bank = 1 - bank
        return pad * 2 + bank if told & 0x10 else bank * 32 + pad

    def _store(self, data: bytes) -> None:
        if self._mode == _VERTICAL:
            for byte in data:
                self._put(bytes([byte]))
                self._page = _after(self._page, self._window, PAGES)
                if self._page == self._window[0]:
                    self._column = _after(self._column, self._columns, WIDTH)
            return
        window = self._columns if self._mode == _HORIZONTAL else range(WIDTH)
        at = 0
        while at < len(data):
            # From a column behind the window the address runs to the memory's end.
            last = window[-1] if self._column <= window[-1] else WIDTH - 1
            piece = data[at : at + last - self._column + 1]
            self._put(piece)
            at += len(piece)
            self._column += len(piece)
            if self._column > last:
                self._column = window[0] if last == window[-1] else 0
                if self._mode == _HORIZONTAL:
                    self._page = _after(self._page, self._window, PAGES)

    def _put(self, piece: bytes) -> None:
        """Segments are remapped as bytes come in; what is in the memory stays where it is (section 10.1.8)."""
        page, column = self._pages[self._page], self._column
        if self._remapped:
            page[WIDTH - column - len(piece) : WIDTH - column] = piece[::-1]
        else:
            page[column : column + len(piece)] = piece

    def _take(self, byte: int, t_us: int) -> None:
        """One byte of a command; the others may come in other transfers."""
        self._command.append(byte)
        first, *arguments = self._command
        if len(arguments) < _ARGUMENTS.get(first, 0):
            return
        self._command = []
        if arguments:
            self._registers[first] = tuple(arguments)
            self._set(first, arguments)
        elif first < 0x40:
            self._point(first, t_us)
        elif first < 0x80:
            self._start_line = first & 63
        elif first & 0xF8 == 0xB0:
            self._page = first & 7
        elif first & 0xF0 == 0xC0:
            self._from_last = bool(first & 8)
        else:
            self._switch(first & 0xFE, bool(first & 1))

    def _set(self, first: int, arguments: list[int]) -> None:
        if first == 0x20:
            self._mode = min(arguments[0] & 3, _PAGE)
        elif first == 0x21:
            self._columns = _window(arguments[0] & 127, arguments[1] & 127)
            self._column = arguments[0] & 127
        elif first == 0x22:
            self._window = _window(arguments[0] & 7, arguments[1] & 7)
            self._page = arguments[0] & 7
        elif first in (0x26, 0x27, 0x29, 0x2A):
            self._scroll = (first, *arguments)
        elif first in (0x2C, 0x2D):
            self._shift(first == 0x2C, arguments[1] & 7, arguments[3] & 7)

    def _point(self, command: int, t_us: int) -> None:
        """The column in two halves (real chips take them in every addressing mode), and the scroll's switch."""
        if command < 0x10:
            self._column = self._column & 0x70 | command
        elif command < 0x20:
            self._column = (command & 7) << 4 | self._column & 0x0F
        elif command in (0x2E, 0x2F):
            self._scrolling = command == 0x2F and bool(self._scroll)
            self._scroll_us = t_us
            self._scrolled_rows = 0

    def _switch(self, command: int, on: bool) -> None:
        if command == 0xA0:
            self._remapped = on
        elif command == 0xA4:
            self._all_on = on
        elif command == 0xA6:
            self._inverse = on
        elif command == 0xAE:
            self._on = on

    def _move(self, t_us: int) -> None:
        """Take the steps of a continuous scroll that are due (section 10.2)."""
        if not self._scrolling:
            return
        command, _, first, interval, last, *more = self._scroll
        step_us = _FRAMES_A_STEP[interval & 7] * self._frame_us()
        while self._scroll_us + step_us <= t_us:
            self._scroll_us += step_us
            self._changed = True
            self._shift(command in (0x26, 0x29), first & 7, last & 7)
            moving = self._registers[0xA3][1]
            if command in (0x29, 0x2A) and moving:
                self._scrolled_rows = (self._scrolled_rows + (more[0] & 63)) % moving

    def _frame_us(self) -> int:
        """Section 8.3: divide ratio × (both phases and 50 clocks) × rows, in periods of the oscillator."""
        divide = (self._registers[0xD5][0] & 15) + 1
        precharge = self._registers[0xD9][0]
        clocks = (precharge & 15) + (precharge >> 4) + 50
        rows = max(self._registers[0xA8][0] & 63, 15) + 1
        return divide * clocks * rows * 1_000_000 // _OSCILLATOR_HZ

    def _shift(self, right: bool, first: int, last: int) -> None:
        """Move pages by a column as a person sees it; what leaves at one side comes in at the other."""
        for page in self._pages[first : last + 1]:
            page[:] = page[1:] + page[:1] if right else page[-1:] + page[:-1]


def _window(first: int, last: int) -> range:
    """A window told the wrong way round is one address wide."""
    return range(first, last + 1) if last >= first else range(first, first + 1)


def _after(value: int, window: range, whole: int) -> int:
    """The address after it: from the window's end to its start, and from the memory's end to its start."""
    return window[0] if value == window[-1] else (value + 1) % whole
