"""The ESP32's ADC as MicroPython's `read_u16` shows it: 12 bits, stretched to 16 so that full scale is 65535.

Taken as linear from 0 to 3.3 V; a real one bends near both ends, where no sensor of ours works.
"""

from .adc_scale import LEVELS, MARGIN, stretched

# What `read_u16` gives for a code, at index code + MARGIN.
U16 = (0,) * MARGIN + tuple(stretched(code) for code in range(LEVELS)) + (65535,) * MARGIN
