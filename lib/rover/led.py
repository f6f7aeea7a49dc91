"""A light on the robot."""

from micropython import const

from .pins import digital_out

_PERIOD_MS = const(10)  # of the control loop, which is loaded only for blinking
_MOST_MS = const(60_000)


class Led:
    """A light-emitting diode. A steady light outlasts the program; blinking ends with it.

    Arguments:
        pin (int): its pin.
        active_low (bool): True when it shines while the pin is low.
        timer (int): the hardware timer of the control loop; it lets the light blink.
        name (str): how messages call it.

    Example:
        rover.led.on()
        rover.led.toggle()
        rover.led.blink(200, 800)
        rover.led.off()
    """

    def __init__(self, pin, active_low=False, timer=0, name="Led"):
        self._dark = 1 if active_low else 0
        self._write = digital_out(name, "pin", pin, self._dark).value
        self._shines = False
        self._timer = timer
        self._loop = None
        self._job = None
        self._left = self._on_ms = self._off_ms = 0

    def on(self):
        """Switch the light on."""
        self._rest()
        self._set(True)

    def off(self):
        """Switch the light off."""
        self._rest()
        self._set(False)

    def toggle(self):
        """Switch it on when it is off and off when it is on."""
        self._rest()
        self._set(not self._shines)

    def blink(self, on_ms=500, off_ms=500):
        """Blink until told otherwise, beside whatever the program does.

        Arguments:
            on_ms (int, ms): how long it shines; 10 to 60000, to the next 10.
            off_ms (int, ms): how long it is dark; 10 to 60000, to the next 10.
        """
        from .check import whole

        whole("on_ms", on_ms, 10, _MOST_MS, "ms")
        whole("off_ms", off_ms, 10, _MOST_MS, "ms")
        self._rest()
        if self._loop is None:
            from .control import loop_of
            from .stop import at_stop

            self._loop = loop_of(self._timer)
            self._job = self._tick
            at_stop(self._end)
        self._on_ms = on_ms
        self._off_ms = off_ms
        self._left = on_ms
        self._set(True)
        self._loop.start(self._job)

    def _set(self, shines):
        self._shines = shines
        self._write(self._dark ^ shines)

    def _rest(self):
        if self._left:
            self._left = 0
            self._loop.stop(self._job)

    def _end(self):
        """At a stop blinking ends dark; a light that shines steadily goes on, so that a program may end with it."""
        if self._left:
            self.off()

    def _tick(self, periods):
        left = self._left - periods * _PERIOD_MS
        while left <= 0:
            self._set(not self._shines)
            left += self._on_ms if self._shines else self._off_ms
        self._left = left
