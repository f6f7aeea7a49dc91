"""`machine.Signal`. Behaviour: library/machine.Signal."""

from _machine_pin import Pin


class Signal:
    """A pin seen by what it means: with `invert`, on is low."""

    def __repr__(self):
        return "<Signal>"

    def __init__(self, pin, *arguments, invert=False, **options):
        if not hasattr(pin, "value"):
            if invert and "value" in options:
                options["value"] = not options["value"]
            pin = Pin(pin, *arguments, **options)
        elif arguments or options:
            raise TypeError("function takes 1 positional arguments but more were given")
        self._pin = pin
        self._invert = 1 if invert else 0

    def value(self, level=None):
        if level is None:
            return self._pin.value() ^ self._invert
        self._pin.value((1 if level else 0) ^ self._invert)

    __call__ = value

    def on(self):
        self.value(1)

    def off(self):
        self.value(0)
