"""A light on the robot."""

from .pins import digital_out


class Led:
    """A light-emitting diode.

    Arguments:
        pin (int): its pin.
        active_low (bool): True when it shines while the pin is low.
        name (str): how messages call it.
    """

    def __init__(self, pin, active_low=False, name="Led"):
        self._dark = 1 if active_low else 0
        self._write = digital_out(name, "pin", pin, self._dark).value
        self._shines = False

    def on(self):
        """Switch the light on."""
        self._set(True)

    def off(self):
        """Switch the light off."""
        self._set(False)

    def toggle(self):
        """Switch it on when it is off and off when it is on."""
        self._set(not self._shines)

    def _set(self, shines):
        self._shines = shines
        self._write(self._dark ^ shines)
