"""Pins of another chip than the board's own, as a Pico W's LED has one: an output without pulls, PWM or interrupts.

Behaviour: the rp2 port's machine_pin.c and machine_pin_cyw43.c.
"""

import _clock
import _profile

_FULL = 65535
_NO_MODE = -1


class External:
    """What that chip keeps of a pin. It drives the pin once a level was written, whatever its mode."""

    irq = None
    mode = _NO_MODE  # that of a pin of the board's own
    told = None

    def __init__(self, number):
        self.number = number
        self.latch = self.level = 0
        self._output = False

    def init(self, mode=None, pull=None, *, value=None, alt=None):
        modes = _profile.PIN_CONSTANTS
        if pull is not None:
            raise ValueError("pulls are not supported for external pins")
        if alt is not None and alt != modes["ALT_SIO"]:
            raise ValueError("alternate functions are not supported for external pins")
        if mode is None:
            return
        if mode == modes["OUT"]:
            self.put(self.latch if value is None else value)
            self._output = True
        elif mode == modes["IN"]:
            self._output = False
            if value is not None:
                self.latch = 1 if value else 0
        else:
            raise ValueError("only Pin.OUT and Pin.IN are supported for this pin")

    def put(self, level):
        level = 1 if level else 0
        if self._output and level == self.latch:
            _clock.spend(_profile.PIN_US)  # the chip is not asked
            return
        self.latch = self.level = self.told = level
        _clock.output(self.number, _FULL if level else 0, _profile.EXTERNAL_PIN_US)

    def __repr__(self):
        mode = "OUT" if self._output else "IN"
        return "Pin(" + _profile.EXTERNAL_PINS[self.number] + ", mode=" + mode + ")"
