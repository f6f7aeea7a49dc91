"""What a bytecode and a call take on an RP2040 at 125 MHz (µs), and where each figure comes from.

Published measurements are of programs and not of bytecodes. The classes are in the ratios of the work that the
interpreter does for them (a switch, a call in C, a look in a table); the scale is such that `PUBLISHED` comes out some
tenth too dear. docs/decisions/tick.md tells how, and what pystone says of calls.
"""

from collections import Counter
from dataclasses import dataclass

from marshrut.simulator.scene.chips import profile_of

from .bytecode import ATTRIBUTE, CALL, GLOBAL, ITERATION, OPERATION, PLAIN, SUBSCRIPT

FUNCTION = "function of the runtime"
BUILT_IN = "built-in function"


@dataclass(frozen=True)
class Cost:
    us: float
    source: str


_FITTED = "from the loops of `PUBLISHED`"
COSTS = {
    PLAIN: Cost(0.4, _FITTED),
    OPERATION: Cost(0.8, _FITTED + "; whole numbers below 2**30"),
    SUBSCRIPT: Cost(0.9, _FITTED),
    GLOBAL: Cost(1.2, _FITTED + "; a look in a table"),
    ATTRIBUTE: Cost(1.6, _FITTED + "; a look in an object's table, then in its class's"),
    ITERATION: Cost(1.2, "as a look in a table"),
    CALL: Cost(0.0, "counted below, by what is called"),
    FUNCTION: Cost(18.0, "what pystone leaves for it"),
    BUILT_IN: Cost(5.0, "as a pin's method"),
}
_RP2 = profile_of("pico_rover")
_WIRE_US = 5 * 9 * 2.5  # a chip's register read: five bytes of nine bits at 400 kHz
_HARDWARE = {
    "_machine_pin": _RP2.PIN_US,
    "_machine_adc": _RP2.ADC_US,
    "_machine_pwm_rp2": _RP2.PWM_US,
    "_machine_pwm_esp32": _RP2.PWM_US,
    "_machine_counter": _RP2.ENCODER_US,
    "_pio_machine": _RP2.PIO_US,
    "rp2": _RP2.PIO_US,
    "time": _RP2.CLOCK_US,
    "_machine_timer": _RP2.TIMER_US,
    "_machine_i2c": _RP2.I2C_US + _WIRE_US,
}
HARDWARE_SOURCE = "simulator/board/profiles/rp2.py; the ADC's and the PIO's own share: RP2040 data sheet, 4.9 and 3"


@dataclass(frozen=True)
class Published:
    """A loop that somebody timed on a Pico: its text, what a turn of it took (µs), the hardware calls in it."""

    text: str
    us: float
    source: str
    pins: int = 0


PUBLISHED = (
    Published(
        "def f(p):\n    for i in range(p[0]):\n        c = p[1] + p[2]\n",
        7.98,
        "github.com/shaoziyang/micropython_benchmarks: RP2040, 125 MHz, v1.23.0: a million additions in 7984 ms",
    ),
    Published(
        "while True:\n    led.value(1)\n    led.value(0)\n",
        15.9,
        "elektronik-labor.de/Raspberry/Pico10.html: a pin switched on and off without end, 63 kHz at 125 MHz",
        pins=2,
    ),
)


def hardware_us(name: str) -> float:
    """What a call of the board's function takes, "module.Class.method"; an unknown one as much as the dearest."""
    return float(_HARDWARE.get(name.split(".")[0], max(_RP2.ADC_US, _RP2.PWM_US)))


def bytecodes_us(counts: Counter[str]) -> float:
    return sum(COSTS[kind].us * count for kind, count in counts.items())
