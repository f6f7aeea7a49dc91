"""The RP2040's ADC as MicroPython's `read_u16` shows it: 12 bits against 3.3 V, stretched to 16.

Four codes, 511 and every 1024 on from there, are nearly ten times as wide as the others (data sheet, section 4.9.3 and
erratum RP2040-E11): a slowly rising voltage stays on them and readings jump past it. So a reading is some 15 codes too
high near 0 V and as many too low near 3.3 V, about right in the middle; the rest of the scale is narrower by 9 codes in
all. The sizes are those that people measured on several boards, the places those of the data sheet.
"""

from .adc_scale import LEVELS, MARGIN, stretched

WIDE_CODES = (511, 1535, 2559, 3583)
WIDER_BY = 9.5  # codes
TOO_HIGH_AT_0 = 15.0  # codes
NARROWER = 9.0  # codes, over the whole scale


def _ideal(code: float) -> float:
    """The ideal converter's code at the lower edge of this one's."""
    wide = sum(1 for place in WIDE_CODES if code > place)
    return code - TOO_HIGH_AT_0 + WIDER_BY * wide - NARROWER * code / LEVELS


def _codes() -> tuple[int, ...]:
    found, code = [], 0
    for ideal in range(LEVELS):
        while code < LEVELS - 1 and _ideal(code + 1) <= ideal + 0.5:
            code += 1
        found.append(code)
    return tuple(found)


# This converter's code for each code of an ideal one.
CODES = _codes()
# What `read_u16` gives for an ideal code, at index code + MARGIN. Outside the scale it stays at the ends.
U16 = (stretched(CODES[0]),) * MARGIN + tuple(stretched(code) for code in CODES) + (stretched(CODES[-1]),) * MARGIN
