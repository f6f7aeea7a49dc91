"""A switch that is pressed when the robot runs into something."""

from time import sleep_ms, ticks_diff, ticks_ms

from micropython import const

from .pins import digital_in

# A contact bounces for some ms: a new level counts once it has lasted so long, and it is waited for no longer than …
_STEADY_MS = const(5)
_MOST_MS = const(20)


class Bumper:
    """A bumper with a switch that connects its pin to ground when it is pressed, debounced.

    Arguments:
        pin (int): its pin.
        name (str): how messages call it, "front".

    Example:
        if rover.bumper("left").pressed():
            rover.drive.straight(-100)
    """

    def __init__(self, pin, name="front"):
        self._read = digital_in("Bumper " + name, "pin", pin, True).value
        self._pressed = False

    def pressed(self):
        """True while it is pressed. Takes 5 ms when that has changed, until the contact has come to rest.

        Returns (bool)
        """
        level = self._read()
        if (level == 0) != self._pressed:
            begun = since = ticks_ms()
            while ticks_diff(ticks_ms(), since) < _STEADY_MS and ticks_diff(ticks_ms(), begun) < _MOST_MS:
                sleep_ms(1)
                if self._read() != level:
                    level = 1 - level
                    since = ticks_ms()
            self._pressed = level == 0
        return self._pressed

    def wait_pressed(self, timeout=None):
        """Wait until it is pressed; one that is pressed already counts.

        Arguments:
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when it is pressed. In an asyncio task `await` it.
        """
        from .waiting import wait_until

        return wait_until(self.pressed, timeout)

    def wait_released(self, timeout=None):
        """Wait until it is let go.

        Arguments:
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when it is let go. In an asyncio task `await` it.
        """
        from .waiting import wait_until

        return wait_until(lambda: not self.pressed(), timeout)
