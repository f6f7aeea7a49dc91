"""SVG drawings as painted surfaces: what of them a mat can carry, and what it cannot.

Fills become polygons and strokes become stripes. Points are put on a grid of 0.001 mm before anything is decided by
them, so that the last digits in which processors and libraries differ decide nothing.
"""

from .reading import MOST_BYTES, Drawn, read_drawing

__all__ = ["MOST_BYTES", "Drawn", "read_drawing"]
