"""`machine`: what the board has of it, put together; each part has a module of its own.

Where a port's own rules differ, its profile or its source decides; what a board lacks is not here.
"""

import _machine_adc
import _machine_counter
import _machine_i2c
import _machine_memory
import _machine_pin
import _machine_power
import _machine_pulse
import _machine_rtc
import _machine_signal
import _machine_spi
import _machine_timer
import _machine_uart
import _profile
from _machine_arguments import Absent as _Absent

if _profile.PLATFORM == "rp2":
    import _machine_pwm_rp2 as _machine_pwm
else:
    import _machine_pwm_esp32 as _machine_pwm

_PARTS = (
    _machine_adc, _machine_counter, _machine_i2c, _machine_memory, _machine_pin, _machine_power, _machine_pulse,
    _machine_pwm, _machine_rtc, _machine_signal, _machine_spi, _machine_timer, _machine_uart,
)  # fmt: skip
# What a board has and nothing here plays: a program that only names it goes on.
_NOT_SIMULATED = ("DAC", "I2CTarget", "I2S", "SDCard", "TouchPad", "USBDevice", "bootloader")

for _name in _profile.MACHINE_NAMES:
    if _name in _NOT_SIMULATED:
        globals()[_name] = type(_name, (_Absent,), {})
    else:
        for _part in _PARTS:
            if hasattr(_part, _name):
                globals()[_name] = getattr(_part, _name)
                break
        else:
            raise AttributeError("the profile names " + _name + ", which no part of machine has")

del _name, _part
