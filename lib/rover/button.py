"""A push button."""

from time import sleep_ms, ticks_diff, ticks_ms

from micropython import const

from .pins import digital_in

# A contact bounces for some ms: a new level counts once it has been seen for so long.
_DEBOUNCE_MS = const(20)
_LOOK_MS = const(5)


class Button:
    """A push button, debounced.

    Arguments:
        pin (int): its pin.
        active_low (bool): True when pressing it connects the pin to ground.
        name (str): how messages call it.
    """

    def __init__(self, pin, active_low=True, name="Button"):
        self._read = digital_in(name, "pin", pin, active_low).value
        self._down = 0 if active_low else 1
        self._pressed = False
        self._changing = False
        self._since = 0

    def pressed(self):
        """True while the button is down.

        A change counts when two looks at least 20 ms apart saw it, so ask again and again.
        """
        if (self._read() == self._down) == self._pressed:
            self._changing = False
        elif not self._changing:
            self._changing = True
            self._since = ticks_ms()
        elif ticks_diff(ticks_ms(), self._since) >= _DEBOUNCE_MS:
            self._changing = False
            self._pressed = not self._pressed
        return self._pressed

    def wait_pressed(self):
        """Wait until the button goes down; one that is down already counts."""
        while not self.pressed():
            sleep_ms(_LOOK_MS)

    def wait_released(self):
        """Wait until the button is up."""
        while self.pressed():
            sleep_ms(_LOOK_MS)
