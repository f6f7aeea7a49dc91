"""`network` with its radio off: interfaces answer, nothing is found, and `connect` says why it cannot."""

import _clock
import _profile

STA_IF, AP_IF = 0, 1
_CALL_US = 500
_ACTIVE_US = 100_000
_OFF = "there is no Wi-Fi in the simulator: the radio is off"

if _profile.PLATFORM == "esp32":
    STAT_IDLE, STAT_CONNECTING, STAT_GOT_IP = 1000, 1001, 1010
    STAT_BEACON_TIMEOUT, STAT_NO_AP_FOUND, STAT_WRONG_PASSWORD = 200, 201, 202
    STAT_ASSOC_FAIL = STAT_CONNECT_FAIL = 203
    STAT_HANDSHAKE_TIMEOUT = 204
    AUTH_OPEN, AUTH_WEP, AUTH_WPA_PSK, AUTH_WPA2_PSK, AUTH_WPA_WPA2_PSK = 0, 1, 2, 3, 4
    AUTH_WPA2_ENTERPRISE, AUTH_WPA3_PSK, AUTH_WPA2_WPA3_PSK, AUTH_WAPI_PSK, AUTH_OWE = 5, 6, 7, 8, 9
    MODE_11B, MODE_11G, MODE_11N, MODE_LR = 1, 2, 4, 8
else:
    STAT_IDLE, STAT_CONNECTING, STAT_GOT_IP = 0, 1, 3
    STAT_CONNECT_FAIL, STAT_NO_AP_FOUND, STAT_WRONG_PASSWORD = -1, -2, -3

_hostname = _profile.HOSTNAME
_country = "XX"


def hostname(name=None):
    global _hostname
    if name is None:
        return _hostname
    _hostname = name


def country(code=None):
    global _country
    if code is None:
        return _country
    if len(code) != 2:
        raise ValueError
    _country = code


class WLAN:
    """One of the two interfaces; two objects of one number are the same interface."""

    IF_STA, IF_AP = STA_IF, AP_IF
    if _profile.PLATFORM == "esp32":
        SEC_OPEN, SEC_WEP, SEC_WPA, SEC_WPA2, SEC_WPA_WPA2, SEC_WPA3, SEC_WPA2_WPA3 = 0, 1, 2, 3, 4, 6, 7
        PM_NONE, PM_PERFORMANCE, PM_POWERSAVE = 0, 1, 2
    else:
        SEC_OPEN, SEC_WPA_WPA2, SEC_WPA3, SEC_WPA2_WPA3 = 0, 0x400006, 0x1000004, 0x1400004
        PM_NONE, PM_PERFORMANCE, PM_POWERSAVE = 16, 0xA11142, 17

    def __repr__(self):
        return "<WLAN>"

    def __init__(self, interface_id=STA_IF):
        if interface_id not in (STA_IF, AP_IF):
            raise ValueError("invalid WLAN interface identifier")
        self._number = interface_id

    def active(self, is_active=None):
        if is_active is None:
            return self._number in _active
        _clock.spend(_ACTIVE_US)
        if is_active:
            _active.add(self._number)
        else:
            _active.discard(self._number)
        return bool(is_active)

    def _need_active(self):
        if self._number not in _active:
            raise OSError("Wifi Not Started")

    def connect(self, ssid=None, key=None, *, bssid=None):
        self._need_active()
        _clock.spend(_CALL_US)
        raise OSError(_OFF)

    def disconnect(self):
        _clock.spend(_CALL_US)

    def isconnected(self):
        _clock.spend(_CALL_US)
        return False

    def scan(self):
        self._need_active()
        _clock.sleep_us(2_000_000)  # about what a scan of all channels takes
        return []

    def status(self, param=None):
        _clock.spend(_CALL_US)
        if param == "stations":
            return []
        if param == "rssi":
            raise OSError("Wifi Not Connected")
        return STAT_IDLE

    def ifconfig(self, config=None):
        if config is None:
            return ("0.0.0.0", "0.0.0.0", "0.0.0.0", "0.0.0.0")

    def ipconfig(self, param=None, **values):
        if param == "addr4" or param == "gw4":
            return ("0.0.0.0", "0.0.0.0") if param == "addr4" else "0.0.0.0"
        if param == "has_dhcp4":
            return False

    def config(self, param=None, **values):
        _clock.spend(_CALL_US)
        if param is None:
            _settings[self._number].update(values)
            return None
        if param == "mac":
            return _profile.UNIQUE_ID[-6:-1] + bytes([_profile.UNIQUE_ID[-1] & 254 | self._number])
        if param == "hostname":
            return _hostname
        if param in _settings[self._number]:
            return _settings[self._number][param]
        if param in ("ssid", "essid"):
            return ""
        if param == "channel":
            return 1
        raise ValueError("unknown config param")


_active = set()
_settings = ({}, {})
