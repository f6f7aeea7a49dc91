"""Signal: inverted and not, from a Pin or with a pin's own arguments (library/machine.Signal.html)."""

import sys
from machine import Pin, Signal

A, B, LED = (0, 1, 25) if sys.platform == "rp2" else (17, 16, 2)
pin = Pin(A, Pin.OUT, value=0)
wire = Pin(B, Pin.IN)
lamp = Signal(pin, invert=True)
seen = [lamp.value(), wire()]
lamp.on()
seen += [lamp.value(), lamp(), wire()]
lamp.off()
seen += [lamp(), wire()]
lamp(1)
seen.append(wire())
lamp.value(False)
seen.append(wire())
plain = Signal(Pin(LED, Pin.OUT))
plain.on()
seen.append(plain.value())
own = Signal(LED, Pin.OUT, value=1, invert=True)
seen += [own.value(), Pin(LED).value()]
assert seen == [1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0], seen
for value in seen:
    plain(value)
