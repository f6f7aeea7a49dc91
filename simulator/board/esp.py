"""`esp`: what a program may ask of the chip and hurt nothing by; its raw flash and its pin matrix are not here."""

import _clock

LOG_NONE, LOG_ERROR, LOG_WARNING, LOG_INFO, LOG_DEBUG, LOG_VERBOSE = 0, 1, 2, 3, 4, 5
_CALL_US = 20
_FLASH_BYTES = 4 * 1024 * 1024  # of the whole chip, the firmware's part with it


def osdebug(uart, level=LOG_INFO):
    """Where the operating system's own messages go: it has none here."""
    _clock.spend(_CALL_US)


def flash_size():
    _clock.spend(_CALL_US)
    return _FLASH_BYTES


def flash_user_start():
    _clock.spend(_CALL_US)
    return 0x200000
