"""The ESP32's ADC as MicroPython's `read_u16` shows it: 12 bits, stretched to 16 so that full scale is 65535.

Taken as linear from 0 to 3.3 V; a real one bends near both ends, where no sensor of ours works.
"""

FULL_SCALE_V = 3.3
FINE = 2  # codes are worked out this much finer than they are read, in whole numbers
LEVELS = 4096
# Codes this far outside the scale are still in the table, so that a noisy code needs no comparison.
MARGIN = 8192

# What `read_u16` gives for a code, at index code + MARGIN.
U16 = (0,) * MARGIN + tuple(code << 4 | code >> 8 for code in range(LEVELS)) + (65535,) * MARGIN
