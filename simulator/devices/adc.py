"""The converters of the boards: what `read_u16` gives for a voltage, by the board's chip.

Voltages are worked out as codes of an ideal converter of 12 bits over 0 to FULL_SCALE_V, in FINE parts of a code. A
chip's table then says what its own converter makes of a code.
"""

from . import esp32_adc, rp2_adc
from .adc_scale import FINE, FULL_SCALE_V, LEVELS, MARGIN

__all__ = ["FINE", "FULL_SCALE_V", "LEVELS", "MARGIN", "U16"]

# What `read_u16` gives for a code, at index code + MARGIN, by chip.
U16: dict[str, tuple[int, ...]] = {
    "esp32": esp32_adc.U16, "rp2": rp2_adc.U16, "rp2_w": rp2_adc.U16, "rp2_xrp": rp2_adc.U16,
}  # fmt: skip
