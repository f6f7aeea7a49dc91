"""Take the loop heads away, and spin."""

import machine

machine._clock._port.builtins.__h__ = machine._clock._port.builtins.__w__ = lambda n: True
machine._clock._port.builtins.__h0__ = lambda n: True
x = 0
while True:
    x += 1
