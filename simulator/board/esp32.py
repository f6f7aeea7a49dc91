"""`esp32`: values that outlive a reset (NVS), the chip's temperature, and what wakes it, which nothing here does."""

import _boot
import _clock

WAKEUP_ALL_LOW, WAKEUP_ANY_HIGH = False, True
HEAP_DATA, HEAP_EXEC = 4, 1
_CALL_US = 20
_NVS_US = 300
_LONGEST_NAME = 15
_NOT_FOUND = (-4354, "ESP_ERR_NVS_NOT_FOUND")
_TYPE_MISMATCH = (-4355, "ESP_ERR_NVS_TYPE_MISMATCH")
_INVALID_NAME = (-4358, "ESP_ERR_NVS_INVALID_NAME")
_KEY_TOO_LONG = (-4361, "ESP_ERR_NVS_KEY_TOO_LONG")
_INVALID_LENGTH = (-4364, "ESP_ERR_NVS_INVALID_LENGTH")


class NVS:
    """A namespace of the non-volatile storage; every value is kept as it is set, before any `commit`."""

    def __repr__(self):
        return "<NVS namespace>"

    def __init__(self, namespace):
        if not 0 < len(namespace) <= _LONGEST_NAME:
            raise OSError(*_INVALID_NAME)
        self._prefix = namespace + "/"

    def _key(self, key):
        _clock.spend(_NVS_US)
        if not 0 < len(key) <= _LONGEST_NAME:
            raise OSError(*_KEY_TOO_LONG)
        return self._prefix + key

    def _get(self, key, kind):
        kept = _boot.kept.get(self._key(key))
        if kept is None:
            raise OSError(*_NOT_FOUND)
        if kept[:1] != kind:
            raise OSError(*_TYPE_MISMATCH)
        return kept[1:]

    def set_i32(self, key, value):
        _boot.kept[self._key(key)] = b"i" + (value & 0xFFFFFFFF).to_bytes(4, "little")

    def get_i32(self, key):
        value = int.from_bytes(self._get(key, b"i"), "little")
        return value - 0x100000000 if value & 0x80000000 else value

    def set_blob(self, key, value):
        _boot.kept[self._key(key)] = b"b" + bytes(value)

    def get_blob(self, key, buffer):
        value = self._get(key, b"b")
        if len(value) > len(buffer):
            raise OSError(*_INVALID_LENGTH)
        buffer[: len(value)] = value
        return len(value)

    def erase_key(self, key):
        if _boot.kept.pop(self._key(key), None) is None:
            raise OSError(*_NOT_FOUND)

    def commit(self):
        _clock.spend(_NVS_US)


def raw_temperature():
    """Degrees Fahrenheit inside the chip."""
    _clock.spend(_CALL_US)
    return 128


def idf_heap_info(capabilities):
    _clock.spend(_CALL_US)
    return [(166_000, 110_000, 100_000, 100_000)]


def wake_on_touch(wake):
    _clock.spend(_CALL_US)


def wake_on_ulp(wake):
    _clock.spend(_CALL_US)


def wake_on_ext0(pin=None, level=None):
    _clock.spend(_CALL_US)


def wake_on_ext1(pins=None, level=None):
    _clock.spend(_CALL_US)


def gpio_deep_sleep_hold(enable):
    _clock.spend(_CALL_US)
