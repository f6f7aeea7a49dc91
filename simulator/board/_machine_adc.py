"""`machine.ADC` and `machine.ADCBlock`. Behaviour: library/machine.ADC, esp32/quickref (ADC), rp2/quickref (ADC).

The world's codes are those of full scale at 3.3 V. Any other attenuation or width is worked out from them.
"""

import _clock
import _profile
import _requests
from _frames import ABSENT, IN_USE, SAMPLES
from _frames import inputs as _inputs
from _frames import out as _out
from _machine_arguments import whole
from _machine_pin import pin_number

_ADC_US = _profile.ADC_US
_PIN_US = _profile.PIN_US
_FULL = 65535
_FULL_UV = 3_300_000
_ON_RP2 = _profile.PLATFORM == "rp2"
# Full scale of each attenuation of the ESP32 as a share of that at 11 dB, in hundredths (ESP-IDF, ADC oneshot mode)
_SHARES = (33, 44, 67, 100)
# RP2040 data sheet 4.9.5: 0.706 V at 27 °C, falling 1.721 mV a degree. The chip is at 27 °C.
_TEMPERATURE_U16 = 706 * _FULL // 3300
_widths = [12, 12]  # bits of each block of the ESP32
_attens = {}  # of each pin that has been opened: it stays until somebody says otherwise, and is 0 dB at first


def _read_u16(self):
    now = _clock.now = _clock.now + _ADC_US
    if now >= _clock.alarm:
        _clock.service()
        now = _clock.now
    if _out[SAMPLES] == ABSENT:
        _clock.take_samples()
    _out[SAMPLES] = IN_USE
    # a physics step holds four noisy samples; the µs chooses, so that averaging helps
    return _inputs[self._slot + (now >> 5 & 3)]


def _read_temperature():
    _clock.spend(_ADC_US)
    return _TEMPERATURE_U16


if _ON_RP2:

    class ADC:
        CORE_TEMP = _profile.ADC_TEMPERATURE
        read_u16 = _read_u16

        def __init__(self, source):
            if isinstance(source, int) and source == _profile.ADC_TEMPERATURE:
                self._channel = source
                self.read_u16 = _read_temperature
                return
            if isinstance(source, int) and 0 <= source < len(_profile.ADC_CHANNELS):
                source = _profile.ADC_CHANNELS[source]
            pin = pin_number(source)
            if pin not in _profile.ADC_PINS:
                raise ValueError("Pin doesn't have ADC capabilities")
            self._channel = _profile.ADC_CHANNELS.index(pin)
            self._slot = _requests.open_channel("adc", pin)

        def __repr__(self):
            return "<ADC channel=%d>" % self._channel

else:

    class ADC:
        ATTN_0DB, ATTN_2_5DB, ATTN_6DB, ATTN_11DB = 0, 1, 2, 3
        WIDTH_9BIT, WIDTH_10BIT, WIDTH_11BIT, WIDTH_12BIT = 9, 10, 11, 12
        read_u16 = _read_u16

        def __init__(self, pin, *, atten=None):
            self._id = pin_number(pin)
            if self._id not in _profile.ADC_PINS:
                raise ValueError("invalid pin")
            self._slot = _requests.open_channel("adc", self._id)
            self._block = 0 if self._id in _profile.ADC_BLOCKS[0] else 1
            self._scaled = False
            _widths[self._block] = 12
            self._set_atten(_attens.get(self._id, self.ATTN_0DB) if atten is None else atten)

        def init(self, *, atten=None):
            _widths[self._block] = 12
            self.atten(self._atten if atten is None else atten)

        def deinit(self):
            _clock.spend(_PIN_US)

        def block(self):
            return _blocks[self._block]

        def atten(self, atten):
            self._set_atten(atten)
            _clock.spend(_PIN_US)

        def width(self, bits):
            _set_width(self._block, bits)
            self._choose()
            _clock.spend(_PIN_US)

        def _set_atten(self, atten):
            if not 0 <= whole(atten) <= 3:
                raise ValueError("invalid attenuation")
            self._atten = _attens[self._id] = atten
            self._choose()

        def _choose(self):
            # the plain read stays the class's own: it must cost nothing more
            scaled = self._atten != 3 or _widths[self._block] != 12
            if scaled and not self._scaled:
                self.read_u16 = self._read_scaled
            elif self._scaled and not scaled:
                del self.read_u16
            self._scaled = scaled

        def _read_scaled(self):
            raw = self.read()
            bits = _widths[self._block]
            return raw << (16 - bits) | raw >> (2 * bits - 16)

        def read(self):
            code = _read_u16(self) * 100 // _SHARES[self._atten]
            return (code if code < _FULL else _FULL) >> (16 - _widths[self._block])

        def read_uv(self):
            full = (1 << _widths[self._block]) - 1
            return self.read() * (_FULL_UV // 100 * _SHARES[self._atten]) // full

        def __repr__(self):
            return "ADC(Pin(%d), atten=%d)" % (self._id, self._atten)


def _set_width(block, bits):
    if not 9 <= whole(bits) <= 12:
        raise ValueError("invalid bit-width")
    _widths[block] = bits


class ADCBlock:
    """One of the ESP32's two converters, 1 or 2."""

    def __new__(cls, id, **_):
        if id not in (1, 2):
            raise ValueError("invalid block id")
        return _blocks[id - 1] if len(_blocks) == 2 else object.__new__(cls)

    def __init__(self, id, *, bits=12):
        self._index = id - 1
        _set_width(self._index, bits)

    def init(self, *, bits=12):
        _set_width(self._index, bits)

    def connect(self, source, pin=None):
        channels = _profile.ADC_BLOCKS[self._index]
        number = None
        if not isinstance(source, int):
            number = pin_number(source)
        elif 0 <= source < len(channels):
            number = channels[source]
        if number not in channels or pin is not None and pin_number(pin) != number:
            raise ValueError("no matching ADC")
        bits = _widths[self._index]
        adc = ADC(number)
        adc.width(bits)
        return adc

    def __repr__(self):
        return "ADCBlock(%d, bits=%d)" % (self._index + 1, _widths[self._index])


_blocks = []
if _profile.ADC_BLOCKS:
    _blocks = [ADCBlock(1), ADCBlock(2)]
