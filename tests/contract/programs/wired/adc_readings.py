"""ADC: channels and pins, width, attenuation, block, the chip's thermometer (library/machine.ADC.html, machine.ADCBlock.html).

esp32/quickref.html and rp2/quickref.html, "ADC (analog to digital conversion)".
"""

import machine
import sys
from machine import ADC, PWM, Pin

RP2 = sys.platform == "rp2"
show = PWM(Pin(25 if RP2 else 2), freq=1000, duty_u16=0)
line = ADC(Pin(26 if RP2 else 36))
if not RP2:
    narrow = line.read_u16()  # 0 dB until somebody says otherwise: all above 1.1 V is the same
    line.atten(ADC.ATTN_11DB)
    assert narrow > line.read_u16() and "atten=3" in repr(ADC(36)), narrow  # what was said stays
    line.init(atten=ADC.ATTN_0DB)
    assert "atten=0" in repr(ADC(Pin(36)))
    line = ADC(36, atten=ADC.ATTN_11DB)
value = line.read_u16()
show.duty_u16(value)
assert 0 < value < 65535
assert value >> 4 << 4 | value >> 12 == value  # 12 bits stretched to 16
if RP2:
    same = ADC(0)
    assert abs(same.read_u16() - value) < 3000
    temperature = 27 - (ADC(ADC.CORE_TEMP).read_u16() * 3.3 / 65535 - 0.706) / 0.001721
    assert 20 < temperature < 40, temperature
    assert not hasattr(line, "read") and not hasattr(line, "atten") and not hasattr(machine, "ADCBlock")
    show.duty_u16(int(temperature * 100))
    bad = (15, "GP3", Pin(2))
else:
    assert abs(line.read() - (value >> 4)) < 200
    codes = [(line.read_uv() * 4095 + 1_650_000) // 3_300_000 for _ in range(40)]
    again = line.read_uv()
    assert (again * 4095 + 1_650_000) // 3_300_000 * 3_300_000 // 4095 == again  # µV of a whole step, no other
    steps = [line.read() for _ in range(40)]
    assert abs(sum(codes) - sum(steps)) < 40 * 8, (sum(codes), sum(steps))  # 8 steps are 6 mV
    line.width(ADC.WIDTH_9BIT)
    assert 0 < line.read() < 512
    nine = line.read_u16()
    assert nine >> 7 << 7 | nine >> 9 == nine + (nine >> 9) - (nine >> 9)
    line.width(ADC.WIDTH_12BIT)
    line.atten(ADC.ATTN_0DB)
    narrow = line.read()
    line.atten(ADC.ATTN_11DB)
    wide = line.read()
    assert narrow > wide
    show.duty_u16(narrow * 16)
    show.duty_u16(wide * 16)
    block = line.block()
    assert block is machine.ADCBlock(1) and ADC(4).block() is machine.ADCBlock(2)
    first = block.connect(0)
    show.duty_u16(first.read_u16())
    assert 0 < block.connect(0, Pin(36)).read() < 4096
    for wrong in ((4,), (0, Pin(39)), (99,)):
        try:
            block.connect(*(Pin(n) if n == 4 else n for n in wrong))
            if wrong != (4,):
                raise AssertionError
        except ValueError:
            show.duty_u16(wrong[0])
    for call, argument in ((line.width, 13), (line.width, 8), (line.atten, 4), (machine.ADCBlock, 3)):
        try:
            call(argument)
            raise AssertionError
        except ValueError:
            show.duty_u16(argument)
    bad = (5, 18)
for pin in bad:
    try:
        ADC(pin)
        raise AssertionError
    except ValueError:
        show.duty_u16(40000)
print(value)
