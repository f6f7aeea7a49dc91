"""The VL53L0X's registers: pages of 256 bytes with a pointer that moves on, and what they hold after a reset.

Register 0xFF chooses the page. The data sheet (section 3.2) names five reference registers; the rest is known from ST's
own API (STSW-IMG005) alone, whose names are used here.
"""

PAGE_SELECT = 0xFF
SYSRANGE_START = 0x00
SYSTEM_SEQUENCE_CONFIG = 0x01
SYSTEM_INTERMEASUREMENT_PERIOD = 0x04
SYSTEM_RANGE_CONFIG = 0x09
SYSTEM_INTERRUPT_CONFIG_GPIO = 0x0A
SYSTEM_INTERRUPT_CLEAR = 0x0B
SYSTEM_THRESH_HIGH = 0x0C
SYSTEM_THRESH_LOW = 0x0E
RESULT_INTERRUPT_STATUS = 0x13
RESULT_RANGE_STATUS = 0x14
CROSSTALK_COMPENSATION_PEAK_RATE_MCPS = 0x20
ALGO_PART_TO_PART_RANGE_OFFSET_MM = 0x28
FINAL_RANGE_CONFIG_MIN_COUNT_RATE_RTN_LIMIT = 0x44
MSRC_CONFIG_TIMEOUT_MACROP = 0x46
PRE_RANGE_CONFIG_VCSEL_PERIOD = 0x50
PRE_RANGE_CONFIG_TIMEOUT_MACROP = 0x51
FINAL_RANGE_CONFIG_VCSEL_PERIOD = 0x70
FINAL_RANGE_CONFIG_TIMEOUT_MACROP = 0x71
GPIO_HV_MUX_ACTIVE_HIGH = 0x84
I2C_SLAVE_DEVICE_ADDRESS = 0x8A
OSC_CALIBRATE_VAL = 0xF8

# Pages 6 and 7 lead to the chip's memory: an address in 0x94, a 0 in 0x83, and when 0x83 is no longer 0, four bytes
# from 0x90 on. Address 0x6B tells the reference SPADs: how many (bits 0 to 6 of the third byte), and behind an aperture
# (bit 7) or not.
MEMORY_PAGE = 0x07
MEMORY_STROBE = 0x83
MEMORY_DATA = 0x90
MEMORY_ADDRESS = 0x94
MEMORY: dict[int, bytes] = {
    0x02: b"\x00\x00\x00\x10",
    0x24: b"\xff\xff\xff\xff",  # which reference SPADs are good
    0x25: b"\xff\xff\x00\x00",
    0x6B: b"\x00\x00\x85\x00",  # five, behind an aperture
}
STOP_PAGE = 0x01  # where drivers read at 0x91 what they write back before each measurement
STOP_VARIABLE = 0x91

_AFTER_RESET: dict[tuple[int, int], int] = {
    (0, SYSTEM_SEQUENCE_CONFIG): 0xFF,
    (0, FINAL_RANGE_CONFIG_MIN_COUNT_RATE_RTN_LIMIT + 1): 0x20,  # 0.25 million counts a second
    (0, MSRC_CONFIG_TIMEOUT_MACROP): 0x25,
    (0, PRE_RANGE_CONFIG_VCSEL_PERIOD): 0x06,  # 14 clocks
    (0, PRE_RANGE_CONFIG_TIMEOUT_MACROP + 1): 0x99,  # data sheet: 0x51 holds 0x0099, 0x61 holds 0x0000
    (0, FINAL_RANGE_CONFIG_VCSEL_PERIOD): 0x04,  # 10 clocks
    (0, FINAL_RANGE_CONFIG_TIMEOUT_MACROP): 0x01,
    (0, FINAL_RANGE_CONFIG_TIMEOUT_MACROP + 1): 0xFE,
    (0, GPIO_HV_MUX_ACTIVE_HIGH): 0x11,
    (0, I2C_SLAVE_DEVICE_ADDRESS): 0x29,
    **{(0, 0xB0 + i): 0xFF for i in range(6)},  # reference SPADs in use
    (0, 0xC0): 0xEE,  # data sheet
    (0, 0xC1): 0xAA,
    (0, 0xC2): 0x10,
    (0, OSC_CALIBRATE_VAL): 0x03,  # 1000 ticks a millisecond
    (0, OSC_CALIBRATE_VAL + 1): 0xE8,
    (STOP_PAGE, STOP_VARIABLE): 0x3C,
}
_READ_ONLY = frozenset((0, register) for register in (0xC0, 0xC1, 0xC2, RESULT_INTERRUPT_STATUS, *range(0x14, 0x20)))


class Registers:
    """The bytes themselves; what writing one sets going is the chip's own affair."""

    def __init__(self) -> None:
        self._pages: dict[int, bytearray] = {}
        self.pointer = 0
        self.page = 0
        for (page, register), value in _AFTER_RESET.items():
            self._page(page)[register] = value

    def write(self, value: int) -> tuple[int, int]:
        """A byte to where the pointer is, as far as it may be written; returns page and register."""
        place = self.page, self.pointer
        if self.pointer == PAGE_SELECT:
            self.page = value
        elif place not in _READ_ONLY:
            self._page(self.page)[self.pointer] = value
        self.pointer = self.pointer + 1 & 0xFF
        return place

    def read(self) -> int:
        value = self.page if self.pointer == PAGE_SELECT else self._page(self.page)[self.pointer]
        self.pointer = self.pointer + 1 & 0xFF
        return value

    def __getitem__(self, register: int) -> int:
        """Of page 0."""
        return self._page(0)[register]

    def __setitem__(self, register: int, value: int) -> None:
        self._page(0)[register] = value

    def word(self, register: int, count: int = 2) -> int:
        """So many bytes of page 0, the highest first."""
        return int.from_bytes(self._page(0)[register : register + count], "big")

    def put(self, register: int, data: bytes, page: int = 0) -> None:
        self._page(page)[register : register + len(data)] = data

    def in_page(self, page: int, register: int) -> int:
        return self._page(page)[register]

    def _page(self, number: int) -> bytearray:
        return self._pages.setdefault(number, bytearray(256))
