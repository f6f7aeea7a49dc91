"""HC-SR04: a short cry too high to hear, and how long its echo takes."""

from time import sleep_ms, sleep_us, ticks_add, ticks_diff, ticks_ms, ticks_us

from machine import Pin, time_pulse_us
from micropython import const

from .pins import digital_in, digital_out

# The sensor's longest answer where nothing comes back is 38 ms; an echo from its farthest, 4 m, takes 23.4 ms.
_MOST_MM = const(4000)
_MOST_US = const(23_500)
# Nearer, the membrane still rings.
_LEAST_MM = const(15)
# From the trigger to the echo line's rise: half a millisecond; some makes take longer, none so long.
_RISE_US = const(6_000)
# The echo line does not stay high for longer than this.
_SILENT_MS = const(60)
# An echo of the last cry that comes late must not be taken for one of the next.
_GAP_MS = const(25)
# How often the echo line is looked at where an echo is not awaited any more.
_LOOK_MS = const(3)
# What passes beside the echo at first, and how much longer it may be than it ever was.
_LEAD_US = const(700)
_LATE_US = const(150)
_TRIES = const(3)


class HCSR04:
    """The sensor on its two pins; RangeFinder has what a program calls."""

    def __init__(self, trig, echo):
        self._trig = digital_out("RangeFinder", "trig", trig, 0).value
        self._echo = digital_in("RangeFinder", "echo", echo, False)
        try:
            self._echo.init(Pin.IN, Pin.PULL_DOWN)  # a line that is not there is low
        except ValueError:  # some of an ESP32's pins have no such resistor
            pass
        self._port = f"echo pin {echo}"
        self._cried = ticks_add(ticks_ms(), -_GAP_MS)
        self._took = 0  # µs from the last trigger to the echo's end
        self._lead = _LEAD_US

    def measure(self, most=_MOST_MM):
        """The distance in mm, or None where there is no echo from `most` mm or nearer.

        A callback that comes between the trigger and the listening hides the echo's begin. It is known by the time that
        passes beside the echo, which is the sensor's own and always the same; such a reading is taken again.
        """
        # Sound goes 343.2 mm a ms at 20 °C, there and back.
        most_us = min(int(most) * 10_000 // 1716 + 100, _MOST_US)
        listen_us = most_us if most_us > _RISE_US else _RISE_US
        echo_us = silent = 0
        least = self._lead << 10
        for _ in range(_TRIES):
            us = self._listen(listen_us)
            if us == -2:
                silent += 1
                if silent == 2:
                    self._missing()
                continue
            lead = self._took - (us if us >= 0 else listen_us)
            if lead < least:
                least = lead
                echo_us = us
            if lead <= self._lead + _LATE_US:
                break
        self._lead = least
        distance = echo_us * 1716 // 10_000
        return distance if echo_us <= most_us and distance >= _LEAST_MM else None

    def _listen(self, most_us):
        """Cry once; what `time_pulse_us` says of the echo."""
        self._rest()
        self._trig(1)
        sleep_us(12)
        begun = ticks_us()
        self._trig(0)
        us = time_pulse_us(self._echo, 1, most_us)
        self._took = ticks_diff(ticks_us(), begun)
        self._cried = ticks_ms()
        return us

    def _rest(self):
        """Wait until the last cry has died away and its answer is over. The control loop goes on meanwhile."""
        rested = ticks_diff(ticks_ms(), self._cried)
        if 0 <= rested < _GAP_MS:
            sleep_ms(_GAP_MS - rested)
        while self._echo.value():
            if ticks_diff(ticks_ms(), self._cried) > _SILENT_MS:
                self._missing()
            sleep_ms(_LOOK_MS)

    def _missing(self):
        from .errors import RoverError

        raise RoverError("R12", "RangeFinder", self._port)
