"""`bluetooth` with its radio off: it says so when it is switched on."""

import _clock
from binascii import hexlify as _hexlify, unhexlify as _unhexlify

FLAG_READ, FLAG_WRITE_NO_RESPONSE, FLAG_WRITE, FLAG_NOTIFY, FLAG_INDICATE = 2, 4, 8, 16, 32
_CALL_US = 500
_OFF = "there is no Bluetooth in the simulator: the radio is off"


class UUID:
    def __init__(self, value):
        if isinstance(value, int):
            if not 0 <= value <= 65535:
                raise ValueError("invalid UUID")
            self._bytes = bytes((value & 255, value >> 8))
        elif isinstance(value, str):
            text = value.replace("-", "")
            if len(text) != 32:
                raise ValueError("invalid UUID")
            self._bytes = bytes(reversed(_unhexlify(text)))
        else:
            self._bytes = bytes(value)
            if len(self._bytes) not in (2, 4, 16):
                raise ValueError("invalid UUID")

    def __iter__(self):  # bytes(uuid) is made through this on both interpreters
        return iter(self._bytes)

    def __eq__(self, other):
        return isinstance(other, UUID) and self._bytes == other._bytes

    def __hash__(self):
        return hash(self._bytes)

    def __repr__(self):
        text = str(_hexlify(bytes(reversed(self._bytes))), "ascii")
        if len(text) == 32:
            return "UUID('" + "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:])) + "')"
        return "UUID(0x" + text + ")"


class BLE:
    def active(self, active=None):
        _clock.spend(_CALL_US)
        if active:
            raise OSError(_OFF)
        return False

    def config(self, param=None, **values):
        self._off()

    def irq(self, handler):
        pass

    def _off(self, *arguments, **named):
        _clock.spend(_CALL_US)
        raise OSError(_OFF)

    gap_advertise = gap_scan = gap_connect = gap_disconnect = gap_pair = gap_passkey = _off
    gatts_register_services = gatts_read = gatts_write = gatts_notify = gatts_indicate = gatts_set_buffer = _off
    gattc_discover_services = gattc_discover_characteristics = gattc_discover_descriptors = _off
    gattc_read = gattc_write = gattc_exchange_mtu = _off
    l2cap_listen = l2cap_connect = l2cap_disconnect = l2cap_send = l2cap_recvinto = _off
