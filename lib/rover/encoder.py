"""A quadrature decoder: the port's own where it has one, else one made of the RP2040's PIO. Both have one API.

`NEIGHBOURS`: True where the two phases must be on neighbouring pins.
"""

try:
    from machine import Encoder

    NEIGHBOURS = False
except ImportError:
    from .pio_encoder import Encoder  # noqa: F401

    NEIGHBOURS = True
