"""Transfers over the board's buses: one request to the host each. What a payload says: `simulator/world/buses.py`."""

import _requests

I2C, SPI, UART, BITSTREAM, PIO = 0, 1, 2, 3, 4

data = b""  # what the last transfer brought
took_us = 0  # and how long it took


def transfer(payload, us, acts=True):
    """Send `payload` (bytes, its first the kind of bus); `us` pass on the wire. Returns the host's result.

    `acts` is False where the program only looks whether something has come.
    """
    global data, took_us
    result, data, took_us = _requests.transfer(payload, us, acts)
    return result
