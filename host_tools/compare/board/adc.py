"""What the converter gives; only the chip's thermometer or an input is read."""

from machine import ADC, Pin

_adc = ADC(Pin(ADC_SOURCE) if ADC_IS_PIN else ADC_SOURCE)
_read = [_adc.read_u16() for _ in range(32)]
fact("in-range", 0 <= min(_read) and max(_read) <= 65535)
# twelve bits made sixteen: the high ones come again below
fact("twelve-bits", all(value & 15 == value >> 12 for value in _read))
fact("repr", repr(_adc))
if ADC_IS_PIN:
    _read = [_adc.read() for _ in range(32)]
    fact("read-in-range", 0 <= min(_read) and max(_read) <= 4095)
    fact("read_uv-in-range", 0 <= _adc.read_uv() <= 3_600_000)
else:
    _volts = sum(_read) / 32 * 3.3 / 65535
    fact("temperature", int(27 - (_volts - 0.706) / 0.001721))
for _name in ("read", "read_uv", "read_u16", "atten", "width"):
    fact("has-" + _name, hasattr(_adc, _name))
