"""The scale that all converters share: 12 bits over 3.3 V."""

FULL_SCALE_V = 3.3
FINE = 2  # codes are worked out this much finer than they are read, in whole numbers
LEVELS = 4096
# Codes this far outside the scale are still in a table, so that a noisy code needs no comparison.
MARGIN = 8192


def stretched(code: int) -> int:
    """12 bits as 16, so that full scale is 65535: the bits are repeated."""
    return code << 4 | code >> 8
